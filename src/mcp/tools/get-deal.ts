// get_deal: the life of one deal at a pair of days, step by step with the words, and every conflict with the words of all sides.
import { z } from "zod";
import type { ConflictSide, DealFound } from "../../deal/index.ts";
import { chaptersOf, conflictSides, dealNamed, unknownDeal } from "../../deal/index.ts";
import { intervalText } from "../../phrasing/index.ts";
import type { Desk } from "../desk.ts";
import {
  boundsSchema,
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
  few,
  fitting,
  pageArgs,
  ROOM,
  shown,
  stepPart,
  stepSchema,
  stepText,
  word,
} from "../parts/index.ts";
import { tool } from "../tool.ts";

const NAME = "get_deal";
const WORDS = 600;
const CLAIMS = 3;
const SIDES = 6;
const INTERVALS = 20;
/** Where ids of deals are found. */
const LISTING = "search_deals finds deals with their ids";

const input = z.strictObject({ deal: word("the deal's id, or the beginning of it that no other has"), ...daysArgs, ...pageArgs(30, 100) });

const side = z.strictObject({
  value: z.string().describe("the amount or count in digits, or true and false for done and not done"),
  origins: z.int().describe("reports that tell it, copies of one counted once"),
  claims: z.array(claimPartSchema),
  told: z.int().describe("how many claims tell it"),
});

const output = z.strictObject({
  deal: dealPartSchema,
  asOf: z.string().optional(),
  known: z.string().optional(),
  validity: z
    .array(z.strictObject({ from: boundsSchema, to: boundsSchema, recurs: z.string().exactOptional(), claims: z.array(z.string()) }))
    .describe("when it holds, by what is told of its term"),
  replaces: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  replacedBy: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  timeline: z.array(stepSchema).describe("steps in the order of their days; retellings stand under the step that they repeat"),
  steps: z.int().describe("how many steps there are in all"),
  conflicts: z
    .array(
      z.strictObject({
        slot: z.string(),
        shown: z.string().describe("the claim that the policy shows first"),
        sides: z.array(side),
        values: z.int(),
      }),
    )
    .describe("claims that cannot all be right, with the words of every side; on the first page alone"),
  next: z.string().optional().describe("give it as `cursor` for the steps behind these"),
  notes: z.array(z.string()),
});

/** `get_deal`. */
export const getDeal = tool({
  name: NAME,
  title: "The life of a deal",
  description:
    "Tells the life of one deal: its state on any day (as_of) and as known on any day (known), a timeline of what happened with the exact words, the source and the document of each step, when it holds, what it replaces, and every conflict with the words of all sides.",
  input,
  output,
  ask: async (args, desk) => {
    const book = await desk.book();
    const days = daysOf(args);
    const found = await book.deal(await dealNamed(args.deal, book, LISTING), days);
    if (found === undefined) throw unknownDeal(args.deal, LISTING);
    const { line, state } = found;
    const from = Number(cursorIn(NAME, args) ?? "0");
    const chapters = chaptersOf(state.steps, desk.knowledge);
    // Conflicts are what most is asked for: they come first into the room, and leave at least half of it.
    const conflicts = from > 0 ? [] : await fitting(line.conflicts, (conflict) => conflictPart(conflict, found, desk), ROOM / 2);
    const room = ROOM - JSON.stringify(conflicts).length;
    const timeline = await fitting(chapters.slice(from, from + args.limit), (chapter) => stepPart(chapter, desk.texts), Math.max(room, ROOM / 4));
    const end = from + timeline.length;
    const nameOf = async (id: string) => ({ id, name: (await book.deal(id))?.line.name ?? id });
    const next = end < chapters.length ? { next: cursorFor(NAME, args, String(end)) } : {};
    return {
      deal: dealPart(line),
      ...(days.asOf === undefined ? {} : { asOf: days.asOf }),
      ...(days.known === undefined ? {} : { known: days.known }),
      validity: few(state.validity, INTERVALS).map(({ from: begin, to, recurs, claims }) => ({
        from: begin,
        to,
        ...(recurs === undefined ? {} : { recurs }),
        claims: few(claims, CLAIMS),
      })),
      ...(line.replaces === undefined ? {} : { replaces: await nameOf(line.replaces) }),
      replacedBy: await Promise.all(few(line.replacedBy ?? [], CLAIMS).map(nameOf)),
      timeline,
      steps: chapters.length,
      conflicts,
      ...next,
      notes: notesOf(found, args.known, args.as_of, from > 0 ? 0 : line.conflicts.length - conflicts.length),
    };
  },
  tell: (answer) => {
    const { deal, asOf, known, validity, replaces, replacedBy, timeline, steps, conflicts, next, notes } = answer;
    const days = [asOf === undefined ? "" : `  as of ${asOf}\n`, known === undefined ? "" : `  known by ${known}\n`].join("");
    const holds = validity.length === 0 ? "" : `  holds ${validity.map((interval) => intervalText(interval)).join("; ")}\n`;
    const names = [
      ...(replaces === undefined ? [] : [`  it replaces ${shown(replaces.name)}\n`]),
      ...replacedBy.map(({ name }) => `  replaced by ${shown(name)}\n`),
    ];
    return [
      dealText(deal),
      days,
      holds,
      ...names,
      `\nTimeline (${timeline.length} of ${steps} steps; ● changed the state)\n`,
      ...timeline.map(stepText),
      ...(conflicts.length === 0 ? [] : ["\nConflicts: claims that cannot all be right\n", ...conflicts.map(conflictText)]),
      ...notes.map((note) => `Note: ${note}\n`),
      next === undefined ? "" : `More steps: cursor ${next}\n`,
    ].join("");
  },
});

