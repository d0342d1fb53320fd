// What training/acts.py learns acts from: `node tools/act-rows.ts gold|coded|news [--documents N] [--seed N] > ROWS.jsonl`.
// gold: items.train but for the quarter that is held back; coded: training/coded; news: N other items, which only the frames label.
// A line a sentence: its words, the parties by the word that heads them, what the frames draft, and the coded claims. The texts are
// under another licence than ours and stay outside the repository.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { sample } from "../bench/corpus.ts";
import { overlaps } from "../src/document/index.ts";
import type { Document, Span } from "../src/document/index.ts";
import { loadDocumentSetting, recordDocument } from "../src/document/index.ts";
import { PactaError, toPactaError } from "../src/error.ts";
import { GOLD_SETS, isHeldBack, loadGold, newsItems, partyKeys, sharedFolder } from "../src/eval/index.ts";
import type { GoldDocument } from "../src/eval/index.ts";
import { openReader } from "../src/reading/index.ts";
import type { Candidate, ExplainedSentence, Explanation, Party, PartyMention } from "../src/reading/index.ts";
import { resource } from "../src/resources.ts";

/** Documents that are explained at once. */
const BATCH = 64;
const CODED = resource("training", "coded", "current-events.jsonl");

type Item = Pick<GoldDocument, "id" | "date" | "heading" | "text" | "sources">;

/** A claim as training needs it. */
interface CodedClaim extends Span {
  readonly act: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
}

interface CodedItem {
  readonly item: Item;
  readonly claims: readonly CodedClaim[];
}

function ofGold(shared: string): CodedItem[] {
  const open = loadGold(shared, "items.train").filter(({ id }) => !isHeldBack(id));
  return open.map((item) => ({
    item,
    claims: item.claims.map(({ act, actors, targets, evidence: { start, end } }) => ({ act, actors: [...partyKeys(actors)], targets: [...partyKeys(targets)], start, end })),
  }));
}

function ofCoded(shared: string): CodedItem[] {
  const items = newsItems(shared);
  const lines = readFileSync(CODED, "utf8").trimEnd().split("\n");
  return lines.flatMap((line) => {
    const { id, claims } = JSON.parse(line) as { readonly id: string; readonly claims: readonly CodedClaim[] };
    const item = items.get(id);
    const keys = (names: readonly string[]): string[] => [...partyKeys(names.map((name) => (/^[A-Z0-9]{2,8}$/.test(name) ? { id: name, name } : { name })))];
    return item ? [{ item, claims: claims.map((claim) => ({ ...claim, actors: keys(claim.actors), targets: keys(claim.targets) })) }] : [];
  });
}

/** News that nobody coded and that no figure is counted on. */
function ofNews(shared: string, documents: number, seed: number): CodedItem[] {
  const coded = new Set([...ofCoded(shared).map(({ item }) => item.id), ...GOLD_SETS.flatMap((set) => loadGold(shared, set).map(({ id }) => id))]);
  const free = [...newsItems(shared).values()].filter(({ id }) => !coded.has(id));
  return sample(free, documents, seed).map((item) => ({ item, claims: [] }));
}

function rowsOf({ item, claims }: CodedItem, { sentences, annotations, references }: Explanation): object[] {
  const parties = [...annotations.parties, ...references];
  return sentences.flatMap((sentence) => {
    const { words } = sentence;
    if (words.length === 0) return [];
    const within = (span: Span): number[] => words.filter((word) => overlaps(word, span)).map(({ index }) => index);
    const own = claims.filter((claim) => isMostlyIn(claim, sentence));
    return [
      {
        id: item.id,
        words: words.map(({ form }) => form),
        upos: words.map(({ upos }) => upos),
        parties: parties.filter((party) => overlaps(party, sentence)).flatMap((party) => mentionOf(party, sentence)),
        drafts: sentence.candidates.map(draftOf),
        claims: own.map(({ act, actors, targets, ...span }) => ({ act, actors, targets, words: within(span) })),
      },
    ];
  });
}

/** A claim belongs to the sentence that holds half of its evidence. */
function isMostlyIn(claim: Span, sentence: Span): boolean {
  const common = Math.min(claim.end, sentence.end) - Math.max(claim.start, sentence.start);
  return common > 0 && 2 * common >= claim.end - claim.start;
}

/** The word of a mention that hangs outside of it, and what the party is known by. */
function mentionOf(party: PartyMention, { words }: ExplainedSentence): readonly { readonly head: number; readonly key: string }[] {
  const inside = words.filter((word) => overlaps(word, party));
  const indices = new Set(inside.map(({ index }) => index));
  const head = inside.find((word) => !indices.has(word.head));
  const [key] = partyKeys([party]);
  return head === undefined || key === undefined ? [] : [{ head: head.index, key }];
}

function draftOf({ act, word, roles, end }: Candidate): object {
  const keys = (slots: readonly string[]): string[] => [...partyKeys(roles.filter(({ slot }) => slots.includes(slot)).flatMap(({ parties }): readonly Party[] => parties))];
  return { act, word, stands: end.kind !== "dropped", actors: keys(["actors", "partners"]), targets: keys(["targets"]) };
}

async function main(): Promise<void> {
  const options = { documents: { type: "string" }, seed: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const shared = sharedFolder(process.env);
  const [what] = positionals;
  const makers: Readonly<Record<string, () => CodedItem[]>> = {
    gold: () => ofGold(shared),
    coded: () => ofCoded(shared),
    news: () => ofNews(shared, Number(values.documents ?? 20_000), Number(values.seed ?? 1)),
  };
  const items = makers[what ?? ""]?.();
  if (items === undefined) throw new PactaError("PACTA_USAGE", `${what} is no sort of rows`, "Name gold, coded or news");
  const reader = await openReader();
  const setting = loadDocumentSetting();
  const documentOf = ({ item: { id, date, heading, text, sources } }: CodedItem): Document => recordDocument({ id, date, heading, text, sources }, setting);
  for (let i = 0; i < items.length; i += BATCH) {
    const batch = items.slice(i, i + BATCH);
    const explained = await reader.explain(batch.map(documentOf));
    for (const [k, one] of batch.entries()) {
      const explanation = explained[k];
      if (explanation) for (const row of rowsOf(one, explanation)) process.stdout.write(`${JSON.stringify(row)}\n`);
    }
    process.stderr.write(`\r${Math.min(i + BATCH, items.length)} of ${items.length}`);
  }
  process.stderr.write("\n");
  await reader.close();
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
