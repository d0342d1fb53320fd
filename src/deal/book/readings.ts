// What the entries after a place in the chain say of which documents, as folding takes it. A document that came once and was read once is taken from
// its entries as they pass; any other is asked for as it stands, with people's decisions applied.
import type { Abstention, Claim } from "../../reading/index.ts";
import { allClaims, documentsNamed } from "../../ledger/index.ts";
import type { Entry, Ledger, StoredDecision, StoredDocument } from "../../ledger/index.ts";
import type { DealReading, DealText, DecidedOnDeal } from "../deal.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { namesBeside, sameParties, withSameParties } from "../same-party.ts";
import type { SaidSame } from "../same-party.ts";
import { newsIn } from "./news.ts";

/**
 * A document as it stands after entries came that are about it. `seq` and `at` are those of the entry that made it news, or of the first: a book that
 * is made anew sees later entries with the first ones, and must not take what was known for something that came with them.
 */
export interface Arrival {
  readonly reading: DealReading;
  readonly seq: number;
  readonly at: string;
  readonly isNews: boolean;
}

/** The documents that a stretch of the chain changed, in the order in which they came, and the last entry of the stretch. */
export interface Stretch {
  readonly arrivals: readonly Arrival[];
  readonly last: number;
}

type DocumentEntry = Entry & { readonly kind: "document" };
type ReadingEntry = Entry & { readonly kind: "reading" };

/** Documents in one stretch. */
const STRETCH = 200;

/** Gives the stretches of the chain from `seq` on. */
export async function* stretchesFrom(ledger: Ledger, seq: number, knowledge: DealKnowledge): AsyncGenerator<Stretch> {
  let entries: Entry[] = [];
  let named = new Set<string>();
  for await (const entry of ledger.entries(seq)) {
    // A document and its reading stand together: a stretch never ends between them.
    if (named.size >= STRETCH && entry.kind === "document") {
      yield* stretchOf(ledger, entries, knowledge);
      [entries, named] = [[], new Set()];
    }
    entries.push(entry);
    for (const id of documentsNamed(entry)) named.add(id);
  }
  if (entries.length > 0) yield* stretchOf(ledger, entries, knowledge);
}

/** Every document of a ledger as it stands, with what people decided about its deals and its parties. */
export async function readingsIn(ledger: Ledger, knowledge: DealKnowledge): Promise<readonly DealReading[]> {
  const all = new Map<string, DealReading>();
  for await (const { arrivals } of stretchesFrom(ledger, 1, knowledge)) for (const { reading } of arrivals) all.set(reading.document.id, reading);
  return [...all.values()];
}

/** One stretch, or several with the same end where a decision changes more documents than are taken at a time: only the last reaches it. */
async function* stretchOf(ledger: Ledger, entries: readonly Entry[], knowledge: DealKnowledge): AsyncGenerator<Stretch> {
  const byDocument = new Map<string, Entry[]>();
  for (const entry of entries) for await (const id of documentsChanged(ledger, entry)) byDocument.set(id, [...(byDocument.get(id) ?? []), entry]);
  const decided = new Decided(ledger, knowledge);
  const changed = [...byDocument];
  const [before, last] = [(entries[0]?.seq ?? 1) - 1, entries.at(-1)?.seq ?? 0];
  for (let from = 0; from === 0 || from < changed.length; from += MOST) {
    const some = changed.slice(from, from + MOST);
    const arrivals = await Promise.all(
      some.map(async ([id, of]): Promise<readonly Arrival[]> => {
        const reading = readOnce(of) ?? (await asItStands(ledger, id, decided));
        const news = newsIn(of, knowledge.news);
        const by = news ?? of[0];
        if (reading === undefined || by === undefined) return [];
        return [{ reading: await decided.apply(reading), seq: by.seq, at: by.at, isNews: news !== undefined }];
      }),
    );
    yield { arrivals: arrivals.flat(), last: from + MOST < changed.length ? before : last };
  }
}

/** Documents that are held in memory at a time. */
const MOST = 2 * STRETCH;

/** The documents that an entry changes: an undo those of the decision that it undoes. */
async function* documentsChanged(ledger: Ledger, entry: Entry): AsyncGenerator<string> {
  if (entry.kind !== "decision") yield* documentsNamed(entry);
  else if (entry.body.decision.type === "same-party") yield* documentsWith(ledger, entry.body.decision.names);
  else if (entry.body.decision.type !== "undo") yield* documentsNamed(entry);
  else
    for await (const undone of ledger.entries(entry.body.decision.decision)) {
      yield* documentsChanged(ledger, undone);
      return;
    }
}

