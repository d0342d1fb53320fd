// Sources: who stands behind gold's claims, and a sample coded blind.
import { z } from "zod";
import type { Span } from "../../document/index.ts";
import type { SourceMention } from "../../reading/index.ts";
import { GOLD_SETS } from "../gold.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { table } from "../table.ts";
import { sumOf, tallyCells, tallyOf } from "./count.ts";
import type { Tally } from "./count.ts";
import { blindPairs, goldPairs, markSpan } from "./texts.ts";
import type { BlindPair, GoldPair } from "./texts.ts";

const attributionMark = z.object({
  ...markSpan,
  denied: z.boolean(),
  sources: z.array(z.object({ name: z.string(), cue: z.string().optional() })),
});
type AttributionMark = z.infer<typeof attributionMark>;

/** Names are held together by their last words, as the score of claims does. */
function lastWord(name: string): string | undefined {
  return name
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.at(-1);
}

/** The innermost source over a span: the shortest content that holds half of it. */
function innermost(sources: readonly SourceMention[], span: Span): SourceMention | undefined {
  const shared = ({ content }: SourceMention): number => Math.min(content.end, span.end) - Math.max(content.start, span.start);
  const over = sources.filter((source) => shared(source) * 2 >= span.end - span.start);
  return over.sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start))[0];
}

function tallyOfClaims({ gold, found }: GoldPair): Tally[] {
  return gold.claims.map(({ evidence, sources = [] }) => {
    const [wanted, got] = [sources[0], innermost(found.sources, evidence)];
    const right = wanted !== undefined && got !== undefined && lastWord(wanted.name) === lastWord(got.name);
    return { right: right ? 1 : 0, found: got === undefined ? 0 : 1, wanted: wanted === undefined ? 0 : 1 };
  });
}

function ofGold(pairs: readonly GoldPair[]): string {
  const rows = [...GOLD_SETS, "all"].map((set) => {
    const chosen = pairs.filter((pair) => set === "all" || pair.set === set);
    return [set, ...tallyCells(sumOf(chosen.flatMap(tallyOfClaims)))];
  });
  return table(["innermost source of gold's claims", "P", "R", "F1", "n"], rows);
}

function ofBlind(pairs: readonly BlindPair<AttributionMark>[]): string {
  const tally = (alike: (found: SourceMention, mark: AttributionMark) => boolean) =>
    tallyCells(
      sumOf(
        pairs.map(({ found, marks }) =>
          tallyOf(
            found.sources.filter(({ asks }) => asks !== true).map((source) => ({ ...source, start: source.content.start, end: source.content.end })),
            marks,
            alike,
          ),
        ),
      ),
    );
  const sameName = (found: SourceMention, mark: AttributionMark): boolean => mark.sources.some(({ name }) => lastWord(name) === lastWord(found.name));
  const sameCue = (found: SourceMention, mark: AttributionMark): boolean =>
    mark.sources.some(({ cue }) => cue?.toLowerCase() === found.cue.toLowerCase());
  return table(
    ["blind sample", "P", "R", "F1", "n"],
    [
      ["something said, overlapping", ...tally(() => true)],
      ["and by the same name", ...tally(sameName)],
      ["and by the same cue", ...tally((found, mark) => sameName(found, mark) && sameCue(found, mark))],
    ],
  );
}

async function run(bench: Bench): Promise<Section> {
  const annotate = await bench.openAnnotator();
  const gold = ofGold(await goldPairs(bench, annotate));
  const pairs = await blindPairs("sources", attributionMark, bench, annotate);
  const body = `## Sources

Printed by \`npm run eval -- sources\`.

Who is behind the words of a claim's evidence, whether or not the reader finds the claim; where the saying is itself the act, gold has no source.

${gold}

${pairs.length} Current Events items with words of saying in them, coded without sight of the recogniser; who asks for something is no source there.

${ofBlind(pairs)}`;
  bench.print(body);
  return { name: "sources", body };
}

/** `npm run eval -- sources`. */
export const sources: Part = { what: "who says it: behind gold's claims, and a sample coded blind", run };
