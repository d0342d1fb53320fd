// What changed of deals, kept beside them for some days so that whoever watches can be told of it: written in the transaction that changes the deals,
// so that none is lost, and read from a place in the chain on, so that none is told twice.
import { sql } from "kysely";
import type { Kysely, RawBuilder } from "kysely";
import type { Dialect } from "../../ledger/index.ts";
import type { Attachment, Deal, DealDocument, DealKind, DealState, Dispute, Part, State } from "../deal.ts";
import type { Bounds } from "../day.ts";
import type { DealLine } from "../line.ts";
import type { Claim } from "../../reading/index.ts";
import type { BookTables } from "./shape.ts";

/** The two threads of a deal. */
export interface Threads {
  readonly state: State;
  readonly dispute: Dispute;
}

/**
 * A claim of the document that brought a change, and what of the change it tells: where a thread moved to, or one side of a conflict, named by its
 * slot. `words` is the evidence. `lapsed`: nobody says so, the end that the claim states has passed.
 */
export interface ToldChange {
  readonly of: string;
  readonly claim: string;
  readonly act: Claim["act"];
  readonly part: Part;
  readonly words: string;
  readonly sources: Claim["sources"];
  readonly document: DealDocument;
  readonly when: Bounds;
  readonly lapsed?: true;
}

/**
 * What one document, or (where `isNews` is false) some older documents and decisions together, changed of one deal. `root` is the deal for as long as
 * no earlier report of it comes; `was` names what it was called before, where that is another. `seq` and `at` are those of the entry that brought it.
 */
export interface DealChange {
  readonly seq: number;
  readonly at: string;
  readonly root: string;
  readonly id: string;
  readonly name: string;
  readonly kind: DealKind;
  readonly was: readonly { readonly root: string; readonly id: string }[];
  /** There is no such deal any more. */
  readonly gone?: true;
  readonly before: Threads;
  readonly after: Threads;
  /** Slots that no claims contradicted each other in before. */
  readonly conflicts: readonly string[];
  readonly isNews: boolean;
  /** Empty where no claim of a document that is news says so. */
  readonly told: readonly ToldChange[];
}

/** Changes in the order of the chain, up to the entry `through`. What changed up to `forgotten` is no longer there. */
export interface DealChanges {
  readonly changes: readonly DealChange[];
  readonly through: number;
  readonly forgotten: number;
}

/** What brought changes: a document that is news, or others. */
export interface Bringer {
  readonly seq: number;
  readonly at: string;
  /** The document, where it is news. */
  readonly news?: string;
}

/** A deal as its row had it. */
export interface Before extends Threads {
  readonly root: string;
  readonly id: string;
  readonly slots: string;
}

/** A deal as it is now. */
export interface After {
  readonly root: string;
  readonly deal: Deal;
  readonly state: DealState;
  readonly line: DealLine;
}

const NOTHING: Threads = { state: "none", dispute: "none" };

/** The slots of a deal's conflicts as its row has them. */
export function slotsOf({ conflicts }: Pick<DealState, "conflicts">): string {
  return conflicts.map(({ slot }) => slot).join(" ");
}

/**
 * What changed of a deal that stands; undefined where nothing did. `before` is its own row or, where it has none, that of the deal whose claims it
 * took over; `gone` are the deals that it took the claims of.
 */
export function changeOf(after: After, before: Before | undefined, gone: readonly Before[], by: Bringer): DealChange | undefined {
  const { root, deal, state, line } = after;
  const had = new Set(before?.slots.split(" "));
  const conflicts = state.conflicts.flatMap(({ slot }) => (had.has(slot) ? [] : [slot]));
  const old: Threads = before === undefined ? NOTHING : { state: before.state, dispute: before.dispute };
  const was = namesOf([...(before === undefined ? [] : [before]), ...gone].filter((one) => one.root !== root || one.id !== deal.id));
  if (sameThreads(old, state) && conflicts.length + was.length === 0) return undefined;
  return {
    seq: by.seq,
    at: by.at,
    root,
    id: deal.id,
    name: line.name,
    kind: line.kind,
    was,
    before: old,
    after: { state: state.state, dispute: state.dispute },
    conflicts,
    isNews: by.news !== undefined,
    told: by.news === undefined ? [] : toldBy(by.news, after, old, conflicts),
  };
}

/** True where both threads stand alike. */
export function sameThreads(a: Threads, b: Threads): boolean {
  return a.state === b.state && a.dispute === b.dispute;
}

const namesOf = (rows: readonly Before[]): DealChange["was"] => [...new Map(rows.map(({ root, id }) => [root, { root, id }])).values()];

