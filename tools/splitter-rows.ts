// Prints what training/splitter.py learns from, one place a line: set, 1 or 0 for whether a sentence ends there, and its traits, parted by tabs.
// The news of Current Events has no gold; it is clean enough that the rules may be taken for it, and it keeps the weights from
// learning from letters and reviews to break what news never breaks.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sharedFolder } from "../src/eval/index.ts";
import { boundaryRows, loadLexicon, paragraphBlocks, readConllu, sentencesOf, textOf } from "../src/language/index.ts";
import type { BoundaryRow } from "../src/language/index.ts";

const corpora = join(sharedFolder(process.env), "corpora");
const lexicon = loadLexicon();
const heldBack = (JSON.parse(readFileSync(join(import.meta.dirname, "../training/held-back.json"), "utf8")) as { readonly gum: readonly string[] })
  .gum;
/** Every tenth item of Current Events is learned from. */
const NEWS_STEP = 10;

function read(...path: string[]): string {
  return gunzipSync(readFileSync(join(corpora, ...path))).toString("utf8");
}

function print(set: string, rows: Iterable<BoundaryRow>): void {
  const lines = [...rows].map(({ ends, traits }) => [set, ends ? "1" : "0", ...traits].join("\t"));
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

function printTreebank(set: string, conllu: string): void {
  const gold = readConllu(conllu, set);
  const text = textOf(gold);
  print(set, boundaryRows(text, paragraphBlocks(text), lexicon, new Set(sentencesOf(gold).map((sentence) => sentence.end))));
}

const gum = readdirSync(join(corpora, "gum")).filter(
  (name) => name.endsWith(".conllu.gz") && !heldBack.some((held) => name === `GUM_${held}.conllu.gz`),
);
printTreebank("train", read("ud-ewt", "train.conllu.gz"));
printTreebank("train", gum.map((name) => read("gum", name)).join("\n"));
printTreebank("dev", read("ud-ewt", "dev.conllu.gz"));
const items = read("current-events", "items-2002-2023.jsonl.gz").trim().split("\n");
for (let i = 0; i < items.length; i += NEWS_STEP) {
  const { text } = JSON.parse(items[i] ?? "{}") as { readonly text: string };
  print("train", boundaryRows(text, paragraphBlocks(text), lexicon));
}