/** The documents of claims with a party of one of these names, or of one that was ever said to be the same. */
async function* documentsWith(ledger: Ledger, names: readonly string[]): AsyncGenerator<string> {
  for (const party of namesBeside(names, saidSame(await decisionsOf(ledger, ["same-party"]))))
    for await (const { document } of allClaims(ledger, { party })) yield document;
}

/** Decisions of these types, newest first. */
async function decisionsOf(ledger: Ledger, types: Parameters<Ledger["decisions"]>[0]): Promise<readonly StoredDecision[]> {
  const all: StoredDecision[] = [];
  for await (const decision of ledger.decisions(types)) all.push(decision);
  return all;
}

/** What was said of parties, in the order in which it was. */
const saidSame = (decisions: readonly StoredDecision[]): readonly SaidSame[] =>
  decisions.toReversed().flatMap(({ decision }) => (decision.type === "same-party" ? [decision] : []));

/** What people decided, as it is when it is first asked for. */
class Decided {
  readonly #ledger: Ledger;
  readonly #knowledge: DealKnowledge;
  #onDeals: Promise<readonly StoredDecision[]> | undefined;
  #parties: Promise<ReturnType<typeof sameParties>> | undefined;

  constructor(ledger: Ledger, knowledge: DealKnowledge) {
    this.#ledger = ledger;
    this.#knowledge = knowledge;
  }

  /** What was decided about the deals of a document's claims. */
  async on(id: string): Promise<readonly DecidedOnDeal[]> {
    return decidedOn(await (this.#onDeals ??= decisionsOf(this.#ledger, ["pin", "join", "split"])), id);
  }

  /** A reading with the parties that are one as one. */
  async apply(reading: DealReading): Promise<DealReading> {
    const same = await (this.#parties ??= this.#sameParties());
    return same.size === 0 ? reading : { ...reading, claims: reading.claims.map((claim): Claim => withSameParties(claim, same)) };
  }

  async #sameParties(): Promise<ReturnType<typeof sameParties>> {
    const held = (await decisionsOf(this.#ledger, ["same-party"])).filter(({ undone }) => !undone);
    const { parties, keys } = this.#knowledge.words;
    const known = { idOf: (name: string) => parties.get(name.toLowerCase()), isKnown: (name: string) => keys.has(name.toLowerCase()) };
    return sameParties(saidSame(held), known);
  }
}

/** A document whose first version and only reading are these entries. */
function readOnce(entries: readonly Entry[]): DealReading | undefined {
  const [first, second, more] = entries;
  if (more !== undefined || !isFirst(first) || !isReadingOf(second, first)) return undefined;
  return { document: textOf(first.body), claims: second.body.claims, abstained: second.body.abstained };
}

const isFirst = (entry: Entry | undefined): entry is DocumentEntry =>
  entry?.kind === "document" && entry.body.version === 1 && entry.redacted !== true;
const isReadingOf = (entry: Entry | undefined, document: DocumentEntry): entry is ReadingEntry =>
  entry?.kind === "reading" && entry.body.document === document.body.id && entry.redacted !== true;

async function asItStands(ledger: Ledger, id: string, decided: Decided): Promise<DealReading | undefined> {
  const standing = await ledger.standing(id);
  const document = await ledger.document(id, standing?.version);
  if (document === undefined) return undefined;
  const reading = standing === undefined ? undefined : await ledger.reading(id, { version: standing.version });
  const abstained: readonly Abstention[] = reading === undefined || reading.redacted === true ? [] : reading.abstained;
  const claims = standing?.claims.map(({ claim }) => claim) ?? [];
  return { document: textOf(document), claims, abstained, decided: await decided.on(id) };
}

/** Of all decisions those that hold about the deals of a document's claims. Each side of a join or split hears of the other. */
function decidedOn(decisions: readonly StoredDecision[], id: string): readonly DecidedOnDeal[] {
  const decided: DecidedOnDeal[] = [];
  for (const { decision, undone, found } of decisions) {
    if (undone) continue;
    if (decision.type === "pin" && decision.claim.document === id && typeof found[0] === "string")
      decided.push({ type: "pin", claim: found[0], slot: decision.slot });
    if (decision.type !== "join" && decision.type !== "split") continue;
    const [a, b] = decision.claims;
    const [one, two] = found;
    if (typeof one !== "string" || typeof two !== "string") continue;
    if (a.document === id) decided.push({ type: decision.type, claim: one, other: { document: b.document, claim: two } });
    if (b.document === id) decided.push({ type: decision.type, claim: two, other: { document: a.document, claim: one } });
  }
  return decided;
}

function textOf({ id, text, published, heading, url }: Pick<StoredDocument, "id" | "text" | "published" | "heading" | "url">): DealText {
  return {
    id,
    text,
    ...(published === undefined ? {} : { published: published.day }),
    ...(heading === undefined ? {} : { heading }),
    ...(url === undefined ? {} : { url }),
  };
}
