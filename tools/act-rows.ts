// What training/acts.py learns acts from: `node tools/act-rows.ts gold|coded|examples|held [FILE...] > ROWS.jsonl`. gold: items.train but for the quarter
// that is held back; coded: what training/coded holds, or FILEs of it;
// examples: those of knowledge/acts, each of which says something of one act only; held: what is held back, to look at. A line a sentence: its words, the parties
// by the word that heads each, what the frames draft, and the coded claims. Texts under another licence stay outside the repository.
import { parseArgs } from "node:util";
import { overlaps } from "../src/document/index.ts";
import type { Document, Span } from "../src/document/index.ts";
import { loadDocumentSetting, recordDocument } from "../src/document/index.ts";
import { PactaError, toPactaError } from "../src/error.ts";
import { isHeldBack, loadGold, partyKeys, sharedFolder } from "../src/eval/index.ts";
import { loadKnowledge, openReader } from "../src/reading/index.ts";
import type { Candidate, ExplainedSentence, Explanation, Party, PartyMention } from "../src/reading/index.ts";
import { codedDocuments, keysOf, LEARNED, partyOf } from "./coded.ts";
import type { CodedClaim, CodedItem } from "./coded.ts";

/** Documents that are explained at once. */
const BATCH = 64;

/** A claim as training needs it, with what its parties are recognised by; a side that is undefined was not coded. */
type Taught = Omit<CodedClaim, "actors" | "targets"> & {
  readonly actors: readonly string[] | undefined;
  readonly targets: readonly string[] | undefined;
};

interface Lesson {
  readonly item: CodedItem;
  /** The one act that the claims are about, where they say nothing of others. */
  readonly only?: string;
  readonly claims: readonly Taught[];
}

function ofGold(shared: string, held: boolean): Lesson[] {
  const sets = held ? [...loadGold(shared, "items.dev"), ...loadGold(shared, "items.train").filter(({ id }) => isHeldBack(id))] : undefined;
  const documents = sets ?? loadGold(shared, "items.train").filter(({ id }) => !isHeldBack(id));
  return documents.map((item) => ({
    item,
    claims: item.claims.map(({ act, actors, targets, object, evidence: { start, end } }) => ({
      act,
      actors: keysOf(actors ?? []),
      targets: keysOf(targets ?? []),
      start,
      end,
      object: placesOf(object === undefined ? [] : [object], item.text, start),
    })),
  }));
}

/** Where the words of a slot stand: at or behind a place, else anywhere; undefined where the text has others. */
function placesOf(slots: readonly string[], text: string, from: number): readonly Span[] | undefined {
  const places = slots.map((words): Span => {
    const behind = text.indexOf(words, from);
    const start = behind < 0 ? text.indexOf(words) : behind;
    return { start, end: start + words.length };
  });
  return places.every(({ start }) => start >= 0) ? places : undefined;
}

/** A side that an example leaves open may hold anybody. */
function ofExamples(): Lesson[] {
  const keys = (names: readonly string[] | undefined): string[] | undefined => names && keysOf(names.map(partyOf));
  return loadKnowledge().acts.files.flatMap(({ act, examples }) =>
    examples.map(({ text, day, claim }, i) => ({
      item: { id: `${act}-${i}`, date: day ?? "2015-01-20", text, sources: [] },
      only: act,
      claims: claim ? [{ act, actors: keys(claim.actors), targets: keys(claim.targets), start: 0, end: text.length }] : [],
    })),
  );
}

function ofCoded(shared: string, files: readonly string[]): Lesson[] {
  return codedDocuments(shared, files).map(({ item, claims }) => ({
    item,
    claims: claims.map((claim) => ({ ...claim, actors: keysOf(claim.actors), targets: keysOf(claim.targets) })),
  }));
}

/** A sentence, as a line tells it. */
interface Row {
  readonly claims: readonly object[];
}

