// Feeds as sites write them, put together for tests.

/** RSS 2.0 around items. */
export function rss(items: string, channel = "<title>The Daily Post</title><link>https://post.example/</link><language>en-gb</language>"): string {
  const spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${spaces}><channel>${channel}${items}</channel></rss>`;
}

/** One item of RSS with its text in full. */
export function item(name: string, html: string): string {
  return (
    `<item><title>Report ${name}</title><link>https://post.example/${name}</link><guid isPermaLink="false">${name}</guid>` +
    `<pubDate>Tue, 20 Jan 2015 23:30:00 -0500</pubDate><dc:creator>Ann Lee</dc:creator>` +
    `<content:encoded><![CDATA[${html}]]></content:encoded></item>`
  );
}

/** Atom around entries. */
export function atom(entries: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily Post</title><id>tag:post.example,2015:feed</id><link href="https://post.example/"/><author><name>The Desk</name></author>${entries}</feed>`;
}

/** A JSON Feed around items. */
export function jsonFeedOf(items: readonly unknown[]): string {
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "The Daily Post", home_page_url: "https://post.example/", items });
}