/** A deal that no other took the claims of is there no more. */
export function goneOf(before: Before, line: Pick<DealLine, "name" | "kind">, { seq, at, news }: Bringer): DealChange {
  const { root, id, state, dispute } = before;
  const { name, kind } = line;
  const rest = { gone: true as const, before: { state, dispute }, after: NOTHING, conflicts: [], isNews: news !== undefined, told: [] };
  return { seq, at, root, id, name, kind, was: [], ...rest };
}

/** Of the claims of a document those that moved a thread to where it is, and sides of new conflicts. */
function toldBy(news: string, { state }: After, before: Threads, conflicts: readonly string[]): readonly ToldChange[] {
  const movers = (["state", "dispute"] as const).flatMap((thread) => {
    if (before[thread] === state[thread]) return [];
    const mover = state.steps.findLast((step, at) => step[thread] !== (state.steps[at - 1]?.[thread] ?? "none"));
    // Nobody says that an end has passed, and whoever says what day it is makes it so.
    const isTold = mover !== undefined && (mover.lapsed === true || mover.attachment.member.document.id === news);
    return isTold ? [toldIn(thread, mover.attachment, mover.lapsed === true)] : [];
  });
  const sides = conflicts.flatMap((slot) => {
    const claims = new Set(state.conflicts.find((conflict) => conflict.slot === slot)?.claims);
    const side = state.known.find(({ member }) => member.document.id === news && claims.has(member.claim.id));
    return side === undefined ? [] : [toldIn(slot, side, false)];
  });
  return [...movers, ...sides];
}

function toldIn(of: string, { member: { claim, document }, part, when }: Attachment, lapsed: boolean): ToldChange {
  const { id, act, evidence, sources } = claim;
  return { of, claim: id, act, part, words: evidence.quote, sources, document, when, ...(lapsed ? { lapsed } : {}) };
}

type Desk = { readonly db: Kysely<BookTables>; readonly dialect: Dialect };

/** Puts changes down with one statement, however many. */
export async function writeChanges({ db, dialect }: Desk, changes: readonly DealChange[]): Promise<void> {
  if (changes.length === 0) return;
  await INSERT[dialect](JSON.stringify(changes.map((change) => ({ seq: change.seq, at: change.at, body: JSON.stringify(change) })))).execute(db);
}

const INSERT: Readonly<Record<Dialect, (rows: string) => RawBuilder<unknown>>> = {
  sqlite: (rows) => sql`insert into deal_changes (seq, at, body) select value ->> 'seq', value ->> 'at', value ->> 'body' from json_each(${rows})`,
  postgres: (rows) => sql`insert into deal_changes (seq, at, body) select n.seq, n.at, n.body
    from json_to_recordset(${rows}::json) as n(seq integer, at text, body text)`,
};

/** Changes in one answer, unless one entry brought more. */
const MOST = 1000;

/** The changes that entries behind `after` brought, at most `most` unless one entry brought more. */
export async function changesIn(db: Kysely<BookTables>, after: number, most = MOST): Promise<DealChanges> {
  const { seq, forgotten } = await db.selectFrom("book").select(["seq", "forgotten"]).executeTakeFirstOrThrow();
  const rows = db.selectFrom("deal_changes").select(["seq", "body"]).orderBy("seq").orderBy("n");
  const some = await rows
    .where("seq", ">", after)
    .where("seq", "<=", seq)
    .limit(most + 1)
    .execute();
  const last = some.at(-1)?.seq ?? seq;
  // What one entry brought is told whole.
  const whole = some.length <= most ? some : some.filter((row) => row.seq < last);
  const page = whole.length > 0 || some.length === 0 ? whole : await rows.where("seq", "=", last).execute();
  const through = some.length <= most ? seq : (page.at(-1)?.seq ?? last);
  return { changes: page.map(({ body }) => JSON.parse(body) as DealChange), through, forgotten };
}

/** Days for which changes are kept, and the most that go in one transaction. */
const KEPT_DAYS = 30;
const MOST_FORGOTTEN = 2000;

/** The instant before which changes are not kept. */
export function keptFrom(now: Date): string {
  return new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString();
}

/** Takes out changes from before `from`, a part of them at a time; gives the last entry whose changes went, if any did. */
export async function forgetChanges(db: Kysely<BookTables>, from: string): Promise<number | undefined> {
  const oldest = await db.selectFrom("deal_changes").select(["n", "at"]).orderBy("n").limit(1).executeTakeFirst();
  if (oldest === undefined || oldest.at >= from) return undefined;
  const first = await db.selectFrom("deal_changes").select(["n", "at", "seq"]).orderBy("n").limit(MOST_FORGOTTEN).execute();
  const fresh = first.findIndex(({ at }) => at >= from);
  const old = fresh < 0 ? first : first.slice(0, fresh);
  await db
    .deleteFrom("deal_changes")
    .where("n", "<=", old.at(-1)?.n ?? 0)
    .execute();
  return Math.max(...old.map(({ seq }) => seq));
}
