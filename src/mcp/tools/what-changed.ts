// what_changed: deals that stand otherwise by what was known on one day than by what was known on a later one, with the claims that moved them.
import { z } from "zod";
import type { DealBook, DealFilter, DealFound, DealLine } from "../../deal/index.ts";
import { chaptersOf, dealNamed, unknownDeal } from "../../deal/index.ts";
import { PactaError } from "../../error.ts";
import { dayAfter } from "../../reading/index.ts";
import type { Desk } from "../desk.ts";
import {
  boundsSchema,
  claimPart,
  claimPartSchema,
  claimText,
  cursorFor,
  cursorIn,
  daysArgs,
  documentPart,
  few,
  fitting,
  pageArgs,
  ROOM,
  short,
  shown,
  stateText,
  stepPart,
  stepSchema,
  stepText,
  word,
} from "../parts/index.ts";
import { tool } from "../tool.ts";

const NAME = "what_changed";
const MOVERS = 6;
const FIRST = 2;
const CONFLICTING = 4;
const WORDS = 500;
const NAME_LENGTH = 300;
const LISTED = 40;
/** Candidates of one page of the book, and of one answer. */
const PAGE = 50;
const LOOKED_AT = 10_000;
const LISTING = "search_deals finds deals with their ids";

const input = z.strictObject({
  from: z.iso.date().describe("the earlier day (YYYY-MM-DD): what was known by then"),
  to: z.iso.date().describe("the later day: what was known by then"),
  deal: word("only this deal: its id, or the beginning of it").optional(),
  as_of: daysArgs.as_of,
  policy: daysArgs.policy,
  ...pageArgs(10, 50),
});

type Asked = z.infer<typeof input>;

const standing = z.strictObject({
  state: z.string(),
  dispute: z.string(),
  since: boundsSchema,
  claims: z.int().describe("claims that were known"),
  conflicts: z.array(z.string()).describe("slots about which claims contradict each other"),
});

const change = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  before: standing.nullable().describe("null: nothing was known of it by the earlier day"),
  after: standing,
  differs: z.array(z.enum(["new", "state", "dispute", "conflicts", "replaced"])).describe("what differs; empty: nothing but the number of claims"),
  steps: z.array(stepSchema).describe("steps that became known in between: those that changed the deal or, where none did, the first of them"),
  conflicting: z.array(claimPartSchema).describe("claims of new conflicts that became known in between"),
});

const output = z.strictObject({
  changes: z.array(change),
  looked: z.int().describe("how many deals with reports of that time were looked at"),
  next: z.string().optional().describe("give it as `cursor` to go on"),
  notes: z.array(z.string()),
});

type Change = z.infer<typeof change>;

