// The alerts of a watch as feeds that any reader of news takes: RSS 2.0 and JSON Feed 1.1.
import { generateRssFeed } from "feedsmith";
import type { Alert } from "./alert.ts";
import type { Watch } from "./watch.ts";
import { paragraphsOf, titleOf } from "./words.ts";

/** Where things are on the web, as far as they are: the feed itself, the page of its watch, and that of a deal. */
export interface FeedPlace {
  readonly self?: string;
  readonly home?: string;
  readonly deal?: (id: string) => string;
}

/** Feeds hold so many alerts, newest first. */
export const FEED_LENGTH = 100;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: string;
  readonly url?: string;
}

function itemOf(alert: Alert, { deal }: FeedPlace): Item {
  const own = alert.kind === "change" ? (deal?.(alert.deal.id) ?? alert.told[0]?.document.url) : undefined;
  const url = own !== undefined && /^https?:\/\//.test(own) ? own : undefined;
  return { id: alert.id, title: titleOf(alert), text: paragraphsOf(alert).join("\n\n"), at: alert.at, ...(url === undefined ? {} : { url }) };
}

/** What XML 1.0 cannot hold. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The alerts of a watch, newest first, as RSS 2.0. */
export function rssOf({ name }: Watch, alerts: readonly Alert[], place: FeedPlace = {}): string {
  const xml = (text: string): string => text.replace(NOT_XML, "\ufffd");
  const items = alerts.map((alert) => itemOf(alert, place));
  const link = place.home ?? place.self;
  return generateRssFeed({
    title: xml(`Pacta: ${name}`),
    // RSS asks for one; a file that was written somewhere has none, and an invented one would lead nowhere.
    ...(link === undefined ? {} : { link }),
    description: xml(`Changes of the deals that the watch “${name}” is about`),
    generator: "Pacta",
    ...(items[0] === undefined ? {} : { lastBuildDate: new Date(items[0].at) }),
    items: items.map(({ id, title, text, at, url }) => ({
      guid: { value: id, isPermaLink: false },
      title: xml(title),
      description: xml(text),
      pubDate: new Date(at),
      ...(url === undefined ? {} : { link: url }),
    })),
  });
}

/** The alerts of a watch, newest first, as JSON Feed 1.1. `_pacta` holds each alert as data. */
export function jsonFeedOf({ name }: Watch, alerts: readonly Alert[], place: FeedPlace = {}): string {
  const items = alerts.map((alert) => {
    const { id, title, text, at, url } = itemOf(alert, place);
    return { id, title, content_text: text, date_published: at, ...(url === undefined ? {} : { url }), _pacta: alert };
  });
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: `Pacta: ${name}`,
    ...(place.home === undefined ? {} : { home_page_url: place.home }),
    ...(place.self === undefined ? {} : { feed_url: place.self }),
    items,
  };
  return JSON.stringify(feed);
}
