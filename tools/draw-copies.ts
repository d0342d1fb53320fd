// A sample of pairs of Current Events items for somebody to judge: `node tools/draw-copies.ts > FILE`, FILE outside the
// checkout, since the texts are under another licence. All pairs that are joined though their words differ or are more than a
// title, then titles up to 60; and 40 pairs that are left apart with half of their runs in common, within the window of days.
import { loadDocumentSetting, loadNearRules } from "../src/document/index.ts";
import type { NearRules } from "../src/document/index.ts";
import { toPactaError } from "../src/error.ts";
import { drawn, itemDocuments, joinedPairs, rowsOf, sharedFolder } from "../src/eval/index.ts";
import type { JoinedPair } from "../src/eval/index.ts";

const SEED = 7;
const [JOINED, APART] = [60, 40];
/** Runs below which the same words are a title, such as "War in Sudia". */
const TITLE = 8;

async function main(): Promise<void> {
  const [setting, rules] = [loadDocumentSetting(), loadNearRules()];
  const documents = itemDocuments(sharedFolder(process.env), setting);
  const rows = rowsOf(documents, rules, setting);
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const joined = await joinedPairs(rows, rules);
  const loose: NearRules = { ...rules, alike: [{ runs: TITLE, containment: 0.5, jaccard: 0.5, lead: 0 }] };
  const known = new Set(joined.map(({ id, other }) => `${id} ${other}`));
  const apart = (await joinedPairs(rows, loose)).filter(({ id, other }) => !known.has(`${id} ${other}`));
  const told = joined.filter(({ same, runs }) => !same || runs >= TITLE);
  const titles = joined.filter(({ same, runs }) => same && runs < TITLE);
  const line =
    (wasJoined: boolean) =>
    ({ id, other, days, runs }: JoinedPair) =>
      `${JSON.stringify({ id, other, joined: wasJoined, days, runs, text: texts.get(id), otherText: texts.get(other) })}\n`;
  const kept = [...drawn(told, JOINED, SEED), ...drawn(titles, JOINED, SEED)].slice(0, JOINED);
  for (const each of kept.map(line(true))) process.stdout.write(each);
  for (const each of drawn(apart, APART, SEED).map(line(false))) process.stdout.write(each);
  process.stderr.write(`${kept.length} of ${joined.length} joined, ${Math.min(APART, apart.length)} of ${apart.length} left apart\n`);
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
