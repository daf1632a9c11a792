/// What a campaign tells whoever watches it: [cairn.campaign.news.News], and its events in words.
package cairn.campaign.news;
