// Feeds as readers of them take them, whatever reports and people write.
import fc from "fast-check";
import { parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import type { Alert, ChangeAlert } from "./alert.ts";
import { jsonFeedOf, rssOf } from "./feed.ts";
import { letterOf } from "./mail.ts";
import { pushBody } from "./push.ts";
import { paragraphsOf } from "./words.ts";

const alertOf = (words: string, name: string): ChangeAlert => ({
  id: "alert-1",
  kind: "change",
  watch: { id: "w", name },
  seq: 7,
  at: "2026-03-05T12:00:00.000Z",
  deal: { id: "deal-1", name, kind: "transfer" },
  before: { state: "signed", dispute: "none" },
  after: { state: "suspended", dispute: "sued" },
  conflicts: ["money.value.USD"],
  told: [
    {
      of: "state",
      claim: "c",
      act: "suspend",
      part: "joins",
      words,
      sources: [],
      document: { id: "d", heading: name, url: "https://example.org/a?b=1&c=2" },
      when: {},
    },
  ],
});

const watch = { id: "w", name: "Gas & <arms>", about: { search: "gas" }, made: "2026-03-05T12:00:00.000Z" };
const digest: Alert = {
  id: "digest-1",
  kind: "digest",
  watch: { id: "w", name: "Gas" },
  seq: 9,
  at: "2026-03-06T12:00:00.000Z",
  lines: [
    {
      root: "r",
      deal: { id: "deal-2", name: "Blue River Treaty", kind: "agreement" },
      before: { state: "none", dispute: "none" },
      after: { state: "signed", dispute: "none" },
      conflicts: [],
    },
  ],
  more: 3,
};

test("an item says what changed, in which words, and goes by the alert's id", async () => {
  const alerts = [digest, alertOf("Norland suspended it", "Gas deal")];
  const rss = parseRssFeed(rssOf(watch, alerts, { home: "https://pacta.example/" }));
  expect(rss).toMatchObject({ title: "Pacta: Gas & <arms>", link: "https://pacta.example/" });
  expect(rss.items?.map(({ guid, title, link, pubDate }) => [guid, title, link, pubDate])).toEqual([
    [
      { value: "digest-1", isPermaLink: false },
      "1 deal and others changed by older reports, new readings or decisions",
      undefined,
      "Fri, 06 Mar 2026 12:00:00 GMT",
    ],
    [
      { value: "alert-1", isPermaLink: false },
      "Gas deal: signed → suspended, sued; reports contradict each other (price or value, in USD)",
      "https://example.org/a?b=1&c=2",
      "Thu, 05 Mar 2026 12:00:00 GMT",
    ],
  ]);
  expect(rss.items?.map(({ description }) => description)).toEqual([
    "Blue River Treaty: none → signed\n\nand 3 changes of other deals",
    "“Norland suspended it” (Gas deal, day unknown, https://example.org/a?b=1&c=2)",
  ]);
  const json = JSON.parse(jsonFeedOf(watch, alerts, { self: "https://pacta.example/feed", deal: (id) => `https://pacta.example/deals/${id}` }));
  expect(json).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    feed_url: "https://pacta.example/feed",
    items: [
      { id: "digest-1" },
      { id: "alert-1", url: "https://pacta.example/deals/deal-1", date_published: "2026-03-05T12:00:00.000Z", _pacta: alerts[1] },
    ],
  });
  expect(parseJsonFeed(json).items).toHaveLength(2);
});

const BAD = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom(
    "]]>",
    "<script>alert(1)</script>",
    "\u0000\u001b",
    "\ud800",
    "&amp;",
    '"><img src=x onerror=alert(1)>',
    "a\r\nBcc: eve@example.org",
  ),
);

test("whatever is written in reports, a feed is whole and a mail holds none of it as markup", () => {
  fc.assert(
    fc.property(BAD, BAD, (words, name) => {
      const alert = alertOf(words, name);
      const rss = parseRssFeed(rssOf({ ...watch, name }, [alert, digest]));
      expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(["alert-1", "digest-1"]);
      expect(JSON.parse(jsonFeedOf({ ...watch, name }, [alert])).items[0]["_pacta"].told[0].words).toBe(words);
      const { html, subject } = letterOf(name, [alert]);
      expect(subject).not.toMatch(/[\r\n\p{Cc}]/u);
      const tags = new Set(html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/[\s>].*$/s, "")));
      for (const tag of tags)
        expect([
          "<!doctype",
          "<html",
          "<head",
          "<meta",
          "<title",
          "</title",
          "</head",
          "<body",
          "<h2",
          "</h2",
          "<p",
          "</p",
          "<small",
          "</small",
          "</body",
          "</html",
        ]).toContain(tag);
      expect(Buffer.byteLength(pushBody(alert))).toBeLessThan(3900);
    }),
  );
});

test("a feed links to where it is, and invents no place where that is not known", () => {
  const linkOf = (place?: Parameters<typeof rssOf>[2]) => parseRssFeed(rssOf(watch, [], place)).link;
  expect(linkOf({ home: "https://pacta.example/watches/w", self: "https://pacta.example/feed" })).toBe("https://pacta.example/watches/w");
  expect(linkOf({ self: "https://pacta.example/feed" })).toBe("https://pacta.example/feed");
  expect([linkOf(), rssOf(watch, []).includes("http")]).toEqual([undefined, false]);
});

test("sources are named as elsewhere, with what they are and who carried them", () => {
  const { told, ...alert } = alertOf("Norland suspended it", "Gas deal");
  const sources = [{ name: "Ada", role: "minister", cue: "said", channel: "radio" }, { name: "the\nPost" }];
  expect(paragraphsOf({ ...alert, told: told.map((one) => ({ ...one, sources })) })).toEqual([
    "“Norland suspended it” (said by Ada (minister), by radio, says the Post, Gas deal, day unknown, https://example.org/a?b=1&c=2)",
  ]);
});

test("what is cut for a mail or a push is cut between characters", () => {
  for (const lead of ["", "a"]) {
    const alert = alertOf("😀".repeat(600), lead + "😀".repeat(300));
    expect([pushBody(alert), letterOf(lead + "😀".repeat(300), [alert, alert]).subject].map((text) => text.isWellFormed())).toEqual([true, true]);
    expect(pushBody(alert)).not.toMatch(/\\ud[89a-f]/i);
  }
});

test("a push stays small enough for every service, however long the words", () => {
  expect(Buffer.byteLength(pushBody(alertOf("語".repeat(4000), "語".repeat(500))))).toBeLessThan(3900);
});
