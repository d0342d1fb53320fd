// What the knots of deals tell, read by the deals' roots: without what knots are placed by, which folding does not ask for.
import type { Kysely } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Telling } from "../group.ts";
import { keysBehind } from "../knot.ts";
import { readStand, readTold } from "../web/index.ts";
import type { BookTables } from "./shape.ts";

type Found = Telling & { readonly key: string };

/** What the knots of these roots tell, in order, by root; of what was told by the day alone where one is given. */
export async function tellingsOf(db: Kysely<BookTables>, roots: readonly string[], known?: string): Promise<ReadonlyMap<string, readonly Telling[]>> {
  const found: Found[] = [];
  for (const some of chunks(roots)) {
    const all = db
      .selectFrom("knots")
      .innerJoin("knot_bodies", "knot_bodies.n", "knots.n")
      .select(["key", "family", "head", "stand", "named", "told"])
      .where("root", "in", some);
    const rows = await (known === undefined ? all : all.where("key", "<", keysBehind(known))).execute();
    for (const { key, family, head, stand, named, told } of rows) {
      const document = JSON.parse(head) as Telling["document"];
      found.push({ key, family, document, placement: readStand(stand), isNamed: named === 1, ...readTold(told) });
    }
  }
  return Map.groupBy(
    found.sort((a, b) => (a.key < b.key ? -1 : 1)),
    ({ placement }) => placement.root,
  );
}
