// What can be asked of the book: a page of deals by what they are about, or one deal. Today's states stand in its rows; for other days the deals
// of a page are folded again from their knots.
import type { Kysely } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Dialect, Ledger } from "../../ledger/index.ts";
import type { AsOf, Deal, DealState, Origins } from "../deal.ts";
import { dealBrief } from "../brief.ts";
import { fold } from "../fold.ts";
import { dealAs, dealOf } from "../group.ts";
import type { Telling } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
import type { Succession } from "../succession.ts";
import { hasDays } from "./filter.ts";
import type { DealFilter } from "./filter.ts";
import { find } from "./find.ts";
import type { BookTables } from "./shape.ts";
import { successionsOf } from "./succession.ts";
import type { ReadTellings } from "./telling.ts";

/** A page of deals, those of most claims first; `next` is there when more may follow. */
export interface DealPage {
  readonly deals: readonly DealLine[];
  readonly next?: string;
}

/** What questions are put to: the tables, and the ledger for where copies come from. */
export interface Asked {
  readonly db: Kysely<BookTables>;
  readonly dialect: Dialect;
  readonly knowledge: DealKnowledge;
  readonly origins: Ledger["origins"];
  /** What the knots of deals tell. */
  readonly tellingsOf: ReadTellings;
}

/** A page of deals in brief, each as the JSON that is sent: a `DealBrief`. */
export interface BriefPage {
  readonly briefs: readonly string[];
  readonly next?: string;
}

/** See `DealBook.deals`. */
export async function pageOfDeals(asked: Asked, filter: DealFilter): Promise<DealPage> {
  const { rows, next } = await pageOf(asked, filter, "line");
  const succeeding = await successionsOf(asked.db, rows, filter.known);
  if (!hasDays(filter)) return { deals: rows.map((row) => ({ ...(JSON.parse(row.told) as DealLine), ...succeeding(row) })), ...next };
  return { deals: (await foldedOf(asked, rows, filter, succeeding)).map(({ line }) => line), ...next };
}

/** See `DealBook.briefs`. */
export async function pageOfBriefs(asked: Asked, filter: DealFilter): Promise<BriefPage> {
  const { rows, next } = await pageOf(asked, filter, "brief");
  const succeeding = await successionsOf(asked.db, rows, filter.known);
  if (!hasDays(filter)) return { briefs: rows.map((row) => withKeys(row.told, succeeding(row))), ...next };
  if (filter.policy !== "most-origins") return { briefs: await briefsOf(asked, rows, filter, succeeding), ...next };
  return { briefs: (await foldedOf(asked, rows, filter, succeeding)).map(briefText), ...next };
}

const briefText = ({ line, state }: { readonly line: DealLine; readonly state: DealState }): string => JSON.stringify(dealBrief(line, state.known));

/** What a list of a pair of days shows of a deal; without a state where nothing of it is known. */
interface Shown {
  readonly state?: DealState["state"];
  readonly brief: string;
}

/** Pairs of days of which so much stays of a deal: few, since what is shown of a small deal is about as long as what it is made from. */
const DAYS_SHOWN = 4;

/**
 * What lists showed of the deals that these knots make: who looks at a day asks for many lists of it. Knots that stay at hand are the same objects
 * until something is woven in, and what was made of them goes with them.
 */
const SHOWN = new WeakMap<readonly Telling[], Map<string, Shown>>();

/** The deals of a page at a pair of days, in brief; where no origins are asked for each hangs on its own knots alone. */
async function briefsOf(
  { db, knowledge, tellingsOf }: Asked,
  rows: readonly Key[],
  filter: DealFilter,
  succeeding: (row: Key) => Succession,
): Promise<readonly string[]> {
  const roots = rows.map(({ root }) => root);
  const all = await tellingsOf(db, roots, filter.known);
  return rows.flatMap((row) => {
    const knots = all.get(row.root) ?? [];
    const shown = SHOWN.get(knots) ?? new Map<string, Shown>();
    SHOWN.set(knots, shown);
    const succession = succeeding(row);
    const key = JSON.stringify([filter.asOf, filter.known, filter.policy, row.id, row.kind, succession]);
    const one = shown.get(key) ?? shownOf({ ...dealAs(row, row.root, knots), ...succession }, filter, knowledge);
    if (shown.size >= DAYS_SHOWN && !shown.has(key)) shown.clear();
    shown.set(key, one);
    return one.state === undefined || (filter.state !== undefined && one.state !== filter.state) ? [] : [one.brief];
  });
}

function shownOf(deal: Deal, days: AsOf, knowledge: DealKnowledge): Shown {
  const state = fold(deal, knowledge, days);
  if (state.known.length === 0) return { brief: "" };
  return { state: state.state, brief: briefText({ line: dealLine(deal, state, knowledge, days), state }) };
}

