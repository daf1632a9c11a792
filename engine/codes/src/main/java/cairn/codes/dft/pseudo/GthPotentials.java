package cairn.codes.dft.pseudo;

import cairn.codes.dft.pseudo.GthPotential.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// CP2K's `GTH_POTENTIALS`: entries separated by lines that begin with '#'.
///
///     entry   := element name alias* NEWLINE  electrons(s) electrons(p)* NEWLINE
///                radius n c(1) .. c(n)  channels  (radius n h(1,1) h(1,2) .. h(n,n))*
///
/// Line ends mean something after the name and after the electrons only. The header of the file says the same.
final class GthPotentials {
    private final List<List<String>> entries;

    private GthPotentials(List<List<String>> entries) {
        this.entries = entries;
    }

    static GthPotentials read(Path file) {
        try {
            return of(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static GthPotentials of(List<String> lines) {
        List<List<String>> entries = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("#") || line.isBlank()) {
                entries.add(current);
                current = new ArrayList<>();
            } else {
                current.add(line.strip());
            }
        }
        entries.add(current);
        return new GthPotentials(
                entries.stream().filter(entry -> entry.size() >= 3).toList());
    }

    /// The entry of an element that has this name or alias.
    Optional<GthPotential> find(String element, String name) {
        return entries.stream()
                .filter(entry -> isNamed(entry.getFirst(), element, name))
                .findFirst()
                .map(GthPotentials::potential);
    }

    private static boolean isNamed(String line, String element, String name) {
        List<String> words = Arrays.asList(line.split("\\s+"));
        return words.getFirst().equals(element)
                && words.subList(1, words.size()).contains(name);
    }

    private static GthPotential potential(List<String> entry) {
        String[] names = entry.getFirst().split("\\s+");
        List<Integer> electrons =
                Arrays.stream(entry.get(1).split("\\s+")).map(Integer::valueOf).toList();
        Deque<String> words = new ArrayDeque<>(entry.subList(2, entry.size()).stream()
                .map(line -> Arrays.asList(line.split("\\s+")))
                .flatMap(Collection::stream)
                .toList());
        String radius = words.pop();
        List<String> local = several(words, Integer.parseInt(words.pop()));
        int count = Integer.parseInt(words.pop());
        List<Channel> channels = new ArrayList<>();
        for (int channel = 0; channel < count; channel++) {
            channels.add(channel(words));
        }
        return new GthPotential(names[0], names[1], electrons, radius, local, channels);
    }

    private static Channel channel(Deque<String> words) {
        String radius = words.pop();
        int projectors = Integer.parseInt(words.pop());
        return new Channel(radius, projectors, several(words, projectors * (projectors + 1) / 2));
    }

    private static List<String> several(Deque<String> words, int count) {
        List<String> several = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            several.add(words.pop());
        }
        return several;
    }
}
