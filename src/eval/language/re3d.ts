// re3d: reports on defence and security with entities by character. They are split by our own tokenizer and compared by
// character, so that a name that the split cuts wrong counts as missed.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { tokenize, type Lexicon } from "../../language/index.ts";
import type { NamedText } from "./columns.ts";
import { corpusNames, readCorpus } from "./corpus.ts";
import { heldBackOf, readHeldBack } from "./held-back.ts";
import { nameOfEntity, outermost } from "./re3d-name.ts";
import type { NameOrOpen } from "./re3d-name.ts";

const documentSchema = z.object({ _id: z.string(), text: z.string() });
const entitySchema = z.object({ documentId: z.string(), begin: z.int(), end: z.int(), type: z.string() });

/** A re3d document with the names in it. */
export interface Re3dDocument {
  readonly id: string;
  readonly text: string;
  readonly names: readonly NameOrOpen[];
}

function rowsOf<Row>(jsonl: string, schema: z.ZodType<Row>): Row[] {
  return jsonl
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** The documents of one folder, from the lines of its two files; `states` are names of states. */
export function re3dDocuments(documents: string, entities: string, states: ReadonlySet<string>): Re3dDocument[] {
  const marked = Map.groupBy(rowsOf(entities, entitySchema), (entity) => entity.documentId);
  return rowsOf(documents, documentSchema).map(({ _id: id, text }) => {
    const names = (marked.get(id) ?? []).flatMap(({ type, begin, end }) => nameOfEntity(type, text, { start: begin, end }, states) ?? []);
    return { id, text, names: outermost(names) };
  });
}

/** A re3d document with all its entities as they are marked; `heldBack` where the language model never saw it. */
export interface Re3dMarked {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly type: string }[];
  readonly heldBack: boolean;
}

/** Every document of re3d, folder by folder. Throws `PACTA_CORPUS_MISSING` and `PACTA_HELD_BACK`. */
export function re3dMarked(shared: string): Re3dMarked[] {
  const documents = corpusNames(shared, "re3d", "folders").flatMap((folder) => {
    const marked = Map.groupBy(rowsOf(readCorpus(shared, "re3d", folder, "entities.json.gz"), entitySchema), (entity) => entity.documentId);
    return rowsOf(readCorpus(shared, "re3d", folder, "documents.json.gz"), documentSchema).map(({ _id: id, text }) => {
      const marks = (marked.get(id) ?? []).map(({ begin, end, type }) => ({ start: begin, end, type }));
      return { id, text, marks };
    });
  });
  const { re3d } = readHeldBack(resource("training", "held-back.json"));
  const kept = new Set(heldBackOf("re3d", documents, re3d, ({ id }) => id));
  return documents.map((document) => ({ ...document, heldBack: kept.has(document) }));
}

/** A document's sentences by our own split, a line a paragraph, with its names. */
export function re3dText({ text, names }: Re3dDocument, lexicon: Lexicon): NamedText {
  const blocks = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length;
    return { kind: "paragraph" as const, start, end: start + line.trim().length };
  });
  return {
    sentences: tokenize(text, blocks, lexicon),
    names: names.flatMap((name) => (name.type === "open" ? [] : [name])),
    open: names.filter(({ type }) => type === "open"),
  };
}
