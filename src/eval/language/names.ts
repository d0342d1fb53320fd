// Names on text that training did not see: whole documents of three corpora that it sees others of, and UNER, which it never does.
import { readFileSync } from "node:fs";
import { resource } from "../../resources.ts";
import type { Language, NameType } from "../../language/index.ts";
import type { Figures } from "../score.ts";
import { cells, table } from "../table.ts";
import { namedText, taggedSentences, withBeginnings } from "./columns.ts";
import type { NamedText, TaggedWord } from "./columns.ts";
import { corpusNames, readCorpus } from "./corpus.ts";
import { heldBackOf, isOlder } from "./held-back.ts";
import type { HeldBack } from "./held-back.ts";
import type { Look } from "./look.ts";
import { scoreNames } from "./name-score.ts";
import { re3dDocuments, re3dText } from "./re3d.ts";
import { stateNames } from "./re3d-name.ts";

const WNUT: Readonly<Record<string, NameType>> = {
  person: "PER",
  location: "LOC",
  corporation: "ORG",
  group: "ORG",
  product: "MISC",
  "creative-work": "MISC",
};
const OWN: Readonly<Record<string, NameType>> = { PER: "PER", ORG: "ORG", LOC: "LOC", MISC: "MISC" };

/** A corpus's held-back texts and the types that it marks. */
interface NameSet {
  readonly name: string;
  readonly types: readonly NameType[];
  readonly texts: readonly NamedText[];
}

/** wikigold's documents, which end with -DOCSTART-, as their sentences. */
export function wikigoldDocuments(content: string): TaggedWord[][][] {
  const parts = content.split(/^-DOCSTART- O\s*$/m).map((part) => taggedSentences(part, /\s+/, 0, -1).map(withBeginnings));
  return parts.filter((sentences) => sentences.length > 0);
}

function wikigold(shared: string, heldBack: HeldBack): NameSet {
  const documents = heldBackOf("wikigold", wikigoldDocuments(readCorpus(shared, "wikigold", "wikigold.conll.txt.gz")), heldBack.wikigold);
  const texts = documents.flat().map((words) => namedText(words, (label) => OWN[label]));
  return { name: `wikigold, ${documents.length} documents`, types: ["PER", "ORG", "LOC", "MISC"], texts };
}

function wnut(shared: string, heldBack: HeldBack): NameSet {
  const sentences = taggedSentences(readCorpus(shared, "wnut17", "train-wnut17train.conll.gz"), /\s+/, 0, -1);
  const texts = heldBackOf("wnut17", sentences, heldBack.wnut17).map((words) => namedText(words, (label) => WNUT[label]));
  return { name: `WNUT 2017, ${texts.length} posts`, types: ["PER", "ORG", "LOC", "MISC"], texts };
}

function uner(shared: string): NameSet {
  const sentences = taggedSentences(readCorpus(shared, "uner-pud", "wiki.iob2.gz"), /\t/, 1, 2);
  return {
    name: "UNER-PUD wiki, never trained on",
    types: ["PER", "ORG", "LOC"],
    texts: sentences.map((words) => namedText(words, (label) => OWN[label])),
  };
}

function re3d(shared: string, heldBack: HeldBack, language: Language): NameSet {
  const states = stateNames(readFileSync(resource("knowledge", "parties", "states.tsv"), "utf8"));
  const documents = corpusNames(shared, "re3d", "folders").flatMap((folder) =>
    re3dDocuments(readCorpus(shared, "re3d", folder, "documents.json.gz"), readCorpus(shared, "re3d", folder, "entities.json.gz"), states),
  );
  const texts = heldBackOf("re3d", documents, heldBack.re3d, ({ id }) => id).map((document) => re3dText(document, language.lexicon));
  return { name: `re3d, ${texts.length} documents`, types: ["PER", "ORG", "LOC", "MISC", "WEAPON", "PLATFORM"], texts };
}

async function rowsOf({ name, types, texts }: NameSet, { language, bench }: Look): Promise<{ all: string[]; types: string[][] }> {
  const some = texts.slice(0, bench.limit);
  const analysed = await language.analyse(some.flatMap((text) => text.sentences));
  let at = 0;
  const pairs = some.map(({ sentences, names, open }) => ({
    gold: names,
    open,
    found: analysed.slice(at, (at += sentences.length)).flatMap((sentence) => sentence.names),
  }));
  const score = scoreNames(pairs, types);
  const row = (first: string, result: Figures): string[] => [first, ...cells(result)];
  return {
    all: [...row(name, score.micro), ...cells(score.untyped).slice(2, 3)],
    types: [...score.types].map(([type, result]) => row(`${name.split(",")[0]} ${type}`, result)),
  };
}

const NOTES = `A name is right as a whole span with its type. wikigold, WNUT and UNER from their own words; re3d from raw text, compared by character.

How types are taken: wikigold and UNER as they are; WNUT corporation and group as ORG, product and creative-work as MISC; re3d Person, Organisation,
Location, Nationality (MISC), Weapon and MilitaryPlatform, outermost spans without article, titles and possessive, where every word is a name's; half a name
("the Assad regime") counts neither way, and a state is LOC also where re3d has it act.

Conventions differ. wikigold tags nationalities MISC. UNER has persons without titles, places mostly without "the", hardly any demonym, no people, event or
work, and a state ORG where it acts ("Spain ceded"), which is LOC to this model; so the last column takes PER, ORG and LOC for one.`;

/** The section on names. */
export async function namesReport(look: Look): Promise<string> {
  const { bench, heldBack, language } = look;
  const sets = [wikigold(bench.shared, heldBack), uner(bench.shared), re3d(bench.shared, heldBack, language), wnut(bench.shared, heldBack)];
  const rows: { all: string[]; types: string[][] }[] = [];
  for (const set of sets) rows.push(await rowsOf(set, look));
  const overall = table(
    ["PER + ORG + LOC", "P", "R", "F1", "n", "F1, type not asked"],
    rows.map(({ all }) => all),
  );
  const byType = table(
    ["type", "P", "R", "F1", "n"],
    rows.flatMap(({ types }) => types),
  );
  const seen = isOlder(language.version, heldBack)
    ? `\n\n**This model was trained before these documents were held back: of wikigold, re3d and WNUT it has seen nine tenths, and only UNER is fair.**`
    : "";
  return `### Names\n\n${NOTES}${seen}\n\n${overall}\n\n${byType}`;
}
