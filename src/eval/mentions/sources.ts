// Sources: who stands behind gold's claims, and a sample coded blind.
import { z } from "zod";
import type { SourceMention } from "../../reading/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { table } from "../table.ts";
import { sameLastWord } from "./behind.ts";
import { sumOf, tallyCells, tallyOf } from "./count.ts";
import { gumReport } from "./gum-sources.ts";
import { behindGold, ofMatched } from "./source-gold.ts";
import { blindPairs, goldPairs, markSpan } from "./texts.ts";
import type { BlindPair } from "./texts.ts";

const attributionMark = z.object({
  ...markSpan,
  denied: z.boolean(),
  sources: z.array(z.object({ name: z.string(), cue: z.string().optional() })),
});
type AttributionMark = z.infer<typeof attributionMark>;

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
  const sameName = (found: SourceMention, mark: AttributionMark): boolean => mark.sources.some((source) => sameLastWord(source, found));
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
  const gold = await goldPairs(bench, annotate);
  const pairs = await blindPairs("sources", attributionMark, bench, annotate);
  const body = `## Sources

Printed by \`npm run eval -- sources\`.

Who is behind the words of a claim's evidence, whether or not the reader finds the claim. Found is the attribution with the shortest content that holds half of the evidence; where the cue stands in the evidence, half of its part on the side of what is said. By the guideline, who asks is the source of a demanded act alone, and nobody is where the saying is itself the act: an actual \`object\`, \`demand\`, \`threaten\`, \`propose\` or \`rule\` by the one who says it, and "announces a deal" of \`agree\`. Those who say it together count once. Names are one where they end in one word, or have one head and the words of one are all in the other ("officials", "officials in Paris"). Beside it, F1 by last words alone, and plain: half of the whole evidence, whatever the act, by last words.

${behindGold(gold)}

Where reader and gold have the claim, as gold's own scorer counts:

${await ofMatched(gold, await bench.openReader())}

${pairs.length} Current Events items with words of saying in them, coded without sight of the recogniser; who asks for something is no source there.

${ofBlind(pairs)}

${await gumReport(bench, annotate)}`;
  bench.print(body);
  return { name: "sources", body };
}

/** `npm run eval -- sources`. */
export const sources: Part = { what: "who says it: behind gold's claims, and a sample coded blind", run };
