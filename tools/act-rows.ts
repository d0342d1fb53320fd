// What training/acts.py learns acts from: `node tools/act-rows.ts gold|coded|examples|held [FILE...] > ROWS.jsonl`. gold: items.train but for the quarter
// that is held back; coded: what training/coded holds, or FILEs of it;
// examples: those of knowledge/acts, each of which says something of one act only; held: what is held back, to look at. A line a sentence: its words, the parties
// by the word that heads each, what the frames draft, and the coded claims. Texts under another licence stay outside the repository.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { overlaps } from "../src/document/index.ts";
import type { Document, Span } from "../src/document/index.ts";
import { loadDocumentSetting, recordDocument } from "../src/document/index.ts";
import { PactaError, toPactaError } from "../src/error.ts";
import { isHeldBack, loadGold, newsArticles, newsItems, partyKeys, sharedFolder } from "../src/eval/index.ts";
import type { GoldDocument } from "../src/eval/index.ts";
import { loadKnowledge, openReader } from "../src/reading/index.ts";
import type { Candidate, ExplainedSentence, Explanation, Party, PartyMention } from "../src/reading/index.ts";
import { resource } from "../src/resources.ts";

/** Documents that are explained at once. */
const BATCH = 64;
const CODED = ["current-events", "wikinews", "reports"];

type Item = Pick<GoldDocument, "id" | "date" | "heading" | "text" | "sources">;

/** A claim as training needs it; `word` is the offset of the word that tells the act, where the coder named one. */
interface CodedClaim extends Span {
  readonly act: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly word?: number;
}

interface CodedItem {
  readonly item: Item;
  /** The one act that the claims are about, where they say nothing of others. */
  readonly only?: string;
  readonly claims: readonly CodedClaim[];
}

function ofGold(shared: string, held: boolean): CodedItem[] {
  const sets = held ? [...loadGold(shared, "items.dev"), ...loadGold(shared, "items.train").filter(({ id }) => isHeldBack(id))] : undefined;
  const documents = sets ?? loadGold(shared, "items.train").filter(({ id }) => !isHeldBack(id));
  return documents.map((item) => ({
    item,
    claims: item.claims.map(({ act, actors, targets, evidence: { start, end } }) => ({
      act,
      actors: [...partyKeys(actors)],
      targets: [...partyKeys(targets)],
      start,
      end,
    })),
  }));
}

/** An example that leaves its parties open would teach that there are none. */
function ofExamples(): CodedItem[] {
  return loadKnowledge().acts.files.flatMap(({ act, examples }) =>
    examples
      .filter(({ claim }) => claim === undefined || claim.actors !== undefined)
      .map(({ text, day, claim }, i) => ({
        item: { id: `${act}-${i}`, date: day ?? "2015-01-20", text, sources: [] },
        only: act,
        claims: claim ? [{ act, actors: keysOf(claim.actors ?? []), targets: keysOf(claim.targets ?? []), start: 0, end: text.length }] : [],
      })),
  );
}

/** A line of training/coded: a text of ours stands in it, another's is named by its id. */
interface CodedLine {
  readonly id: string;
  readonly date?: string;
  readonly text?: string;
  readonly claims: readonly CodedClaim[];
}

function ofCoded(shared: string, files: readonly string[]): CodedItem[] {
  const [items, articles] = [newsItems(shared), newsArticles(shared)];
  const lines = files.flatMap((name) =>
    readFileSync(resource("training", "coded", `${name}.jsonl`), "utf8")
      .trimEnd()
      .split("\n"),
  );
  return lines.flatMap((line) => {
    const { claims, ...rest } = JSON.parse(line) as CodedLine;
    const item = itemOf(rest) ?? items.get(rest.id) ?? articles.get(rest.id);
    return item ? [{ item, claims: claims.map((claim) => ({ ...claim, actors: keysOf(claim.actors), targets: keysOf(claim.targets) })) }] : [];
  });
}

function itemOf({ id, date, text }: Omit<CodedLine, "claims">): Item | undefined {
  return text === undefined ? undefined : { id, date: date ?? "", text, sources: [] };
}

/** Coders write ids of states and bodies in capitals, and names as the text has them. */
function keysOf(names: readonly string[]): string[] {
  return [...partyKeys(names.map((name) => (/^[A-Z0-9]{2,8}$/.test(name) ? { id: name, name } : { name })))];
}

function rowsOf({ item, claims, only }: CodedItem, { sentences, annotations, references }: Explanation): object[] {
  const parties = [...annotations.parties, ...references];
  return sentences.flatMap((sentence) => {
    const { words } = sentence;
    if (words.length === 0) return [];
    const within = (span: Span): number[] => words.filter((word) => overlaps(word, span)).map(({ index }) => index);
    const own = claims.filter((claim) => isMostlyIn(claim, sentence));
    return [
      {
        id: item.id,
        ...(only !== undefined && { only }),
        words: words.map(({ form }) => form),
        upos: words.map(({ upos }) => upos),
        parties: parties.filter((party) => overlaps(party, sentence)).flatMap((party) => mentionOf(party, sentence)),
        drafts: sentence.candidates.filter(({ rule }) => !rule.endsWith("/net")).map(draftOf),
        claims: own.map(({ act, actors, targets, word, ...span }) => ({
          act,
          actors,
          targets,
          words: within(span),
          trigger: word === undefined ? undefined : within({ start: word, end: word + 1 })[0],
        })),
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

/** A candidate of the frames, without what an earlier network said of it. */
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
  const makers: Readonly<Record<string, () => CodedItem[]>> = {
    gold: () => ofGold(shared, false),
    coded: () => ofCoded(shared, files.length > 0 ? files : CODED),
    examples: ofExamples,
    held: () => ofGold(shared, true),
  };
  const items = makers[what ?? ""]?.();
  if (items === undefined) throw new PactaError("PACTA_USAGE", `${what} is no sort of rows`, "Name gold, coded, examples or held");
  const reader = await openReader();
  const setting = loadDocumentSetting();
  const documentOf = ({ item: { id, date, heading, text, sources } }: CodedItem): Document =>
    recordDocument({ id, date, heading, text, sources }, setting);
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
