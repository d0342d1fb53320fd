// Files that list addresses and hold no text: read by whoever fetches, and said to be lists where a text was asked for.
import { PactaError } from "../../error.ts";
import { failure } from "../resource.ts";
import type { Failure } from "../resource.ts";
import { parseOpml } from "./opml.ts";
import { parseSitemap } from "./sitemap.ts";

/** What a sitemap is instead of a text. Throws as `parseSitemap` does. */
export function sitemapFailure(name: string, xml: string): Failure {
  const { kind, pages } = parseSitemap(xml);
  const what = `the file is a list of ${pages.length} ${kind === "index" ? "sitemaps" : "pages"}`;
  const first = pages[0] === undefined ? "" : `, the first ${pages[0].url.slice(0, 300)}`;
  return failure(new PactaError("PACTA_ADDRESS_LIST", what + first, "Give pacta read the addresses of the pages"), { source: name });
}

/** What a list of feeds is instead of a text. Throws as `parseOpml` does. */
export function opmlFailure(name: string, xml: string): Failure {
  const feeds = parseOpml(xml);
  const first = feeds[0] === undefined ? "" : `, the first ${feeds[0].url.slice(0, 300)}`;
  return failure(new PactaError("PACTA_ADDRESS_LIST", `the file is a list of ${feeds.length} feeds${first}`, "Give pacta read a feed"), {
    source: name,
  });
}
