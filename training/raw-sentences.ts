// Raw news for a teacher to label: `node training/raw-sentences.ts COUNT > FILE.jsonl`, one JSON array of words a line.
// Sentences of Current Events items and Wikinews articles as Pacta splits them, without the documents of test/trees,
// on which the reader is measured.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { corpusLines, sample } from "../bench/corpus.ts";
import { sharedFolder } from "../src/eval/index.ts";
import { loadLexicon, paragraphBlocks, tokenize } from "../src/language/index.ts";
import { resource } from "../src/resources.ts";

const SEED = 4;
/** Words a sentence may have. */
const [FEWEST, MOST] = [4, 70];

function wikinews(shared: string): { key: string; text: string }[] {
  return ["2019", "2020"].flatMap((year) => {
    const csv = gunzipSync(readFileSync(join(shared, "corpora", "wikinews", `wikinews_${year}.csv.gz`))).toString("utf8");
    return [...csv.matchAll(/^"?(https:[^",]+)"?,(?:[^,\n]*),(?:"(?:[^"]|"")*"|[^",\n]*),"((?:[^"]|"")*)"/gm)].map(([, key = "", text = ""]) => ({
      key,
      text: text.replaceAll('""', '"'),
    }));
  });
}

function main(count: number): void {
  const shared = sharedFolder(process.env);
  const checked = new Set([...readFileSync(resource("test", "trees", "news.conllu"), "utf8").matchAll(/^# sent_id = \S+ (.+)$/gm)].map(([, key]) => key));
  const items = corpusLines(shared).map((line): { key: string; text: string } => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    return { key: id, text };
  });
  const lexicon = loadLexicon();
  const seen = new Set<string>();
  for (const { key, text } of [...wikinews(shared), ...sample(items, items.length, SEED)]) {
    if (checked.has(key)) continue;
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
