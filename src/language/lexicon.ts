// The word lists of splitting and lemmas, read from knowledge/language/*.tsv, so that an abbreviation can be added without programming.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { PactaError } from "../error.ts";
import type { BoundaryWeights } from "./learned.ts";

const abbreviation = z
  .object({ form: z.string().regex(/^\S+\.$/), kind: z.enum(["title", "street", "number", "month", "end", "mid", "place"]) })
  .strict();
const affix = z.object({ form: z.string().regex(/^\p{Ll}+$/u), side: z.enum(["before", "after"]) }).strict();
const irregular = z.object({ form: z.string().regex(/^\S+$/), upos: z.enum(["VERB", "NOUN"]), lemma: z.string().regex(/^\S+$/) }).strict();
const weight = z.object({ trait: z.string().min(1), weight: z.string().regex(/^-?\d+(?:\.\d+)?$/) }).strict();
const bare = z.object({ form: z.string().regex(/^\S+$/) }).strict();
/** Of the parties' list of states, what the splitter looks at. */
const state = z.object({ name: z.string().min(1), aliases: z.string(), capitals: z.string() });

/** How an abbreviation behaves at the end of a sentence; knowledge/language/abbreviations.tsv tells the kinds. */
export type AbbreviationKind = z.infer<typeof abbreviation>["kind"];

/** The word lists. Forms of `affixes` and `fused` are lower case. */
export interface Lexicon {
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly affixesBefore: ReadonlySet<string>;
  readonly affixesAfter: ReadonlySet<string>;
  /** A word that holds several -> the lengths of its parts ("cannot" -> 3, 3). */
  readonly fused: ReadonlyMap<string, readonly number[]>;
  readonly units: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** Names of states and capitals that are one word; they open a sentence before a verb: "the U.S. | Russia said". */
  readonly states: ReadonlySet<string>;
  /** Nouns, in lower case, that a letter follows: "Plan B". */
  readonly lettered: ReadonlySet<string>;
  /** What corrects the rules of where sentences end; empty leaves them as they are. */
  readonly boundary: BoundaryWeights;
  /** Part of speech and lower-case form ("VERB sold") -> lemma. */
  readonly irregular: ReadonlyMap<string, string>;
}

const IN_CAPITALS: ReadonlySet<AbbreviationKind> = new Set(["street", "number", "month", "end"]);

/**
 * How an abbreviation behaves, in capitals too ("ST. PETERSBURG"); undefined where the list has no such form.
 * A title in capitals stands before other capitals ("GEN. ROE"), else it is an organisation ("the SEC. The").
 */
export function abbreviationKind(form: string, next: string, { abbreviations }: Lexicon): AbbreviationKind | undefined {
  const known = abbreviations.get(form.replace("’", "'"));
  if (known !== undefined || form.length < 3 || form !== form.toUpperCase()) return known;
  const kind = abbreviations.get(form.charAt(0) + form.slice(1).toLowerCase());
  if (kind === "title" && /^\p{Lu}[\p{Lu}.]/u.test(next)) return kind;
  return kind !== undefined && IN_CAPITALS.has(kind) ? kind : undefined;
}

/** Where the word lists lie in a checkout and in the installed package alike. */
export const LEXICON_FOLDER = fileURLToPath(new URL("../../knowledge/language/", import.meta.url));

/**
 * Reads the word lists of a folder.
 * Throws `PACTA_KNOWLEDGE_MISSING` where a list is not there and `PACTA_KNOWLEDGE_INVALID` with file and line where a row is wrong.
 */
export function loadLexicon(folder: string = LEXICON_FOLDER): Lexicon {
  const affixes = readRows(join(folder, "affixes.tsv"), affix);
  const forms = (name: string): string[] => readRows(join(folder, name), bare).map((row) => row.form);
  return {
    abbreviations: new Map(readRows(join(folder, "abbreviations.tsv"), abbreviation).map((row) => [row.form, row.kind])),
    affixesBefore: new Set(affixes.filter((row) => row.side === "before").map((row) => row.form)),
    affixesAfter: new Set(affixes.filter((row) => row.side === "after").map((row) => row.form)),
    fused: new Map(forms("fused.tsv").map((form) => [form.replaceAll("|", ""), form.split("|").map((part) => part.length)])),
    units: new Set(forms("units.tsv")),
    openers: new Set(forms("openers.tsv")),
    states: new Set(readRows(join(folder, "..", "parties", "states.tsv"), state).flatMap(wordsOfState)),
    lettered: new Set(forms("lettered.tsv")),
    boundary: new Map(readRows(join(folder, "boundary-weights.tsv"), weight).map((row) => [row.trait, Number(row.weight)])),
    irregular: new Map(readRows(join(folder, "irregular.tsv"), irregular).map((row) => [`${row.upos} ${row.form}`, row.lemma])),
  };
}

/** A state's names and its capitals, as far as they are one word. */
function wordsOfState({ name, aliases, capitals }: z.infer<typeof state>): string[] {
  return [name, ...aliases.split("; "), ...capitals.split("; ")].filter((form) => /^\p{L}+$/u.test(form));
}

function readRows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = readLines(file).map((text, i) => ({ cells: text.split("\t"), line: i + 1 }));
  const [header, ...rows] = lines.filter(({ cells }) => cells.join("") !== "" && !cells[0]?.startsWith("#"));
  return rows.map(({ cells, line }) => {
    const row = schema.safeParse(Object.fromEntries((header?.cells ?? []).map((name, i) => [name, cells[i]])));
    if (row.success) return row.data;
    const place = { source: file, line };
    throw new PactaError("PACTA_KNOWLEDGE_INVALID", z.prettifyError(row.error).replaceAll("\n", " "), "Correct the row or restore the file", place);
  });
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split(/\r?\n/);
  } catch (cause) {
    throw new PactaError("PACTA_KNOWLEDGE_MISSING", "a word list cannot be read", "Restore the file or install Pacta anew", { source: file }, cause);
  }
}
