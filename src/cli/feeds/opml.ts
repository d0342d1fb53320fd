// `pacta feeds import` and `export`: lists of feeds as other readers hand them on.
import { writeFile } from "node:fs/promises";
import { PactaError, toPactaError } from "../../error.ts";
import type { Feed } from "../../settings/index.ts";
import type { ListedFeed } from "../../source/index.ts";
import { command, ledgerArg } from "../command.ts";
import { errorLine } from "../error-line.ts";
import { EXIT } from "../exit.ts";
import { withSettings } from "../open.ts";
import { spanOption } from "./span.ts";

/** Characters of a title or heading that are kept. */
const LONGEST = 200;

/** `pacta feeds import`. */
export const importFeeds = command({
  args: {
    file: { type: "positional", required: true, description: "a list of feeds (OPML), or - for standard input" },
    every: { type: "string", valueHint: "TIME", description: "the smallest time between two polls of each: 10m, 2h, 1d" },
    ledger: ledgerArg,
    json: { type: "boolean", description: 'as JSON: {"listed","added","known"}' },
  },
  examples: ["pacta feeds import subscriptions.opml"],
  run: async ({ file, every: written, ledger, json }, { env, out, err }) => {
    const every = spanOption("every", written);
    const [all, { LONGEST_ADDRESS: longest }] = await Promise.all([listedIn(file), import("../../settings/index.ts")]);
    const [listed, long] = [all.filter(({ url }) => url.length <= longest), all.filter(({ url }) => url.length > longest)];
    for (const { url } of long) await err.write(errorLine(tooLong(url, longest, file)));
    return withSettings(ledger, env, async ({ feeds }) => {
      let added = 0;
      for (const each of listed) {
        const feed = { ...feedOf(each, longest), ...(every === undefined ? {} : { every }) };
        let known = false;
        await feeds.change(feed.id, (before) => {
          known = before !== undefined;
          return before ?? feed;
        });
        added += known ? 0 : 1;
      }
      const counts = { listed: listed.length, added, known: listed.length - added };
      const text = `${added} of ${listed.length} feeds are followed now; ${counts.known} were before. pacta feeds poll reads them\n`;
      await out.write(json === true ? `${JSON.stringify(counts)}\n` : text);
      return long.length === 0 ? EXIT.ok : EXIT.failed;
    });
  },
});

function tooLong(url: string, longest: number, file: string): PactaError {
  const what = `an address has more than ${longest} characters (${url.slice(0, 60)}…)`;
  return new PactaError("PACTA_FEED_ADDRESS", what, "Give a shorter one", { source: file });
}

/** The feeds in a file, each address once. Throws the coded errors of reading and parsing it. */
async function listedIn(file: string): Promise<readonly ListedFeed[]> {
  const { failure, nodeIo, opmlFrom } = await import("../../source/index.ts");
  try {
    const io = nodeIo();
    const all = await opmlFrom(file === "-" ? io.standardInput() : io.open(file));
    return [...new Map(all.map((each) => [each.url, each])).values()];
  } catch (thrown) {
    throw failure(thrown, { source: file }).error;
  }
}

function feedOf({ url, title, site, folders }: ListedFeed, longest: number): Feed {
  const cut = (words: string): string => words.slice(0, LONGEST).toWellFormed().trim();
  const headings = folders.map(cut).filter((name) => name !== "");
  return {
    id: url,
    made: new Date().toISOString(),
    ...(title === undefined || cut(title) === "" ? {} : { title: cut(title) }),
    ...(site === undefined || site.length > longest ? {} : { site }),
    ...(headings.length === 0 ? {} : { folders: headings }),
  };
}

/** `pacta feeds export`. */
export const exportFeeds = command({
  args: {
    file: { type: "positional", required: false, description: "a new file (default: standard output)" },
    ledger: ledgerArg,
  },
  examples: ["pacta feeds export", "pacta feeds export subscriptions.opml"],
  run: async ({ file, ledger }, { env, out }) =>
    withSettings(ledger, env, async ({ feeds }) => {
      const { writeOpml } = await import("../../source/index.ts");
      const all = await feeds.list();
      const listed = all.map(({ id: url, title, site, folders = [] }) => ({
        url,
        folders,
        ...(title === undefined ? {} : { title }),
        ...(site === undefined ? {} : { site }),
      }));
      const opml = `${writeOpml(listed, "Feeds of Pacta").trimEnd()}\n`;
      if (file === undefined) await out.write(opml);
      else {
        await writeFile(file, opml, { flag: "wx" }).catch((thrown: unknown) => Promise.reject(unwritable(file, thrown)));
        await out.write(`${all.length} feeds are listed in ${file}\n`);
      }
      return EXIT.ok;
    }),
});

function unwritable(path: string, thrown: unknown): PactaError {
  const what = `the list cannot be written (${toPactaError(thrown).message})`;
  return new PactaError("PACTA_FEEDS_UNWRITABLE", what, "Name a new file in a folder that is there", { source: path }, thrown);
}