type Conflict = DealFound["line"]["conflicts"][number];
type ConflictPart = z.infer<typeof output>["conflicts"][number];

async function conflictPart(conflict: Conflict, { state, origins }: DealFound, desk: Desk): Promise<ConflictPart> {
  const { slot, shown: first } = conflict;
  const sides = conflictSides(conflict, state.known, origins);
  return { slot, shown: first, sides: await Promise.all(few(sides, SIDES).map((one) => sidePart(one, first, desk))), values: sides.length };
}

async function sidePart({ value, origins, claims }: ConflictSide, first: string, { texts }: Desk): Promise<ConflictPart["sides"][number]> {
  const ordered = [...claims].sort((a, b) => Number(b.claim.id === first) - Number(a.claim.id === first));
  const told = few(ordered, CLAIMS).map(async ({ claim, document }) =>
    claimPart(claim, await texts.quote(document.id, claim.evidence, WORDS), documentPart(document)),
  );
  return { value, origins, claims: await Promise.all(told), told: claims.length };
}

function conflictText({ slot, sides, values }: ConflictPart): string {
  const told = sides.map(({ value, origins, claims, told: all }, at) => {
    const words = claims.map((claim) => `    ${claimText(claim).trimEnd().replaceAll("\n", "\n    ")}\n`).join("");
    const more = all > claims.length ? `    and ${all - claims.length} more claims\n` : "";
    return `  ${at === 0 ? "shown first" : "also"}: ${value}, told by ${all} claim${all === 1 ? "" : "s"} of ${origins} origin${origins === 1 ? "" : "s"}\n${words}${more}`;
  });
  return `${slot}\n${told.join("")}${values > sides.length ? `  and ${values - sides.length} more values\n` : ""}`;
}

/** What the reader of an answer must not misread. */
function notesOf({ line, state }: DealFound, known: string | undefined, asOf: string | undefined, conflictsLeft: number): string[] {
  const notes: string[] = [];
  if (state.known.length === 0) notes.push(`Nothing was known of this deal by ${known ?? "then"}.`);
  else if (state.steps.length === 0 && asOf !== undefined) notes.push(`Nothing of it had happened by ${asOf} for sure.`);
  if (conflictsLeft > 0)
    notes.push(
      `${conflictsLeft} more conflicts are not shown: ${few(line.conflicts, 40)
        .map(({ slot }) => slot)
        .join(", ")}. list_claims and get_evidence have their words.`,
    );
  if (known !== undefined)
    notes.push("Which documents are of one deal is seen with today's knowledge; what is said of it is only what was published by the day known.");
  return notes;
}
