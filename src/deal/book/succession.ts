// Which deals of the book succeed each other. Rows keep the roots of elders alone: what deal a root makes may change without them.
import type { Kysely } from "kysely";
import { succession } from "../succession.ts";
import type { Succession } from "../succession.ts";
import type { BookTables } from "./shape.ts";

type Row = Pick<BookTables["deals"], "root" | "id" | "elders">;
type Found = Row & Pick<BookTables["deals"], "first">;

const eldersOf = ({ elders }: Pick<Row, "elders">): readonly string[] => JSON.parse(elders) as string[];

/** The succession of each of these rows, of deals of which something was known by the day (all where it is absent). */
export async function successionsOf(db: Kysely<BookTables>, rows: readonly Row[], known?: string): Promise<(row: Row) => Succession> {
  const isKnown = ({ first }: Found): boolean => known === undefined || (first !== "" && first <= known);
  const later = await successorsOf(db, rows);
  const roots = [...new Set([...rows, ...later].flatMap(eldersOf))];
  const found = await db
    .selectFrom("deals")
    .select(["root", "id", "elders", "first"])
    .where("root", "in", [...roots, ""])
    .execute();
  const deals = new Map(found.map((deal) => [deal.root, deal]));
  const elderOf = (row: Row): Found | undefined =>
    eldersOf(row)
      .flatMap((root) => deals.get(root) ?? [])
      .at(-1);
  const successors = Map.groupBy(later.filter(isKnown), (deal) => elderOf(deal)?.root);
  return (row) => {
    const elder = elderOf(row);
    return succession(elder !== undefined && isKnown(elder) ? elder.id : undefined, successors.get(row.root)?.map(({ id }) => id) ?? []);
  };
}

/** The deals that are told to succeed one of these. */
async function successorsOf(db: Kysely<BookTables>, rows: readonly Row[]): Promise<readonly Found[]> {
  const roots = rows.map(({ root }) => root);
  return db
    .selectFrom("deals")
    .innerJoin("deal_facets", "deal_facets.root", "deals.root")
    .select(["deals.root", "deals.id", "deals.elders", "deals.first"])
    .where("deal_facets.facet", "=", "elder")
    .where("deal_facets.value", "in", [...roots, ""])
    .distinct()
    .execute();
}
