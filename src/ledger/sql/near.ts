// Copies of documents: which are told by the newest version of each, and where they come from. All documents that are asked about go
// through the same few queries, a ring of copies at a time.
import { sql } from "kysely";
import { z } from "zod";
import { clustersAround, readSignature, rowOfPrint } from "../../document/index.ts";
import type { Cluster, NearRow, NearSetting, Pair } from "../../document/index.ts";
import { PactaError } from "../../error.ts";
import { broken } from "../chain.ts";
import type { ClusterPage } from "../ledger.ts";
import { PERIOD, UNDATED } from "../projection.ts";
import { chunks } from "./chunks.ts";
import type { Db } from "./store.ts";

const namesSchema = z.strictObject({ carried: z.array(z.string()), cited: z.array(z.string()) });

/** See `Ledger.copies`. */
export async function copies(db: Db, id: string, setting: NearSetting): Promise<Cluster | undefined> {
  const [cluster] = await clustersOf(db, [id], setting);
  return cluster;
}

/** See `Ledger.origins`. */
export async function origins(db: Db, ids: readonly string[], setting: NearSetting): Promise<ReadonlyMap<string, string>> {
  const asked = new Set(ids);
  const found = new Map<string, string>();
  for (const { origin, members } of await clustersOf(db, [...asked], setting)) {
    for (const member of members) if (asked.has(member)) found.set(member, origin);
  }
  return found;
}

/** Documents whose copies are looked for at a time. */
const STRIDE = 500;

/** See `Ledger.clusters`. */
export async function clusters(
  db: Db,
  { after, limit = 100 }: { readonly after?: string; readonly limit?: number },
  setting: NearSetting,
): Promise<ClusterPage> {
  const most = Math.max(1, Math.min(1000, Math.trunc(limit)));
  const found: Cluster[] = [];
  for (let [at, end] = [seqOf(after), seqOf(after)]; ;) {
    const rows = await firstVersions(db, at);
    const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
    const own = (await clustersOf(db, [...seqs.keys()], setting)).filter(({ origin, members }) => members.length > 1 && seqs.has(origin));
    for (const cluster of own.toSorted((a, b) => (seqs.get(a.origin) ?? 0) - (seqs.get(b.origin) ?? 0))) {
      if (found.length === most) return { clusters: found, next: String(end) };
      found.push(cluster);
      end = seqs.get(cluster.origin) ?? end;
    }
    at = rows.at(-1)?.seq ?? at;
    if (rows.length < STRIDE) return { clusters: found };
  }
}

function firstVersions(db: Db, after: number): Promise<readonly { readonly id: string; readonly seq: number }[]> {
  const first = db.selectFrom("documents").select(["id", "seq"]).where("version", "=", 1);
  return first.where("seq", ">", after).orderBy("seq").limit(STRIDE).execute();
}

function seqOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new PactaError("PACTA_LEDGER_CURSOR", `"${cursor}" is not the end of a page of copies`, "Pass on the `next` of the page before, unchanged");
}

/** The clusters of these documents, each once. One that was redacted is alone in its own. */
async function clustersOf(db: Db, ids: readonly string[], setting: NearSetting): Promise<readonly Cluster[]> {
  const there: string[] = [];
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom("documents").select("id").distinct().where("id", "in", some).execute();
    there.push(...rows.map(({ id }) => id));
  }
  const search = new Search(db, setting);
  const rows = await search.rowsOf(there);
  const told = new Set(rows.map(({ id }) => id));
  const alone = there.filter((id) => !told.has(id)).map((id): Cluster => ({ origin: id, members: [id] }));
  return [...(await clustersAround(rows, (ring) => search.candidates(ring), setting.rules)), ...alone];
}

/** Newest versions that were met while copies were looked for. */
class Search {
  readonly #db: Db;
  readonly #setting: NearSetting;
  readonly #rows = new Map<number, NearRow>();
  readonly #seqs = new Map<NearRow, number>();
  /** Of versions that are not the newest of their document. */
  readonly #past = new Set<number>();

  constructor(db: Db, setting: NearSetting) {
    this.#db = db;
    this.#setting = setting;
  }