/** The JSON of an object with these keys behind its own: most deals succeed none, and nothing need be parsed for the others. */
function withKeys(json: string, more: object): string {
  const told = JSON.stringify(more);
  return told === "{}" ? json : `${json.slice(0, -1)},${told.slice(1)}`;
}

type Key = Pick<BookTables["deals"], "root" | "id" | "kind" | "elders">;
/** A row with what a list tells of it. */
type Row = Key & { readonly told: string };

/** The rows on a page, each with its line or its brief; `next` as a key where more may follow. */
async function pageOf(
  { db, dialect }: Asked,
  filter: DealFilter,
  told: "line" | "brief",
): Promise<{ readonly rows: readonly Row[]; readonly next: { readonly next?: string } }> {
  const limit = Math.max(1, Math.min(1000, Math.trunc(filter.limit ?? 100)));
  const { roots, next } = await find(db, dialect, filter, limit);
  const found = new Map<string, Row>();
  for (const some of chunks(roots)) {
    const rows = db.selectFrom("deals").select(["root", "id", "kind", "elders", `${told} as told`]);
    for (const row of await rows.where("root", "in", some).execute()) found.set(row.root, row);
  }
  return { rows: roots.flatMap((root) => found.get(root) ?? []), next: next === undefined ? {} : { next } };
}

/** A deal folded at a pair of days. */
interface Folded {
  readonly deal: Deal;
  readonly state: DealState;
}

/** The origins of the documents that contradict each other about these deals: few deals have any. */
async function originsAmong(folded: readonly Folded[], ask: Ledger["origins"]): Promise<Origins> {
  const documents = folded.flatMap(({ state: { conflicts, known } }) => {
    const claims = new Set(conflicts.flatMap((conflict) => conflict.claims));
    return claims.size === 0 ? [] : known.flatMap(({ member }) => (claims.has(member.claim.id) ? [member.document.id] : []));
  });
  return documents.length === 0 ? new Map() : ask([...new Set(documents)]);
}

/** The same with what the policy shows first, where that hangs on origins. */
function shownByOrigins({ deal, state }: Folded, days: AsOf, origins: Origins, knowledge: DealKnowledge): Folded {
  return days.policy !== "most-origins" || state.conflicts.length === 0
    ? { deal, state }
    : { deal, state: fold(deal, knowledge, { ...days, origins }) };
}

/** Deals as they were at the days asked for, with their lines. */
async function foldedOf(
  { db, knowledge, origins: ask, tellingsOf }: Asked,
  rows: readonly Key[],
  filter: DealFilter,
  succeeding: (row: Key) => Succession,
): Promise<readonly (Folded & { readonly line: DealLine })[]> {
  const knots = await tellingsOf(
    db,
    rows.map(({ root }) => root),
    filter.known,
  );
  const all: Folded[] = [];
  for (const row of rows) {
    // What it is was told by all of its claims, also by those that were not known yet.
    const deal = { ...dealAs(row, row.root, knots.get(row.root) ?? []), ...succeeding(row) };
    const state = fold(deal, knowledge, filter);
    if (state.known.length === 0) continue;
    if (filter.state !== undefined && state.state !== filter.state) continue;
    all.push({ deal, state });
  }
  const origins = filter.policy === "most-origins" ? await originsAmong(all, ask) : new Map<string, string>();
  return all
    .map((one) => shownByOrigins(one, filter, origins, knowledge))
    .map(({ deal, state }) => ({ deal, state, line: dealLine(deal, state, knowledge, filter) }));
}

/** A deal with its state at the days asked for, and the origins of the documents that contradict each other about it. */
export interface DealFound extends Folded {
  readonly line: DealLine;
  readonly origins: Origins;
}

/** Ids of the deals whose id begins so, at most `limit`. */
export async function dealsNamed(db: Kysely<BookTables>, beginning: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("deals")
    .select("id")
    .where("id", ">=", beginning)
    .where("id", "<", `${beginning}\uffff`)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** See `DealBook.size`. */
export async function sizeOf(db: Kysely<BookTables>, id: string): Promise<number | undefined> {
  return (await db.selectFrom("deals").select("claims").where("id", "=", id).executeTakeFirst())?.claims;
}

/** See `DealBook.deal`. */
export async function dealById({ db, knowledge, origins: ask, tellingsOf }: Asked, id: string, days: AsOf): Promise<DealFound | undefined> {
  const row = await db.selectFrom("deals").select(["root", "id", "elders"]).where("id", "=", id).executeTakeFirst();
  const made = row === undefined ? undefined : dealOf((await tellingsOf(db, [row.root])).get(row.root) ?? [], knowledge);
  if (row === undefined || made === undefined) return undefined;
  const deal = { ...made, ...(await successionsOf(db, [row], days.known))(row) };
  const folded = { deal, state: fold(deal, knowledge, days) };
  const origins = await originsAmong([folded], ask);
  const { state } = shownByOrigins(folded, days, origins, knowledge);
  return { deal, state, line: dealLine(deal, state, knowledge, days), origins };
}