function rowsOf({ item, claims, only }: Lesson, { sentences, annotations, references }: Explanation): Row[] {
  const parties = [...annotations.parties, ...references];
  return sentences.flatMap((sentence) => {
    const { words } = sentence;
    if (words.length === 0) return [];
    const within = (span: Span): number[] => words.filter((word) => overlaps(word, span)).map(({ index }) => index);
    const own = claims.filter((claim) => isToldIn(claim, sentence));
    return [
      {
        id: item.id,
        ...(only !== undefined && { only }),
        words: words.map(({ form }) => form),
        upos: words.map(({ upos }) => upos),
        parties: parties.filter((party) => overlaps(party, sentence)).flatMap((party) => mentionOf(party, sentence)),
        drafts: sentence.candidates.filter(({ rule }) => !rule.endsWith("/net")).map(draftOf),
        claims: own.map(({ act, actors, targets, word, object, ...span }) => ({
          act,
          actors,
          targets,
          words: within(span),
          trigger: word === undefined ? undefined : within({ start: word, end: word + 1 })[0],
          object: headsIn(object, sentence),
        })),
      },
    ];
  });
}

/** A claim belongs to the sentence of the word that tells it, else to the one that holds half of its evidence. */
function isToldIn({ word, ...claim }: Taught, sentence: Span): boolean {
  if (word !== undefined) return sentence.start <= word && word < sentence.end;
  const common = Math.min(claim.end, sentence.end) - Math.max(claim.start, sentence.start);
  return common > 0 && 2 * common >= claim.end - claim.start;
}

/** The first word of a span that hangs outside of it. */
function headOf(span: Span, { words }: ExplainedSentence): number | undefined {
  const inside = words.filter((word) => overlaps(word, span));
  const indices = new Set(inside.map(({ index }) => index));
  return inside.find((word) => !indices.has(word.head))?.index;
}

/** The heads of the words of a slot in a sentence; an object of another sentence is none to learn from. */
function headsIn(slot: readonly Span[] | undefined, sentence: ExplainedSentence): readonly number[] | undefined {
  const here = slot?.filter((one) => overlaps(one, sentence));
  return here?.flatMap((one) => headOf(one, sentence) ?? []);
}

/** The head of a mention, and what the party is known by. */
function mentionOf(party: PartyMention, sentence: ExplainedSentence): readonly { readonly head: number; readonly key: string }[] {
  const head = headOf(party, sentence);
  const [key] = partyKeys([party]);
  return head === undefined || key === undefined ? [] : [{ head, key }];
}

/** A candidate of the frames, without the parties that an earlier network gave it; whether it stands is said with that network. */
function draftOf({ act, word, roles: all, end }: Candidate): object {
  const roles = all.filter(({ path }) => path !== "network");
  const keys = (slots: readonly string[]): string[] => [
    ...partyKeys(roles.filter(({ slot }) => slots.includes(slot)).flatMap(({ parties }): readonly Party[] => parties)),
  ];
  return { act, word, stands: end.kind !== "dropped", actors: keys(["actors", "partners"]), targets: keys(["targets"]) };
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const shared = sharedFolder(process.env);
  const [what, ...files] = positionals;
  const makers: Readonly<Record<string, () => Lesson[]>> = {
    gold: () => ofGold(shared, false),
    coded: () => ofCoded(shared, files.length > 0 ? files : LEARNED),
    examples: ofExamples,
    held: () => ofGold(shared, true),
  };
  const items = makers[what ?? ""]?.();
  if (items === undefined) throw new PactaError("PACTA_USAGE", `${what} is no sort of rows`, "Name gold, coded, examples or held");
  const reader = await openReader({ lexicalPass: false }); // else every document is analysed twice
  const setting = loadDocumentSetting();
  const documentOf = ({ item: { id, date, heading, text, sources } }: Lesson): Document =>
    recordDocument({ id, date, heading, text, sources }, setting);
  let [claims, taught] = [0, 0];
  for (let i = 0; i < items.length; i += BATCH) {
    const batch = items.slice(i, i + BATCH);
    const explained = await reader.explain(batch.map(documentOf));
    for (const [k, one] of batch.entries()) {
      const explanation = explained[k];
      if (!explanation) continue;
      const rows = rowsOf(one, explanation);
      claims += one.claims.length;
      taught += rows.reduce((sum, row) => sum + row.claims.length, 0);
      for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
    }
    process.stderr.write(`\r${Math.min(i + BATCH, items.length)} of ${items.length}`);
  }
  process.stderr.write(`\n${claims} claims, ${taught} of them in a sentence\n`);
  await reader.close();
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
