/// A code as a child process that answers over the i-PI protocol, with Cairn as the server.
///
/// The entry type is [cairn.codes.client.ClientEngine]; what differs from code to code is a
/// [cairn.codes.client.Client]. Then read [cairn.codes.client.Speech]: by which words an answer is believed.
package cairn.codes.client;