/** `what_changed`. */
export const whatChanged = tool({
  name: NAME,
  title: "What changed between two days",
  description:
    "Compares what was known on two days: the deals (or the one given) whose state, dispute or conflicts differ, with the claims that moved them, their words and sources. It is about what became known, whenever it happened.",
  input,
  output,
  ask: async (args, desk) => {
    if (args.from >= args.to)
      throw new PactaError("PACTA_MCP_ARGUMENTS", `\`from\` ${args.from} does not lie before \`to\` ${args.to}`, "Give the earlier day as `from`");
    const book = await desk.book();
    if (args.deal !== undefined) return ofOne(args, book, desk);
    const found: Change[] = [];
    const [start = "", offset = "0"] = (cursorIn(NAME, args) ?? "~0").split("~");
    let [after, skip, looked, room]: [string | undefined, number, number, number] = [start === "" ? undefined : start, Number(offset), 0, ROOM];
    for (;;) {
      const { deals, next } = await book.deals({ ...reported(args), limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const line of deals.slice(skip)) {
        const isFull = found.length >= args.limit || room < 0 || looked >= LOOKED_AT || desk.isLate();
        // The place in the middle of a page is where the page began, and how many of it were looked at.
        if (isFull) return { changes: found, looked, next: cursorFor(NAME, args, `${after ?? ""}~${skip}`), notes: notesOf(found, true) };
        const changed = await changeOf(line.id, args, book, desk);
        if (changed !== undefined && changed.differs.length > 0) {
          found.push(changed);
          room -= JSON.stringify(changed).length;
        }
        [skip, looked] = [skip + 1, looked + 1];
        await desk.pause();
      }
      if (next === undefined) return { changes: found, looked, notes: notesOf(found, false) };
      [after, skip] = [next, 0];
    }
  },
  tell: ({ changes, looked, next, notes }) =>
    [
      `${changes.length} change${changes.length === 1 ? "" : "s"} among ${looked} deal${looked === 1 ? "" : "s"} with reports of that time.\n`,
      ...changes.map(changeText),
      ...notes.map((note) => `Note: ${note}\n`),
      next === undefined ? "" : `More: cursor ${next}\n`,
    ].join(""),
});

async function ofOne(args: Asked, book: DealBook, desk: Desk): Promise<z.infer<typeof output>> {
  const id = await dealNamed(args.deal ?? "", book, LISTING);
  if ((await book.size(id)) === undefined) throw unknownDeal(id, LISTING);
  const changed = await changeOf(id, args, book, desk);
  const notes =
    changed === undefined
      ? [`Nothing was known of the deal by ${args.to}.`]
      : changed.differs.length === 0
        ? ["Neither state nor dispute nor conflicts differ."]
        : [];
  return { changes: changed === undefined ? [] : [changed], looked: 1, notes };
}

/** Deals that a report of that time tells of, as far as first and last reports say. */
const reported = ({ from, to }: Asked): DealFilter => ({ from: dayAfter(from, "P1D") ?? from, to });

/** How a deal stands by the later day beside the earlier one; undefined where nothing was known of it by then. */
async function changeOf(id: string, args: Asked, book: DealBook, desk: Desk): Promise<Change | undefined> {
  const days = { ...(args.as_of === undefined ? {} : { asOf: args.as_of }), ...(args.policy === undefined ? {} : { policy: args.policy }) };
  const [before, after] = [await book.deal(id, { ...days, known: args.from }), await book.deal(id, { ...days, known: args.to })];
  if (after === undefined || after.state.known.length === 0) return undefined;
  const had = before === undefined || before.state.known.length === 0 ? undefined : before;
  const contested = after.line.conflicts.filter(({ slot, claims }) => isNew(had?.line, slot, claims));
  const differs = differing(had?.line, after.line, contested.length > 0);
  const isKnownSince = (day: string | undefined): boolean => day !== undefined && day > args.from;
  const fresh = chaptersOf(after.state.steps, desk.knowledge).filter(
    ({ step: { attachment, lapsed } }) => isKnownSince(attachment.member.document.published) || (lapsed === true && differs.includes("state")),
  );
  const movers = fresh.filter(({ step }) => step.moved);
  const told = new Set(contested.flatMap(({ claims }) => claims));
  const conflicting = after.state.known.filter(({ member }) => told.has(member.claim.id) && isKnownSince(member.document.published));
  return {
    id,
    name: short(after.line.name, NAME_LENGTH),
    kind: after.line.kind,
    before: had === undefined ? null : standingOf(had),
    after: standingOf(after),
    differs,
    steps: await fitting(
      movers.length > 0 ? movers.slice(-MOVERS) : fresh.slice(0, FIRST),
      (chapter) => stepPart({ ...chapter, again: [] }, desk.texts),
      ROOM / 4,
    ),
    conflicting: await Promise.all(
      few(conflicting, CONFLICTING).map(async ({ member: { claim, document } }) =>
        claimPart(claim, await desk.texts.quote(document.id, claim.evidence, WORDS), documentPart(document)),
      ),
    ),
  };
}

function standingOf({ line }: DealFound): NonNullable<Change["before"]> {
  const { state, dispute, since, claims, conflicts } = line;
  return { state, dispute, since, claims: claims.length, conflicts: few(conflicts, LISTED).map(({ slot }) => slot) };
}

/** True for a conflict that the earlier day did not have, or had between fewer claims. */
function isNew(before: DealLine | undefined, slot: string, claims: readonly string[]): boolean {
  const had = new Set(before?.conflicts.find((one) => one.slot === slot)?.claims);
  return claims.some((claim) => !had.has(claim));
}

function differing(before: DealLine | undefined, after: DealLine, hasNewConflicts: boolean): Change["differs"] {
  const gone = before?.conflicts.some(({ slot }) => !after.conflicts.some((one) => one.slot === slot)) === true;
  return [
    ...(before === undefined ? ["new" as const] : []),
    ...((before?.state ?? "none") === after.state ? [] : ["state" as const]),
    ...((before?.dispute ?? "none") === after.dispute ? [] : ["dispute" as const]),
    ...(hasNewConflicts || gone ? ["conflicts" as const] : []),
    ...((before?.replacedBy ?? []).join(" ") === (after.replacedBy ?? []).join(" ") ? [] : ["replaced" as const]),
  ];
}

function notesOf(found: readonly Change[], more: boolean): string[] {
  return [
    ...(more
      ? ["Not all deals were looked at: `next` goes on."]
      : found.length === 0
        ? ["No deal stands otherwise by what became known in between."]
        : []),
    "Which documents are of one deal is seen with today's knowledge.",
  ];
}

function changeText({ id, name, kind, before, after, differs, steps, conflicting }: Change): string {
  const was = before === null ? "nothing was known of it" : stateText(before);
  const conflicts = after.conflicts.length === 0 ? "" : `  conflicts: ${after.conflicts.join(", ")}\n`;
  const indented = (text: string): string => `  ${text.trimEnd().replaceAll("\n", "\n  ")}\n`;
  return [
    `${shown(name)} (${id}, ${kind}): ${differs.length === 0 ? "no difference" : differs.join(", ")}\n`,
    `  before: ${was}\n  after: ${stateText(after)}\n`,
    conflicts,
    ...steps.map((step) => indented(stepText(step))),
    ...(conflicting.length === 0 ? [] : ["  in conflict, and new:\n", ...conflicting.map((claim) => indented(claimText(claim)))]),
  ].join("");
}
