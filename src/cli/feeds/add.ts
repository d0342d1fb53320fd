// `pacta feeds add`: each address is asked once, so that what is no feed is said at once.
import { systemClock } from "../../clock.ts";
import type { Failure } from "../../source/index.ts";
import type { Subscribed } from "../../subscription/index.ts";
import { command, ledgerArg } from "../command.ts";
import type { Surroundings } from "../command.ts";
import { dayOption } from "../days.ts";
import { errorLine } from "../error-line.ts";
import { EXIT } from "../exit.ts";
import { fetchArgs, fetcherFor, fetchPlan } from "../fetching.ts";
import { interruptible } from "../interrupt.ts";
import { withSettings } from "../open.ts";
import { oneLine } from "../phrasing.ts";
import { spanOption } from "./span.ts";

/** `pacta feeds add`. */
export const add = command({
  args: {
    url: {
      type: "positional",
      valueHint: "...",
      description: "addresses of feeds (RSS, Atom, RDF, JSON Feed), of sitemaps or indexes of them, or of a page that names its feed",
    },
    every: {
      type: "string",
      valueHint: "TIME",
      description: "the smallest time between two polls: 10m, 2h, 1d (default: 30m, or longer where the feed asks for it)",
    },
    text: {
      type: "enum",
      options: ["page", "feed"],
      description:
        "page: read the pages of entries, and the feed's text only where a page cannot be had; feed: read the feed's texts alone (default: page)",
    },
    since: { type: "string", valueHint: "DAY", description: "pass over entries from before that day (default: none; of sitemaps, a week ago)" },
    folder: { type: "string", valueHint: "NAME", description: "the heading that they stand under, levels parted by / (for export)" },
    ledger: ledgerArg,
    json: {
      type: "boolean",
      description: 'as JSON: [{"address","feed"?,"page"?,"known"?,"lists"?:{"kind","items"},"error"?:{"code","message","remedy"}}]',
    },
    ...fetchArgs,
  },
  examples: [
    "pacta feeds add https://news.example/feed",
    "pacta feeds add https://news.example/ --every 10m",
    "pacta feeds add https://news.example/news-sitemap.xml --since 2030-01-01",
  ],
  run: async (args, around) => {
    const [every, since] = [spanOption("every", args.every), dayOption("since", args.since)];
    const folders = args.folder?.split("/").flatMap((name) => (name.trim() === "" ? [] : [name.trim().slice(0, 200)]));
    const options = {
      ...(every === undefined ? {} : { every }),
      ...(since === undefined ? {} : { since }),
      ...(args.text === undefined ? {} : { text: args.text }),
      ...(folders === undefined || folders.length === 0 ? {} : { folders: folders.slice(0, 16) }),
    };
    const plan = await fetchPlan(args, around.env);
    const { subscribe } = await import("../../subscription/index.ts");
    return withSettings(args.ledger, around.env, (settings) =>
      interruptible(
        () => undefined,
        async (stop) => {
          const { fetch } = await fetcherFor(plan, stop);
          const told: object[] = [];
          let failed = 0;
          for (const address of args._) {
            if (stop.aborted) break;
            const result = await subscribe(address, options, { settings, fetch, clock: systemClock });
            failed += result.kind === "failure" ? 1 : 0;
            if (result.kind === "failure") await around.err.write(errorLine(result.error));
            if (args.json === true) told.push(lineOf(address, result));
            else if (result.kind === "subscribed") await say(result, around);
          }
          if (args.json === true) await around.out.write(`${JSON.stringify(told)}\n`);
          return stop.aborted ? EXIT.interrupted : failed === 0 ? EXIT.ok : EXIT.failed;
        },
      ),
    );
  },
});

type Result = Subscribed | Failure;

function lineOf(address: string, result: Result): object {
  if (result.kind === "subscribed") {
    const { kind: _, ...rest } = result;
    return { address, ...rest };
  }
  const { code, message, remedy } = result.error;
  return { address, error: { code, message, remedy } };
}

async function say({ feed, page, known, lists }: Subscribed, { out }: Surroundings): Promise<void> {
  const title = feed.title === undefined ? "" : ` "${oneLine(feed.title)}"`;
  const through = page === undefined ? "" : `, which ${page} names`;
  const what = { feed: "entries", sitemap: "pages", index: "sitemaps" }[lists.kind];
  await out.write(
    `${known ? "followed already, and changed" : "followed"}:${title} ${feed.id}${through} (${lists.items} ${what}; pacta feeds poll reads them)\n`,
  );
}
