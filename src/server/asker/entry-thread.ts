// The thread that answers long questions, one after the other, as the JSON that is sent: what is short must not wait for them.
import { loadDealKnowledge, openBook, wholeDeal } from "../../deal/index.ts";
import type { DealBook, DealKnowledge } from "../../deal/index.ts";
import { openLedger } from "../../ledger/index.ts";
import { serve } from "../../thread/index.ts";
import { pageText } from "../answer/index.ts";
import type { Question } from "./question.ts";
import { Reviewing } from "./reviewing.ts";

interface Opened {
  readonly book: DealBook;
  readonly knowledge: DealKnowledge;
  readonly reviewing: Reviewing;
}

/** Characters of what deals are made from that stay at hand, for days that are moved over the same deals: some 150 MB. */
const AT_HAND = 32_000_000;

let opened: Promise<Opened> | undefined;

async function open(location: string): Promise<Opened> {
  const knowledge = loadDealKnowledge();
  const ledger = await openLedger(location, { create: false });
  const book = await openBook(ledger, knowledge, { atHand: AT_HAND });
  return { book, knowledge, reviewing: new Reviewing(ledger, book) };
}

/** The answer as JSON; `null` for a deal or party that is not there. */
async function answer(question: Question, location: string): Promise<string> {
  // What could not be opened is tried again by the next question.
  opened ??= open(location).catch((thrown: unknown) => {
    opened = undefined;
    throw thrown;
  });
  const { book, knowledge, reviewing } = await opened;
  if (question.kind === "deals") return pageText(await book.briefs(question.filter));
  if (question.kind === "review") return JSON.stringify(await reviewing.page(question.asked));
  if (question.kind === "network") return JSON.stringify((await book.network(question.key, question.partners)) ?? null);
  if (question.kind === "item-network") return JSON.stringify(await book.itemNetwork(question.item, question.parties));
  const found = await book.deal(question.id, question.days);
  return JSON.stringify(found === undefined ? null : wholeDeal(found, knowledge, question.days));
}

serve((question, location) => answer(question as Question, location as string));
