// What the cases of the book's contract share: what is told in them, and how a book is asked.
import type { Ledger, Ref } from "../../ledger/index.ts";
import type { DealReading } from "../deal.ts";
import type { DealKnowledge } from "../knowledge.ts";
import type { DealLine } from "../line.ts";
import { tell } from "../told.fixture.ts";
import type { Told } from "../told.fixture.ts";
import type { DealBook, DealFilter } from "./index.ts";

/** A reading as the ledger takes it. */
export function asRead({ document, claims, abstained }: DealReading) {
  const { id, text, published } = document;
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const }];
  return {
    document: {
      id,
      text,
      blocks,
      sources: [],
      tags: [],
      ...(published === undefined ? {} : { published: { day: published, basis: "caller" as const } }),
    },
    reading: { id, claims, abstained },
  };
}

/** All pages of a question, three deals each. */
export async function all(book: DealBook, filter: DealFilter = {}): Promise<readonly DealLine[]> {
  const lines: DealLine[] = [];
  let after: string | undefined;
  do {
    const page = await book.deals({ ...filter, limit: 3, ...(after === undefined ? {} : { after }) });
    lines.push(...page.deals);
    after = page.next;
  } while (after !== undefined);
  return lines;
}

/** A document that tells these claims. */
export const told = (id: string, day: string, ...claims: readonly Told[]): DealReading => {
  const of = tell(id, day, claims);
  const document = of[0]?.document;
  if (document === undefined) throw new Error("a document tells something");
  return { document, claims: of.map(({ claim }) => claim), abstained: [] };
};

/** The goods of the sale. */
export const LAUNCHERS = [{ name: "Q-70 launchers", quantity: 5 }];

/** An order of them for a sum. */
export const priced = (id: string, day: string, amount: number, words = `Sudia orders Q-70 launchers for $${amount}`): DealReading =>
  told(id, day, {
    act: "order",
    by: ["SUD"],
    to: ["NOR"],
    items: LAUNCHERS,
    money: [{ amount, currency: "USD", kind: "value", bound: "exact" }],
    words,
  });
/** A sale that is signed and cancelled. */
export const SALE = [
  told("a", "2015-01-10", {
    act: "sign",
    by: ["NOR", "SUD"],
    object: "contract",
    items: LAUNCHERS,
    money: [{ amount: 8e8, currency: "USD", kind: "value", bound: "exact" }],
    words: "Norland and Sudia signed a contract for Q-70 launchers",
  }),
  told("b", "2016-03-10", {
    act: "cancel",
    by: ["NOR"],
    to: ["SUD"],
    object: "contract for the Q-70 launchers",
    items: LAUNCHERS,
    words: "Norland cancelled the contract for the Q-70 launchers",
  }),
];
/** A treaty of one of its sides with a third. */
export const TREATY = told("c", "2015-05-05", {
  act: "sign",
  by: ["NOR", "OST"],
  object: "Blue River Treaty",
  words: "Norland and Ostia signed the Blue River Treaty",
});

/** By which to decide about the first claim that stands of a document. */
export async function refIn(ledger: Ledger, document: string): Promise<Ref> {
  const ref = (await ledger.standing(document))?.claims[0]?.ref;
  if (ref === undefined) throw new Error(`nothing stands of ${document}`);
  return ref;
}

/** What a case gets: a book of a new ledger that holds these readings, brought up to its end. */
export type Having = (
  readings: readonly DealReading[],
  work: (book: DealBook, ledger: Ledger) => Promise<void>,
  knowing?: DealKnowledge,
) => Promise<void>;
