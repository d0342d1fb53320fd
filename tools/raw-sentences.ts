// Raw news for a teacher to label: `node tools/raw-sentences.ts COUNT > FILE.jsonl`, one JSON array of words a line.
// Sentences of Current Events items and Wikinews articles as Pacta splits them, without the documents of test/trees,
// on which the reader is measured.
import { readFileSync } from "node:fs";
import { sample } from "../bench/corpus.ts";
import { newsDocuments, sharedFolder } from "../src/eval/index.ts";
import { loadLexicon, paragraphBlocks, tokenize } from "../src/language/index.ts";
import { resource } from "../src/resources.ts";

const SEED = 4;
/** Words a sentence may have. */
const [FEWEST, MOST] = [4, 70];

function main(count: number): void {
  const trees = readFileSync(resource("test", "trees", "news.conllu"), "utf8");
  const checked = new Set([...trees.matchAll(/^# sent_id = (.+)$/gm)].map(([, name]) => name));
  const documents = newsDocuments(sharedFolder(process.env));
  const lexicon = loadLexicon();
  const seen = new Set<string>();
  for (const [name, text] of sample(documents, documents.length, SEED)) {
    if (checked.has(name)) continue;
    for (const { words } of tokenize(text, paragraphBlocks(text), lexicon)) {
      const line = JSON.stringify(words.map((word) => word.form));
      if (words.length < FEWEST || words.length > MOST || seen.has(line)) continue;
      seen.add(line);
      if (seen.size > count) return;
      process.stdout.write(`${line}\n`);
    }
  }
}

main(Number(process.argv[2] ?? 40_000));
