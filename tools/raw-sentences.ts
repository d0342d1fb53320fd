// Raw news for a teacher to label: `node tools/raw-sentences.ts COUNT [acts] > FILE.jsonl`, one JSON array of words a line.
// Sentences of Current Events items and Wikinews articles as Pacta splits them, without the documents of test/trees,
// on which the reader is measured; with `acts` also without the documents on which the network for acts is, and their sentences wherever
// else they stand.
import { readFileSync } from "node:fs";
import { sample } from "../bench/corpus.ts";
import { isHeldBack, loadGold, newsDocuments, sharedFolder } from "../src/eval/index.ts";
import { loadLexicon, paragraphBlocks, tokenize } from "../src/language/index.ts";
import { resource } from "../src/resources.ts";
import { codedDocuments, KEPT, type CodedItem } from "./coded.ts";

const SEED = 4;
/** Words a sentence may have. */
const [FEWEST, MOST] = [4, 70];

/** The documents whose claims are measured: gold but for what is trained on, and the coded text that is kept from training. */
function measured(shared: string): readonly CodedItem[] {
  const whole = (["items.dev", "items.test", "articles", "articles.open"] as const).flatMap((name) => loadGold(shared, name));
  const held = loadGold(shared, "items.train").filter(({ id }) => isHeldBack(id));
  return [...whole, ...held, ...codedDocuments(shared, KEPT).map(({ item }) => item)];
}

function main(count: number, forActs: boolean): void {
  const shared = sharedFolder(process.env);
  const trees = readFileSync(resource("test", "trees", "news.conllu"), "utf8");
  const checked = new Set([...trees.matchAll(/^# sent_id = (.+)$/gm)].map(([, name]) => name));
  const documents = newsDocuments(shared);
  const lexicon = loadLexicon();
  const linesOf = (text: string): readonly string[] =>
    tokenize(text, paragraphBlocks(text), lexicon)
      .filter(({ words }) => words.length >= FEWEST && words.length <= MOST)
      .map(({ words }) => JSON.stringify(words.map((word) => word.form)));
  const kept = forActs ? measured(shared) : [];
  const ids = new Set(kept.map(({ id }) => id));
  const seen = new Set(kept.flatMap(({ text }) => linesOf(text)));
  let written = 0;
  for (const [name, text] of sample(documents, documents.length, SEED)) {
    if (checked.has(name) || ids.has(name.slice(name.indexOf(" ") + 1))) continue;
    for (const line of linesOf(text)) {
      if (seen.has(line)) continue;
      seen.add(line);
      written++;
      if (written > count) return;
      process.stdout.write(`${line}\n`);
    }
  }
}

main(Number(process.argv[2] ?? 40_000), process.argv[3] === "acts");
