// How rare a word is in the news: two documents that share "Chagos" are about one thing, two that share "minister" are not. Counted once over
// a fixed corpus (knowledge/deals/frequencies.tsv), so that what a ledger holds changes no comparison.
import { readFileSync } from "node:fs";
import { PactaError } from "../error.ts";

/** Gives the rarity of a stem: 0 for words that stand in every second report, 1 for those that stand in hardly any. */
export type RarityOf = (stem: string) => number;

/** A word that the table lacks stands in about so many of its documents. */
const UNLISTED = 8;
/** Inverse document frequencies (natural logarithm) at which a word begins to tell something, and from which on it tells no more. */
const [LEAST, MOST] = [4, 9];

/** Reads a table of `word` and `documents`; its first row with a `#` names the number of documents. Throws `PACTA_KNOWLEDGE_INVALID`. */
export function rarityOf(table: string, source: string): RarityOf {
  const total = Number(/^# In how many of (\d+) items/.exec(table)?.[1]);
  const counts = new Map(
    table
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .slice(1)
      .map((line): [string, number] => [line.split("\t")[0] ?? "", Number(line.split("\t")[1])]),
  );
  const wrong = !(total > 0) || [...counts.values()].some((count) => !(count > 0));
  if (wrong) throw new PactaError("PACTA_KNOWLEDGE_INVALID", "it is no table of words and counts", "Restore it from the package", { source });
  return (stem) => {
    const idf = Math.log(total / (counts.get(stem) ?? UNLISTED));
    return Math.max(0, Math.min(1, (idf - LEAST) / (MOST - LEAST)));
  };
}

/** Reads the file. Throws `PACTA_KNOWLEDGE_MISSING` or `PACTA_KNOWLEDGE_INVALID`. */
export function readRarity(file: string): RarityOf {
  let table: string;
  try {
    table = readFileSync(file, "utf8");
  } catch (thrown) {
    throw new PactaError(
      "PACTA_KNOWLEDGE_MISSING",
      "a knowledge file cannot be read",
      "Install the package again, or name the folder that holds it",
      { source: file },
      thrown,
    );
  }
  return rarityOf(table, file);
}
