// `pacta diff`: what two readings of one version of a document differ in.
import { PactaError } from "../error.ts";
import type { ChangedClaim, Ledger, ListedReading, ReadingDiff, StoredReading } from "../ledger/index.ts";
import type { Claim } from "../reading/index.ts";
import { command, ledgerArg } from "./command.ts";
import { countOption } from "./days.ts";
import { EXIT } from "./exit.ts";
import { wrap } from "./layout.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { inkOf } from "./output.ts";
import type { Output } from "./output.ts";
import { actText, oneLine, partiesText, wordsText } from "../phrasing/index.ts";

/** `pacta diff`. */
export const diff = command({
  args: {
    document: { type: "positional", required: true, description: "the document's id" },
    from: { type: "string", valueHint: "READER", description: "the older reading (default: the one before the newest)" },
    to: { type: "string", valueHint: "READER", description: "the newer reading (default: the newest)" },
    version: { type: "string", valueHint: "N", description: "the version of the document (default: the newest that was read)" },
    ledger: ledgerArg,
    json: {
      type: "boolean",
      description: 'as JSON: {"document","version","from","to","onlyFrom","onlyTo","changed":[{"from","to","slots"}],"same"}',
    },
  },
  examples: ["pacta diff brief-7", "pacta diff brief-7 --from pacta/0.1.0 --json"],
  run: async (args, { env, out }) =>
    withLedger(ledgerLocation(args.ledger, env), false, async (ledger) => {
      const version = countOption("version", args.version);
      const { from, to } = await readingsOf(args.document, { from: args.from, to: args.to, version }, ledger);
      const { diffReadings } = await import("../ledger/index.ts");
      const found = diffReadings(from.claims, to.claims);
      const head = { document: to.document, version: to.version, from: from.reader, to: to.reader };
      await out.write(args.json === true ? `${JSON.stringify({ ...head, ...found })}\n` : diffText(head, found, out));
      return EXIT.ok;
    }),
});

interface Asked {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly version: number | undefined;
}

/** The two readings that are meant. Throws `PACTA_DOCUMENT_UNKNOWN`, `PACTA_READING_UNKNOWN`. */
async function readingsOf(id: string, asked: Asked, ledger: Ledger): Promise<{ from: StoredReading; to: StoredReading }> {
  const all = await ledger.readings(id);
  const newest = asked.version ?? all[0]?.version;
  if (newest === undefined)
    throw new PactaError(
      "PACTA_DOCUMENT_UNKNOWN",
      `the ledger has no reading of a document "${id}"`,
      "pacta claims --jsonl prints the documents' ids",
    );
  const listed = all.filter(({ version }) => version === newest);
  const to = asked.to === undefined ? listed.find(({ reader }) => reader !== asked.from) : listed.find(({ reader }) => reader === asked.to);
  const from = asked.from === undefined ? before(listed, to) : listed.find(({ reader }) => reader === asked.from);
  if (to === undefined) throw unknown(id, newest, asked.to, listed);
  if (from === undefined) throw unknown(id, newest, asked.from, listed);
  return { from: await whole(from, ledger), to: await whole(to, ledger) };
}

/** The reading before that one, the newest but it where it is the oldest. */
function before(listed: readonly ListedReading[], to: ListedReading | undefined): ListedReading | undefined {
  return listed.find(({ seq }) => to !== undefined && seq < to.seq) ?? listed.find((one) => one !== to);
}

async function whole({ document, version, reader }: ListedReading, ledger: Ledger): Promise<StoredReading> {
  const reading = await ledger.reading(document, { version, reader });
  if (reading === undefined) throw new Error(`the reading of ${document} by ${reader} is listed and not there`);
  return reading;
}

function unknown(id: string, version: number, reader: string | undefined, listed: readonly ListedReading[]): PactaError {
  const readers = listed.map((one) => one.reader).join(", ");
  const what = reader === undefined ? `version ${version} was read by one reader alone` : `version ${version} was not read by "${reader}"`;
  return new PactaError("PACTA_READING_UNKNOWN", what, readers === "" ? "Give another --version" : `It was read by ${readers}`, { source: id });
}

function diffText(head: { document: string; version: number; from: string; to: string }, found: ReadingDiff, out: Output): string {
  const ink = inkOf(out);
  const width = Math.min(out.columns, 110);
  const claim = (sign: string, { act, mode, negated, ...rest }: Claim) =>
    `${sign} ${wrap(`${actText({ act, mode, negated })}: ${partiesText(rest)} ${wordsText(rest.evidence.quote)}`, width - 2, "  ")}\n`;
  const slot = (name: ChangedClaim["slots"][number], from: unknown, to: unknown) => `    ${name}: ${valueText(from)} => ${valueText(to)}\n`;
  const lines = [
    ink.strong(`${oneLine(head.document)}, version ${head.version}: ${head.from} => ${head.to}\n`),
    ...found.onlyFrom.map((one) => claim("-", one)),
    ...found.onlyTo.map((one) => claim("+", one)),
    ...found.changed.map(({ from, to, slots }) => claim("~", to) + slots.map((name) => slot(name, from[name], to[name])).join("")),
    ink.faint(`${found.onlyFrom.length} gone, ${found.onlyTo.length} new, ${found.changed.length} changed, ${found.same} the same\n`),
  ];
  return lines.join("");
}

function valueText(value: unknown): string {
  return value === undefined ? "nothing" : typeof value === "string" ? oneLine(value) : oneLine(JSON.stringify(value));
}
