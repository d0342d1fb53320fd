// `pacta copies`: which documents are copies of one report, and which of them the others have it from.
import { PactaError } from "../error.ts";
import type { DeclaredOrigin } from "../document/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { command, ledgerArg } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { countOption } from "./days.ts";
import { EXIT } from "./exit.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { inkOf } from "./output.ts";
import type { Ink } from "./output.ts";
import { idText, oneLine } from "./phrasing.ts";

/** A document of a cluster as it is printed. */
interface Copy {
  readonly id: string;
  readonly day?: string;
  readonly url?: string;
  readonly heading?: string;
  /** Where it says itself that it was first published. */
  readonly origin?: DeclaredOrigin;
}

/** A report with its copies: the origin first, then the others in the order of their days. */
interface Copied {
  readonly origin: string;
  readonly documents: readonly Copy[];
}

/** Clusters in one question to the ledger. */
const MOST = 100;

/** `pacta copies`. */
export const copies = command({
  args: {
    document: { type: "positional", required: false, description: "a document's id: only its copies" },
    ledger: ledgerArg,
    limit: { type: "string", valueHint: "N", description: "so many reports at the most" },
    after: { type: "string", valueHint: "CURSOR", description: "go on behind a page: the cursor that it ended with" },
    json: {
      type: "boolean",
      description: 'a page as JSON: {"clusters":[{"origin","documents":[{"id","day"?,"url"?,"heading"?,"origin"?}]}],"next"?}',
    },
    jsonl: { type: "boolean", description: "one cluster a line" },
  },
  examples: ["pacta copies --ledger deals.db", "pacta copies brief-7", "pacta copies --limit 50 --json"],
  run: async ({ document, ledger: named, limit, after, json, jsonl }, around) => {
    const most = countOption("limit", limit);
    return withLedger(ledgerLocation(named, around.env), false, async (ledger) => {
      const show = json === true ? undefined : printer(around, jsonl === true);
      const all: Copied[] = [];
      let count = 0;
      const take = async (copied: Copied): Promise<void> => {
        count += 1;
        await (show === undefined ? all.push(copied) : show(copied));
      };
      const next = document === undefined ? await listed(ledger, most, after, take) : await ofOne(ledger, document, take);
      if (show === undefined) await around.out.write(`${JSON.stringify({ clusters: all, ...(next === undefined ? {} : { next }) })}\n`);
      else if (count === 0 && jsonl !== true) await around.out.write("no copies\n");
      if (next !== undefined && json !== true) await around.err.write(`more: --after '${next}'\n`);
      return EXIT.ok;
    });
  },
});

/** Gives clusters one by one, and where a page of them ended. */
async function listed(
  ledger: Ledger,
  limit: number | undefined,
  from: string | undefined,
  take: (copied: Copied) => Promise<void>,
): Promise<string | undefined> {
  let [after, left] = [from, limit ?? Number.POSITIVE_INFINITY];
  do {
    const page = await ledger.clusters({ limit: Math.min(MOST, left), ...(after === undefined ? {} : { after }) });
    for (const { origin, members } of page.clusters) await take(await copiedOf(ledger, origin, members));
    left -= page.clusters.length;
    after = page.next;
  } while (after !== undefined && left > 0);
  return after;
}

/** The copies of one document, if there are any. Throws `PACTA_DOCUMENT_UNKNOWN`. */
async function ofOne(ledger: Ledger, id: string, take: (copied: Copied) => Promise<void>): Promise<undefined> {
  const cluster = await ledger.copies(id);
  if (cluster === undefined)
    throw new PactaError("PACTA_DOCUMENT_UNKNOWN", `the ledger has no document "${id}"`, "pacta claims --jsonl prints the documents' ids");
  if (cluster.members.length > 1) await take(await copiedOf(ledger, cluster.origin, cluster.members));
}

async function copiedOf(ledger: Ledger, origin: string, members: readonly string[]): Promise<Copied> {
  const documents = await Promise.all(members.map((id) => copyOf(ledger, id)));
  const rank = ({ id, day = "9999" }: Copy): string => `${id === origin ? 0 : 1}${day} ${id}`;
  return { origin, documents: documents.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)) };
}

async function copyOf(ledger: Ledger, id: string): Promise<Copy> {
  const { published, url, heading, origin } = (await ledger.document(id)) ?? {};
  return {
    id,
    ...(published === undefined ? {} : { day: published.day }),
    ...(url === undefined ? {} : { url }),
    ...(heading === undefined ? {} : { heading }),
    ...(origin === undefined ? {} : { origin }),
  };
}

function printer({ out }: Surroundings, asLines: boolean): (copied: Copied) => Promise<void> {
  const ink = inkOf(out);
  return (copied) => out.write(asLines ? `${JSON.stringify(copied)}\n` : copiedText(copied, ink));
}

function copiedText({ documents }: Copied, ink: Ink): string {
  const lines = documents.map(({ id, day, url, heading, origin }, at) => {
    const line = `${day ?? "day unknown"}  ${url ?? idText(id)}${heading === undefined ? "" : `  ${oneLine(heading)}`}${origin === undefined ? "" : `  (says: ${oneLine(origin.outlet ?? origin.url ?? "")})`}`;
    return at === 0 ? ink.strong(line) : `  ${line}`;
  });
  return `${lines.join("\n")}\n`;
}
