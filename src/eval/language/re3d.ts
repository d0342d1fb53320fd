// re3d: reports on defence and security with entities by character. They are split by our own tokenizer and compared by
// character, so that a name that the split cuts wrong counts as missed. Which entities are names is told as in training/corpora.py.
import { z } from "zod";
import { tokenize, type Lexicon, type Name, type NameType } from "../../language/index.ts";
import type { NamedText } from "./columns.ts";

const TYPES: Readonly<Record<string, NameType>> = {
  Person: "PER",
  Organisation: "ORG",
  Location: "LOC",
  Weapon: "WEAPON",
  MilitaryPlatform: "PLATFORM",
};
/** re3d marks roles too; one is no name. */
const ROLE = /\b(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Aa]mbassador|[Ll]eader|[Cc]hief|[Pp]eople)\b/;

const documentSchema = z.object({ _id: z.string(), text: z.string() });
const entitySchema = z.object({ documentId: z.string(), begin: z.int(), end: z.int(), type: z.string(), value: z.string() });
type Entity = z.infer<typeof entitySchema>;

/** A re3d document with the names in it. */
export interface Re3dDocument {
  readonly id: string;
  readonly text: string;
  readonly names: readonly Name[];
}

function rowsOf<Row>(jsonl: string, schema: z.ZodType<Row>): Row[] {
  return jsonl
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** The documents of one folder, from the lines of its two files. */
export function re3dDocuments(documents: string, entities: string): Re3dDocument[] {
  const names = Map.groupBy(rowsOf(entities, entitySchema), (entity) => entity.documentId);
  return rowsOf(documents, documentSchema).map(({ _id, text }) => ({ id: _id, text, names: outermost((names.get(_id) ?? []).flatMap(nameOf)) }));
}

/** A weapon or platform counts as it is marked; any other entity only where it is written as a name and is no role. */
function nameOf({ type, value, begin, end }: Entity): Name[] {
  const mapped = TYPES[type];
  if (mapped === undefined) return [];
  const named = mapped === "WEAPON" || mapped === "PLATFORM" || (/^\p{Lu}/u.test(value) && !ROLE.test(value));
  return named ? [{ type: mapped, start: begin, end }] : [];
}

/** Entities nest; the longest stand, the earlier first. */
export function outermost(names: readonly Name[]): Name[] {
  const kept: Name[] = [];
  const length = (name: Name): number => name.end - name.start;
  for (const name of [...names].sort((a, b) => length(b) - length(a) || a.start - b.start || (a.type < b.type ? -1 : 1))) {
    if (kept.every((other) => name.end <= other.start || name.start >= other.end)) kept.push(name);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A document's sentences by our own split, a line a paragraph, with its names. */
export function re3dText({ text, names }: Re3dDocument, lexicon: Lexicon): NamedText {
  const blocks = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length;
    return { kind: "paragraph" as const, start, end: start + line.trim().length };
  });
  return { sentences: tokenize(text, blocks, lexicon), names };
}
