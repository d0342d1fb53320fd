// The texts that recognisers are measured on: gold of all sets, and samples that were coded blind, whose texts stay in the
// shared folder and are looked up by id.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { PactaError } from "../../error.ts";
import { resource } from "../../resources.ts";
import { GOLD_SETS, loadGold } from "../gold.ts";
import type { GoldDocument, GoldSet } from "../gold.ts";
import { newsItems } from "../language/index.ts";
import type { AnnotateAll, Bench, PlainDocument } from "../part.ts";
import type { AnnotatedDocument } from "../../reading/index.ts";

/** Where a mark stands: UTF-16 offsets into its text. */
export const markSpan = { start: z.number(), end: z.number() };

/** A gold document with what the recognisers found in it. */
export interface GoldPair {
  readonly set: GoldSet;
  readonly gold: GoldDocument;
  readonly found: AnnotatedDocument;
}

/** Every gold set, annotated; at most `limit` documents of each. */
export async function goldPairs({ shared, limit }: Bench, annotate: AnnotateAll): Promise<GoldPair[]> {
  const pairs: GoldPair[] = [];
  for (const set of GOLD_SETS) {
    const gold = loadGold(shared, set).slice(0, limit);
    const found = await annotate(gold);
    found.forEach((one, i) => {
      const document = gold[i];
      if (document !== undefined) pairs.push({ set, gold: document, found: one });
    });
  }
  return pairs;
}

/** A text coded blind: what the coder marked in it, with offsets, and what the recognisers found. */
export interface BlindPair<Mark> {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly found: AnnotatedDocument;
}

/** The sample `test/blind/NAME.jsonl`, annotated. Throws `PACTA_CORPUS_MISSING`, and `PACTA_BLIND_TEXT` where a coded text is not in the corpus. */
export async function blindPairs<Mark>(
  name: string,
  mark: z.ZodType<Mark>,
  { shared, limit }: Bench,
  annotate: AnnotateAll,
): Promise<BlindPair<Mark>[]> {
  const file = resource("test", "blind", `${name}.jsonl`);
  const rows = readFileSync(file, "utf8").trimEnd().split("\n").slice(0, limit);
  const rowOf = z.object({ id: z.string(), marks: z.array(mark) });
  const coded = rows.map((row) => {
    const { id, marks } = rowOf.parse(JSON.parse(row));
    return { id, marks };
  });
  const items = newsItems(shared);
  const documents = coded.map(({ id }): PlainDocument => {
    const document = items.get(id);
    if (document === undefined) throw new PactaError("PACTA_BLIND_TEXT", `the corpus has no text ${id}`, "Take the corpus afresh", { source: file });
    return document;
  });
  const found = await annotate(documents);
  return coded.flatMap(({ id, marks }, i) => {
    const [one, document] = [found[i], documents[i]];
    return one === undefined || document === undefined ? [] : [{ id, text: document.text, marks, found: one }];
  });
}
