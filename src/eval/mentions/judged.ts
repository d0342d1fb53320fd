// What others said of samples of the output (tools/draw-outputs.ts draws them): how much of each kind is wrong.
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { PactaError } from "../../error.ts";
import { resource } from "../../resources.ts";
import { newsItems } from "../language/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { share, table } from "../table.ts";
import { claimOutputs, OUTPUT_KINDS, outputsOf, type Output, type OutputKind } from "./outputs.ts";

const verdictRow = z.strictObject({
  id: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Of a claim: two may have the same evidence. */
  act: z.string().optional(),
  verdict: z.enum(["right", "wrong", "unclear"]),
  why: z.string().optional(),
});

/** What a judge said of the output at one place: `why` is a word for what is wrong ("value", "span", "none"). */
export type Verdict = z.infer<typeof verdictRow>;

/** The verdicts in the lines of a file. Throws `PACTA_JUDGED_INVALID` with the line that is none. */
export function verdictsIn(content: string, source: string): Verdict[] {
  const lines = content.split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [verdictRow.parse(JSON.parse(line))];
    } catch (cause) {
      throw new PactaError(
        "PACTA_JUDGED_INVALID",
        `this line is no verdict: ${cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)}`,
        "Write {id, start, end, verdict}, the verdict right, wrong or unclear",
        { source, line: index + 1 },
        cause,
      );
    }
  });
}

/** Wilson's interval for a share, 95 %: between what a sample of n of which `hits` are so leaves the whole. */
export function interval(hits: number, n: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const centre = (hits + z2 / 2) / (n + z2);
  const half = (1.96 / (n + z2)) * Math.sqrt((hits * (n - hits)) / n + z2 / 4);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** One kind's row: how many were judged, how many of them are clear, the wrong ones, their share with its interval, and the reasons. */
export function judgedRow(kind: string, verdicts: readonly Verdict[], stillRead: number): string[] {
  const wrong = verdicts.filter(({ verdict }) => verdict === "wrong");
  const clear = verdicts.filter(({ verdict }) => verdict !== "unclear").length;
  const [low, high] = interval(wrong.length, clear);
  const reasons = [...Map.groupBy(wrong, ({ why }) => why ?? "not said")].map(([why, all]) => `${why} ${all.length}`).sort();
  const rate = clear === 0 ? ["–", "–"] : [share(wrong.length / clear), `${share(low)}–${share(high)}`];
  return [kind, String(verdicts.length), String(clear), String(wrong.length), ...rate, reasons.join(", ") || "–", String(stillRead)];
}

function verdictsOf(kind: OutputKind): Verdict[] | undefined {
  const file = resource("test", "judged", `${kind}.jsonl`);
  return existsSync(file) ? verdictsIn(readFileSync(file, "utf8"), file) : undefined;
}

/** What the reader of today reads in the items that were judged. */
async function readNow({ shared, openAnnotator, openReader }: Bench, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly Output[]>> {
  const items = newsItems(shared);
  const documents = [...ids].flatMap((id) => items.get(id) ?? []);
  const found = await (await openAnnotator())(documents);
  const readings = await (await openReader())(documents.map((document) => ({ ...document, claims: [] })));
  return new Map(
    documents.map(({ id }, i) => [
      id,
      [...(found[i] === undefined ? [] : outputsOf(found[i])), ...(readings[i] === undefined ? [] : claimOutputs(readings[i]))],
    ]),
  );
}

async function run(bench: Bench): Promise<Section> {
  const judged = OUTPUT_KINDS.flatMap((kind) => {
    const verdicts = verdictsOf(kind);
    return verdicts === undefined ? [] : [{ kind, verdicts }];
  });
  const now = await readNow(bench, new Set(judged.flatMap(({ verdicts }) => verdicts.map(({ id }) => id))));
  const rows = judged.map(({ kind, verdicts }) => {
    const isThere = ({ id, start, end, act }: Verdict): boolean | undefined =>
      now.get(id)?.some((each) => each.kind === kind && each.start === start && each.end === end && (act === undefined || each.read["act"] === act));
    const still = verdicts.filter(isThere);
    return judgedRow(kind, verdicts, still.length);
  });
  const head = ["output", "judged", "clear", "wrong", "share wrong", "95 %", "what is wrong", "still read there"];
  const none = "No sample has been judged yet.";
  const body = `## Judged output

Printed by \`npm run eval -- judged\`.

Samples of what is read in Current Events items, drawn with a seed by \`tools/draw-outputs.ts\` from items that nobody coded, and judged one by one
(test/judged says how and by whom). The last column counts the places at which today's reader still reads something.

${rows.length === 0 ? none : table(head, rows)}`;
  bench.print(body);
  return { name: "judged", body };
}

/** `npm run eval -- judged`. */
export const judged: Part = { what: "samples of the output, judged by others", run };
