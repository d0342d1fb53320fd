// Feeds from anybody: a small one is parsed at once, since no field of it can hold enough to cost seconds; others in a
// thread that is ended when it takes too long.
import { extname } from "node:path";
import { PactaError } from "../../error.ts";
import { ask } from "../../thread/index.ts";
import type { Feed } from "./entry.ts";
import { parseFeed } from "./parse.ts";

/** What the thread is given. */
export interface FeedTask {
  readonly text: string;
  readonly base?: string | undefined;
}

/** Characters that are parsed at once: the worst that was found takes about a second (twenty at 300,000). */
const SMALL = 32 * 1024;

const LIMITS = { pause: 2500, whole: 2500, memory: 192 * 1024 * 1024 };

/** As `parseFeed`, and `PACTA_XML_TOO_LARGE` where that takes longer than 2.5 seconds. */
export async function parseFeedSafely(text: string, base?: string): Promise<Feed> {
  if (text.length <= SMALL) return parseFeed(text, base);
  const task: FeedTask = { text, base };
  return await ask<Feed>(new URL(`./entry-thread${extname(import.meta.url)}`, import.meta.url), task, LIMITS, beyond);
}

function beyond(why: string): PactaError {
  return new PactaError("PACTA_XML_TOO_LARGE", `the feed is not read: ${why}`, "Split it into several files");
}
