// A claim as an answer gives it: in short with its words for lists, or with every slot.
import { z } from "zod";
import type { Claim, Party } from "../../reading/index.ts";
import { actText, matterText, partiesText, short, sourcesText } from "../../phrasing/index.ts";
import { documentPartSchema, documentText } from "./document.ts";
import type { DocumentPart } from "./document.ts";
import { quoteSchema, quoteText } from "./quote.ts";
import type { QuotePart } from "./quote.ts";
import { few, shown } from "./shown.ts";

const NAME = 200;
const MATTER = 300;
const LISTED = 20;

const party = z
  .strictObject({
    id: z.string().optional(),
    name: z.string(),
    via: z.string().optional().describe("the body or person that acts for it"),
    state: z.string().optional(),
  })
  .meta({ id: "party" });
const source = z
  .strictObject({
    name: z.string(),
    role: z.string().optional(),
    cue: z.string().optional(),
    channel: z.string().optional().describe("who carried it"),
  })
  .meta({ id: "speaker" });

/** What a claim tells, without its words. */
export const slotsSchema = z.strictObject({
  act: z.string(),
  mode: z.string().describe("actual (told as done), planned, possible, demanded or conditional"),
  negated: z.boolean().describe("true: the text says that it was not done"),
  actors: z.array(party),
  targets: z.array(party),
  object: z.string().optional(),
  items: z.array(z.strictObject({ name: z.string(), quantity: z.number().optional(), unit: z.string().optional() })),
  money: z.array(z.strictObject({ amount: z.number(), currency: z.string(), kind: z.string(), bound: z.string() })),
  time: z.string().optional().describe("when, as an ISO 8601 day, month, year or interval; absent where it is not told"),
  reason: z.string().optional(),
  accordingTo: z.array(source).describe("who says so, innermost first; empty where the document itself does"),
  more: z.array(z.string()).optional().describe("slots that are longer than shown here: get_evidence has more of them"),
});

/** A claim in short. */
export const claimPartSchema = slotsSchema
  .extend({
    claim: z.string().describe("the claim's id, as get_evidence takes it"),
    quote: quoteSchema,
    source: documentPartSchema,
  })
  .meta({ id: "claim" });

type Slots = z.infer<typeof slotsSchema>;
type ClaimPart = z.infer<typeof claimPartSchema>;

/** How much of a claim is shown. */
interface Most {
  readonly name: number;
  readonly matter: number;
  readonly listed: number;
}

function partyOf({ id, name, via, state }: Party, most: Most): Slots["actors"][number] {
  return {
    ...(id === undefined ? {} : { id: short(id, most.name) }),
    name: short(name, most.name),
    ...(via === undefined ? {} : { via: short(via, most.name) }),
    ...(state === undefined ? {} : { state: short(state, most.name) }),
  };
}

function sourceOf({ name, role, cue, channel }: Claim["sources"][number], most: Most): Slots["accordingTo"][number] {
  return {
    name: short(name, most.name),
    ...(role === undefined ? {} : { role: short(role, most.name) }),
    ...(cue === undefined ? {} : { cue: short(cue, most.name) }),
    ...(channel === undefined ? {} : { channel: short(channel, most.name) }),
  };
}

/** What a claim tells, as far as an answer has room for it. */
export function claimSlots(claim: Claim, most: Most = { name: NAME, matter: MATTER, listed: LISTED }): Slots {
  const { act, mode, negated, actors, targets, object, items, money, time, reason, sources } = claim;
  const lists = { actors, targets, items, money, sources };
  const more = [
    ...Object.entries(lists).flatMap(([slot, list]) => (list.length > most.listed ? [slot] : [])),
    ...Object.entries({ object, reason }).flatMap(([slot, text = ""]) => (text.length > most.matter ? [slot] : [])),
  ];
  return {
    act,
    mode,
    negated,
    actors: few(actors, most.listed).map((one) => partyOf(one, most)),
    targets: few(targets, most.listed).map((one) => partyOf(one, most)),
    ...(object === undefined ? {} : { object: short(object, most.matter) }),
    items: few(items, most.listed).map(({ name, unit, ...item }) => ({
      ...item,
      name: short(name, most.name),
      ...(unit === undefined ? {} : { unit: short(unit, most.name) }),
    })),
    money: few(money, most.listed),
    ...(time === undefined ? {} : { time: short(time.norm, most.name) }),
    ...(reason === undefined ? {} : { reason: short(reason, most.matter) }),
    accordingTo: few(sources, most.listed).map((one) => sourceOf(one, most)),
    ...(more.length === 0 ? {} : { more }),
  };
}

/** A claim in short, with its words and where they stand. */
export function claimPart(claim: Claim, quote: QuotePart, document: DocumentPart): ClaimPart {
  return { claim: claim.id, ...claimSlots(claim), quote, source: document };
}

/** What a claim tells, on one line: `sign: Norway, Brazil; 5 boat; USD 10 million [2030-05-06]`. */
export function slotsText(slots: Slots): string {
  // The schema of an answer leaves lists of words open, to be short; what stands in it came from a claim.
  const told = slots as unknown as Pick<Claim, "act" | "mode" | "negated" | "actors" | "targets" | "object" | "items" | "money" | "reason">;
  const matter = matterText(told);
  const time = slots.time === undefined ? "" : ` [${slots.time}]`;
  return shown(`${actText(told)}: ${partiesText(told)}${matter === "" ? "" : `; ${matter}`}${time}`);
}

/** Who says so and where: `according to the ministry, in Boats for Brazil (brief-7), 2030-05-06; claim c_…`. */
export function originText(slots: Slots, document: DocumentPart, quote: Pick<QuotePart, "start" | "end">, claim?: string): string {
  const said = sourcesText(slots.accordingTo);
  const who = said === "" ? "the document itself" : `according to ${shown(said)}`;
  return `${who}, in ${documentText(document)}; at ${quote.start}-${quote.end}${claim === undefined ? "" : `; claim ${shown(claim)}`}`;
}

/** A claim in short, in three lines. */
export function claimText({ claim, quote, source, ...slots }: ClaimPart): string {
  return `${slotsText(slots)}\n  ${quoteText(quote)}\n  ${originText(slots, source, quote, claim)}\n`;
}
