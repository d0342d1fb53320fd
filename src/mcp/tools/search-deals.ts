// search_deals: a page of deals by what they are about, each with the words that tell how it stands.
import { z } from "zod";
import { KINDS, STATES } from "../../deal/index.ts";
import type { DealBook, DealFilter, DealFound, DealLine, Step } from "../../deal/index.ts";
import { ACTS } from "../../reading/index.ts";
import type { Desk } from "../desk.ts";
import {
  claimPart,
  claimPartSchema,
  claimText,
  cursorFor,
  cursorIn,
  daysArgs,
  daysOf,
  dealPart,
  dealPartSchema,
  dealText,
  documentPart,
  fitting,
  nearestParty,
  pageArgs,
  partyIdOf,
  word,
} from "../parts/index.ts";
import { tool } from "../tool.ts";

const NAME = "search_deals";
const WORDS = 400;

const input = z.strictObject({
  words: word("words that must all stand in the deal's names, parties, goods or quotes").optional(),
  party: word("a state, organisation, company or group: an id (RUS, UN) or a name (Russia, Naval Group)").optional(),
  item: word("goods called so, or beginning so: S-300, gas").optional(),
  state: z.enum(STATES).optional().describe("only deals in that state on the day asked for"),
  kind: z.enum(KINDS).optional().describe("agreement, transfer (arms and goods), measure (sanctions, bans, tariffs) or dispute"),
  act: z.enum(ACTS).optional().describe("only deals with a claim of that act"),
  money: z
    .strictObject({
      currency: z
        .string()
        .regex(/^[A-Za-z]{3}$/)
        .describe("ISO 4217: USD"),
      least: z.number().nonnegative().default(0),
    })
    .optional()
    .describe("only deals with a sum of at least so much"),
  from: z.iso.date().optional().describe("only deals told of on that day or later (YYYY-MM-DD)"),
  to: z.iso.date().optional().describe("only deals told of on that day or earlier"),
  ...daysArgs,
  ...pageArgs(10, 50),
});

type Asked = z.infer<typeof input>;

const output = z.strictObject({
  deals: z.array(
    z.strictObject({
      deal: dealPartSchema,
      told: claimPartSchema
        .optional()
        .describe("the claim that last moved the deal, or its first one; absent where nothing of it had happened by the day"),
    }),
  ),
  next: z.string().optional().describe("give it as `cursor` for the page behind this one; absent where there is none"),
  party: z.string().optional().describe("the id that the party's name was taken for"),
  notes: z.array(z.string()).describe("what was cut, or what to try where nothing was found"),
});

/** Pages of the book in one answer: deals of other days are sifted after they were found. */
const ROUNDS = 200;

/** `search_deals`. */
export const searchDeals = tool({
  name: NAME,
  title: "Search deals",
  description:
    "Finds deals (agreements, transfers, sanctions and other measures, disputes between states) by words, party, goods, state, kind, act, sum and day, those of most claims first. Each comes with its state and the words that tell it. With as_of and known: the state on a day, and what was known by a day.",
  input,
  output,
  ask: async (args, desk) => {
    const book = await desk.book();
    const days = daysOf(args);
    const party = args.party === undefined ? undefined : (partyIdOf(args.party, desk.knowledge) ?? args.party);
    const filter = { ...filterOf({ ...args, party }), ...days };
    const found = await page(book, filter, cursorIn(NAME, args), args.limit, desk);
    const deals = await fitting(found.lines, async (line) => {
      await desk.pause();
      const told = lastTold(await book.deal(line.id, days));
      return { deal: dealPart(line), ...(told === undefined ? {} : { told: await toldPart(told, desk) }) };
    });
    // Where fewer fit, the page that has only them knows where it ended.
    const cut = deals.length < found.lines.length;
    const { next, ended } = cut ? await page(book, filter, cursorIn(NAME, args), deals.length, desk) : found;
    const isEmpty = deals.length === 0 && next === undefined;
    return {
      deals,
      ...(next === undefined ? {} : { next: cursorFor(NAME, args, next) }),
      ...(party === undefined || party === args.party ? {} : { party }),
      notes: [
        ...(cut ? [`The answer had room for ${deals.length} of ${found.lines.length}: \`next\` goes on.`] : []),
        ...(ended ? ["The search ended before the page was full: `next` goes on."] : []),
        ...(isEmpty ? await suggestions(book, { ...args, party }, desk) : []),
      ],
    };
  },
  tell: ({ deals, next, notes }) =>
    [
      deals.length === 0 ? "No deals found.\n" : "",
      ...deals.map(
        ({ deal, told }) => `${dealText(deal)}${told === undefined ? "" : `  last: ${claimText(told).replaceAll("\n", "\n  ").trimEnd()}\n`}`,
      ),
      ...notes.map((note) => `Note: ${note}\n`),
      next === undefined ? "" : `More: cursor ${next}\n`,
    ].join(""),
});

