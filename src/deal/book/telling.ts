// What the knots of deals tell, read by the deals' roots: without what knots are placed by, which folding does not ask for.
import type { Kysely } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Telling } from "../group.ts";
import { keysBehind } from "../knot.ts";
import { readStand, readTold } from "../web/index.ts";
import type { BookTables } from "./shape.ts";

type Found = Telling & { readonly key: string };

/** Reads what the knots of these roots tell, in order, by root; of what was told by the day alone where one is given. */
export type ReadTellings = (db: Kysely<BookTables>, roots: readonly string[], known?: string) => Promise<ReadonlyMap<string, readonly Telling[]>>;

/** Reads from the tables. */
export const tellingsOf: ReadTellings = async (db, roots, known) => (await read(db, roots, known)).tellings;

/** What was read, and how many characters of text that of each root was. */
interface Read {
  readonly tellings: ReadonlyMap<string, readonly Found[]>;
  readonly sizes: ReadonlyMap<string, number>;
}

async function read(db: Kysely<BookTables>, roots: readonly string[], known: string | undefined): Promise<Read> {
  const found: Found[] = [];
  const sizes = new Map<string, number>();
  for (const some of chunks(roots)) {
    const all = db
      .selectFrom("knots")
      .innerJoin("knot_bodies", "knot_bodies.n", "knots.n")
      .select(["root", "key", "family", "head", "stand", "named", "told"])
      .where("root", "in", some);
    const rows = await (known === undefined ? all : all.where("key", "<", keysBehind(known))).execute();
    for (const { root, key, family, head, stand, named, told } of rows) {
      const document = JSON.parse(head) as Telling["document"];
      found.push({ key, family, document, placement: readStand(stand), isNamed: named === 1, ...readTold(told) });
      sizes.set(root, (sizes.get(root) ?? 0) + head.length + stand.length + told.length);
    }
  }
  const tellings = Map.groupBy(
    found.sort((a, b) => (a.key < b.key ? -1 : 1)),
    ({ placement }) => placement.root,
  );
  return { tellings, sizes };
}

/** What knots of a root tell: those whose keys come before `behind`, all of them where it is undefined. */
interface AtHand {
  readonly tellings: readonly Found[];
  readonly behind: string | undefined;
  readonly size: number;
}

/**
 * What was read stays at hand as long as nothing is woven into the book: who moves the day over a deal or a list asks for the same deals again and
 * again, and reading what their knots tell takes longer than folding it.
 */
export class Tellings {
  readonly #most: number;
  readonly #byRoot = new Map<string, AtHand>();
  #seq: number | undefined;
  #size = 0;

  /** Keeps what was read last, up to `most` characters of the text that it was read from. */
  constructor(most: number) {
    this.#most = most;
  }

  readonly of: ReadTellings = async (db, roots, known) => {
    const { seq } = await db.selectFrom("book").select("seq").executeTakeFirstOrThrow();
    if (seq !== this.#seq) this.#forget(seq);
    const behind = known === undefined ? undefined : keysBehind(known);
    const had = new Map(roots.map((root) => [root, this.#byRoot.get(root)] as const));
    const missing = roots.filter((root) => !reaches(had.get(root), behind));
    const { tellings, sizes } = missing.length === 0 ? NOTHING : await read(db, missing, known);
    const found = new Map<string, readonly Telling[]>();
    for (const [root, old] of had) {
      const one = reaches(old, behind) ? old : { tellings: tellings.get(root) ?? [], behind, size: sizes.get(root) ?? 0 };
      found.set(root, behind === one.behind ? one.tellings : one.tellings.filter(({ key }) => behind === undefined || key < behind));
      // Another question may have found meanwhile that something was woven in.
      if (seq === this.#seq) this.#keep(root, one);
    }
    return found;
  };

  /** Puts it behind all others; the first go where there are too many. */
  #keep(root: string, one: AtHand): void {
    this.#drop(root);
    this.#byRoot.set(root, one);
    this.#size += one.size + root.length;
    for (const oldest of this.#byRoot.keys()) {
      if (this.#size <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(root: string): void {
    const one = this.#byRoot.get(root);
    if (one === undefined || !this.#byRoot.delete(root)) return;
    this.#size -= one.size + root.length;
  }

  #forget(seq: number): void {
    this.#byRoot.clear();
    this.#size = 0;
    this.#seq = seq;
  }
}

const NOTHING: Read = { tellings: new Map(), sizes: new Map() };

/** Whether what is at hand holds all that comes before that key. */
function reaches(one: AtHand | undefined, behind: string | undefined): one is AtHand {
  if (one === undefined) return false;
  return one.behind === undefined || (behind !== undefined && behind <= one.behind);
}
