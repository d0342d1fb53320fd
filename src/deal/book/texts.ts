// Documents by the words of their texts, and by the words that their claims quote. Which words stand where is all that is kept of them: a document is
// named, and whoever asks looks it up in the ledger.
import { sql } from "kysely";
import type { Kysely, RawBuilder } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Dialect } from "../../ledger/index.ts";
import { PactaError } from "../../error.ts";
import type { DealReading } from "../deal.ts";
import { searchable, wordsIn } from "./conditions.ts";
import type { BookTables } from "./shape.ts";

/** What is looked through: texts with their headings, or what claims quote of them. */
export type TextPart = "text" | "quotes";

/** Which documents: those where all the words of `search` stand in a part; `limit` 1 to 200, 20 unless told. */
export interface TextsAsked {
  readonly search: string;
  readonly part: TextPart;
  /** The place of the last document that was looked at, as `TextFound.at` tells it. */
  readonly after?: string;
  readonly limit?: number;
}

/** A document that was found, and behind which place others follow. */
export interface TextFound {
  readonly id: string;
  readonly at: string;
}

/** Characters of a text with its heading, and of what is quoted of one, that are looked through. */
export const LOOKED_THROUGH = 100_000;

/** Writes the words of documents as they now are. */
export async function writeTexts(db: Kysely<BookTables>, dialect: Dialect, readings: readonly DealReading[]): Promise<void> {
  const standing = new Map<string, number>();
  for (const some of chunks(readings.map(({ document }) => document.id)))
    for (const { n, id } of await db.selectFrom("texts").select(["n", "id"]).where("id", "in", some).execute()) standing.set(id, n);
  for (const { document, claims } of readings) {
    const { id, heading = "", text } = document;
    const words = {
      words: searchable(dialect, `${heading}\n${text}`.slice(0, LOOKED_THROUGH)),
      quotes: searchable(
        dialect,
        claims
          .map(({ evidence }) => evidence.quote)
          .join("\n")
          .slice(0, LOOKED_THROUGH),
      ),
    };
    const there = standing.get(id);
    if (there !== undefined) {
      await db.updateTable("text_search").set(words).where("rowid", "=", there).execute();
      continue;
    }
    const { n } = await db.insertInto("texts").values({ id }).returning("n").executeTakeFirstOrThrow();
    standing.set(id, n);
    await db
      .insertInto("text_search")
      .values({ rowid: n, ...words })
      .execute();
  }
}

/** See `DealBook.texts`. */
export async function textsWith(db: Kysely<BookTables>, dialect: Dialect, { search, part, after, limit }: TextsAsked): Promise<readonly TextFound[]> {
  const words = wordsIn(search);
  if (words.length === 0) return [];
  const most = Math.max(1, Math.min(200, Math.trunc(limit ?? 20)));
  const { rows } = await sql<{ n: number; id: string }>`select t.n as n, t.id as id from text_search s cross join texts t
    where t.n = s.rowid and ${MATCHES[dialect](words, part)} and s.rowid < ${placeOf(after)} order by s.rowid desc limit ${most}`.execute(db);
  return rows.map(({ n, id }) => ({ id, at: String(n) }));
}

const MATCHES: Readonly<Record<Dialect, (words: readonly string[], part: TextPart) => RawBuilder<boolean>>> = {
  sqlite: (words, part) => {
    const column = part === "text" ? "words" : "quotes";
    return sql`text_search match ${`${column} : (${words.map((word) => `"${word}"`).join(" ")})`}`;
  },
  postgres: (words, part) => sql`${part === "text" ? sql`s.words` : sql`s.quotes`} @@ plainto_tsquery('simple', ${words.join(" ")})`,
};

/** Behind every document that a book can number. */
const END = 2 ** 31 - 1;

function placeOf(after: string | undefined): number {
  if (after === undefined) return END;
  if (/^[1-9]\d{0,9}$/.test(after) && Number(after) <= END) return Number(after);
  throw new PactaError(
    "PACTA_LEDGER_CURSOR",
    `"${after}" is not the end of a page of what was found`,
    "Pass on the `next` of the page before, unchanged",
  );
}