  /** The rows of the newest versions of these documents. */
  async rowsOf(ids: readonly string[]): Promise<readonly NearRow[]> {
    const rows: NearRow[] = [];
    for (const some of chunks(ids)) for (const row of await this.#newest().where("documents.id", "in", some).execute()) rows.push(this.#met(row));
    return rows;
  }

  /** Each of the rows with all that may be its copies; see `areOneReport` for which of them that can be. */
  async candidates(ring: readonly NearRow[]): Promise<readonly Pair[]> {
    const { rules } = this.#setting;
    const isLong = ({ signature }: NearRow) => signature.runs >= rules.lasting;
    const [dated, undated] = [ring.filter(({ day }) => day !== undefined), ring.filter(({ day }) => day === undefined)];
    const found = [
      ...(await this.#seqPairs(dated, (some) => withinWindow(this.#db, some, rules.window))),
      ...(await this.#seqPairs(dated.filter(isLong), (some) => inPeriod(this.#db, some, UNDATED))),
      ...(await this.#seqPairs(undated.filter(isLong), (some) => atAnyTime(this.#db, some))),
      ...(await this.#seqPairs(ring, (some) => ofTheSameWords(this.#db, some))),
    ];
    await this.#meet(found.map(({ other }) => other));
    return found.flatMap(({ seq, other }): Pair[] => {
      const [row, candidate] = [this.#rows.get(seq), this.#rows.get(other)];
      return row === undefined || candidate === undefined ? [] : [[row, candidate]];
    });
  }

  async #seqPairs(rows: readonly NearRow[], query: (seqs: readonly number[]) => Promise<readonly SeqPair[]>): Promise<readonly SeqPair[]> {
    const seqs = rows.flatMap((row) => this.#seqs.get(row) ?? []);
    const found: SeqPair[] = [];
    for (const some of chunks(seqs)) found.push(...(await query(some)));
    return found;
  }

  async #meet(seqs: readonly number[]): Promise<void> {
    const unmet = [...new Set(seqs)].filter((seq) => !this.#rows.has(seq) && !this.#past.has(seq));
    for (const some of chunks(unmet)) for (const row of await this.#newest().where("near.seq", "in", some).execute()) this.#met(row);
    for (const seq of unmet) if (!this.#rows.has(seq)) this.#past.add(seq);
  }

  #newest() {
    return this.#db
      .selectFrom("near")
      .innerJoin("documents", "documents.seq", "near.seq")
      .select(["near.seq", "near.signature", "near.host", "near.names", "documents.id", "documents.day"])
      .where(isNewest);
  }

  #met(row: Told): NearRow {
    const made = this.#rows.get(row.seq) ?? nearRow(row, this.#setting);
    this.#rows.set(row.seq, made);
    this.#seqs.set(made, row.seq);
    return made;
  }
}

/** A version and another that shares a key with it, by their seqs. */
interface SeqPair {
  readonly seq: number;
  readonly other: number;
}

const isNewest = sql<boolean>`not exists (select 1 from documents d where d.id = documents.id and d.version > documents.version)`;

function keysBeside(db: Db, seqs: readonly number[]) {
  const joined = db.selectFrom("near_keys as k").innerJoin("near_keys as o", "o.key", "k.key");
  return joined.select(["k.seq as seq", "o.seq as other"]).where("k.seq", "in", seqs).whereRef("o.seq", "!=", "k.seq");
}

/** Those of a day so many days from theirs at most. Each period that this reaches into is looked up by itself, as the index has it. */
async function withinWindow(db: Db, seqs: readonly number[], window: number): Promise<readonly SeqPair[]> {
  const reach = Math.ceil(window / PERIOD);
  const found: SeqPair[] = [];
  for (let by = -reach; by <= reach; by += 1) {
    const rows = keysBeside(db, seqs)
      .where(sql<boolean>`o.period = k.period + ${sql.lit(by)}`)
      .where(sql<boolean>`o.day between k.day - ${sql.lit(window)} and k.day + ${sql.lit(window)}`);
    found.push(...(await rows.execute()));
  }
  return found;
}

function inPeriod(db: Db, seqs: readonly number[], period: number): Promise<readonly SeqPair[]> {
  return keysBeside(db, seqs).where("o.period", "=", period).execute();
}

/** The periods are found by steps along the index. */
async function atAnyTime(db: Db, seqs: readonly number[]): Promise<readonly SeqPair[]> {
  const found: SeqPair[] = [];
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const next = await db.selectFrom("near_keys").select("period").where("period", ">", after).orderBy("period").limit(1).executeTakeFirst();
    if (next === undefined) return found;
    found.push(...(await inPeriod(db, seqs, next.period)));
    after = next.period;
  }
}

function ofTheSameWords(db: Db, seqs: readonly number[]): Promise<readonly SeqPair[]> {
  const joined = db.selectFrom("near as k").innerJoin("near as o", "o.words", "k.words").select(["k.seq as seq", "o.seq as other"]);
  return joined.where("k.seq", "in", seqs).whereRef("o.seq", "!=", "k.seq").execute();
}

/** What is stored of the newest version of a document. */
interface Told {
  readonly seq: number;
  readonly id: string;
  readonly day: string | null;
  readonly signature: string;
  readonly host: string | null;
  readonly names: string;
}

function nearRow({ seq, id, day, signature, host, names }: Told, setting: NearSetting): NearRow {
  try {
    const print = { signature: readSignature(signature), ...(host === null ? {} : { host }), names: namesSchema.parse(JSON.parse(names)) };
    return rowOfPrint(id, day ?? undefined, print, setting);
  } catch (cause) {
    throw broken("what its copies are told by does not fit; pacta rebuild makes it again", seq, cause);
  }
}