function filterOf({ words, party, item, state, kind, act, money, from, to }: Partial<Asked>): DealFilter {
  return {
    ...(words === undefined ? {} : { search: words }),
    ...(party === undefined ? {} : { party }),
    ...(item === undefined ? {} : { item }),
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(act === undefined ? {} : { act }),
    ...(money === undefined ? {} : { money: { currency: money.currency.toUpperCase(), least: money.least } }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

interface Page {
  readonly lines: readonly DealLine[];
  readonly next?: string;
  /** True where the page is not full and more may follow. */
  readonly ended: boolean;
}

/** As many deals as are asked for: a page of the book is shorter where its deals were others on the day. */
async function page(book: DealBook, filter: DealFilter, from: string | undefined, limit: number, desk: Desk): Promise<Page> {
  const lines: DealLine[] = [];
  let after = from;
  for (let round = 0; round < ROUNDS && !desk.isLate(); round += 1) {
    const { deals, next } = await book.deals({ ...filter, limit: limit - lines.length, ...(after === undefined ? {} : { after }) });
    lines.push(...deals);
    after = next;
    if (next === undefined || lines.length >= limit) return { lines, ...(next === undefined ? {} : { next }), ended: false };
    await desk.pause();
  }
  return { lines, ...(after === undefined ? {} : { next: after }), ended: after !== undefined };
}

/** The step that last moved a deal, or its first one. */
function lastTold(found: DealFound | undefined): Step | undefined {
  return found?.state.steps.findLast(({ moved }) => moved) ?? found?.state.steps[0];
}

async function toldPart({ attachment: { member } }: Step, { texts }: Desk) {
  const { claim, document } = member;
  return claimPart(claim, await texts.quote(document.id, claim.evidence, WORDS), documentPart(document));
}

/** What to try where nothing was found: a name that was meant, or a condition without which something is found. */
async function suggestions(book: DealBook, args: Asked, desk: Desk): Promise<string[]> {
  if (args.cursor !== undefined) return ["No deals are behind this page."];
  const conditions = ["words", "party", "item", "state", "kind", "act", "money", "from", "to"] as const;
  const given = conditions.filter((name) => args[name] !== undefined);
  const notes: string[] = [];
  if (args.party !== undefined && (await book.deals({ party: args.party, limit: 1 })).deals.length === 0) {
    const meant = nearestParty(args.party, desk.knowledge);
    notes.push(
      `No deal has a party "${args.party}"${meant === undefined || meant === args.party.toLowerCase() ? "" : `; did you mean "${meant}"?`} resolve_party looks names up.`,
    );
  }
  for (const name of given.length > 1 ? given : []) {
    const { deals } = await book.deals({ ...filterOf({ ...args, [name]: undefined }), limit: 1 });
    if (deals.length > 0) notes.push(`Without \`${name}\` there are deals.`);
    await desk.pause();
  }
  if (args.known !== undefined || args.as_of !== undefined) notes.push("Without `known` and `as_of` there may be deals of other days.");
  if (notes.length === 0)
    notes.push(given.length === 0 ? "The ledger holds no deals yet." : "The ledger holds nothing of the kind: try fewer or other words.");
  return notes;
}
