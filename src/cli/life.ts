// The life of a deal as a person reads it: what it is, a timeline of what happened with the words that say so, and what contradicts what.
import type { AsOf, Attachment, Chapter, Conflict, ConflictSide, DealDocument, DealLine, DealState, Step } from "../deal/index.ts";
import type { Claim } from "../reading/index.ts";
import { cut, wrap } from "./layout.ts";
import { inkOf } from "./output.ts";
import type { Ink, Output } from "./output.ts";
import {
  actText,
  boundsText,
  idText,
  intervalText,
  matterText,
  moneyText,
  oneLine,
  partiesText,
  sinceText,
  sourcesText,
  wordsText,
} from "../phrasing/index.ts";

/** A deal at a pair of days. */
export interface Told {
  readonly line: DealLine;
  readonly state: DealState;
  readonly days: AsOf;
  readonly chapters: readonly Chapter[];
  /** The sides of each conflict, by slot. */
  readonly sides: ReadonlyMap<string, readonly ConflictSide[]>;
}

const DAY_WIDTH = 24;
const TITLE_WIDTH = 70;
const INDENT = " ".repeat(DAY_WIDTH + 4);

/** The whole life; each part ends with a line end. */
export function lifeText(told: Told, out: Output): string {
  const ink = inkOf(out);
  if (told.state.known.length === 0) return `${told.line.id}: nothing was known of it by ${told.days.known ?? "then"}\n`;
  const width = Math.max(40, Math.min(out.columns, 110) - INDENT.length);
  const steps = told.chapters.map((chapter) => stepText(chapter, width, ink));
  const none = told.days.asOf === undefined ? "" : `nothing of it had happened by ${told.days.asOf} for sure\n`;
  return [headText(told, ink), "\n", steps.length === 0 ? none : steps.join("\n"), conflictsText(told, width, ink)].join("");
}

function headText(told: Told, ink: Ink): string {
  const { line, days } = told;
  const parties = line.parties.map(({ id, name }) => (id === null ? name : `${name} (${id})`)).join(", ");
  const state = line.state === "none" ? "no state yet" : `${ink.strong(line.state)}, ${sinceText(line.since)}`;
  const rows: [string, string | undefined][] = [
    ["deal", `${line.id}, ${line.kind}`],
    ["replaces", line.replaces],
    ["replaced", line.replacedBy === undefined ? undefined : `by ${line.replacedBy.join(", ")}`],
    ["parties", parties],
    ["object", line.object ?? undefined],
    ["goods", line.items.length === 0 ? undefined : line.items.join(", ")],
    ["state", state],
    ["holds", told.state.validity.map(intervalText).join("; ")],
    ["dispute", line.dispute === "none" ? undefined : line.dispute],
    ["as of", days.asOf],
    ["known by", days.known],
    [
      "told by",
      `${line.documents.length} document${line.documents.length === 1 ? "" : "s"}, ${line.claims.length} claim${line.claims.length === 1 ? "" : "s"}`,
    ],
  ];
  const lines = rows.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name.padEnd(10)}${value}`]));
  return `${ink.strong(line.name)}\n${lines.join("\n")}\n`;
}

/** What a step tells; where no claim says so, that is told too. */
function happenedText({ attachment: { part, member }, presumed, lapsed }: Step): string {
  const told = `${actText(member.claim)}: ${partiesText(member.claim)}`;
  if (lapsed) return `its time is over by ${told}`;
  if (presumed) return `presumed by ${told}`;
  return part === "hints" ? `${actText(member.claim)} (not claimed)` : told;
}

function stepText({ step, again }: Chapter, width: number, ink: Ink): string {
  const { attachment, when, state, dispute, moved } = step;
  const { claim, document } = attachment.member;
  const mark = moved ? "●" : "·";
  const to = moved ? ink.strong(` => ${dispute === "none" ? state : `${state}, ${dispute}`}`) : "";
  const matter = matterText(claim);
  const lines = [
    `${boundsText(when).padEnd(DAY_WIDTH)}  ${mark} ${happenedText(step)}${to}`,
    ...(matter === "" ? [] : [INDENT + wrap(oneLine(matter), width, INDENT)]),
    INDENT + wrap(wordsText(claim.evidence.quote), width, INDENT),
    INDENT + ink.faint(wrap(unclaimedText(attachment) + originText(claim, document), width, INDENT)),
    ...(again.length === 0 ? [] : [INDENT + ink.faint(wrap(againText(again), width, INDENT))]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Documents that are named of those that tell a step again. */
const NAMED = 3;

function againText(again: readonly Step[]): string {
  const documents = [...new Map(again.map(({ attachment: { member } }) => [member.document.id, member.document])).values()];
  const named = documents.slice(0, NAMED).map(({ id, url, published }) => `${url ?? idText(id)}${published === undefined ? "" : ` (${published})`}`);
  const more = documents.length > NAMED ? ` and ${documents.length - NAMED} more` : "";
  return `told again ${again.length} time${again.length === 1 ? "" : "s"}: ${named.join(", ")}${more}`;
}

/** Why words that moved the deal are no claim. */
function unclaimedText({ part, member: { claim } }: Attachment): string {
  return part === "hints" ? `not claimed (${claim.rule.slice(claim.rule.indexOf("/") + 1)}); ` : "";
}

function originText({ sources }: Claim, document: DealDocument): string {
  const said = sourcesText(sources);
  return `${said === "" ? "" : `${said}, in `}${titleText(document)}, ${document.published ?? "day unknown"}`;
}

/** A document by its heading or, where a hash is all that names it, by the first line of its text; then its address or id. */
function titleText({ id, heading, url, title: first }: DealDocument): string {
  const name = url ?? idText(id);
  const title = heading ?? (name === id ? undefined : first);
  return title === undefined ? name : `${cut(oneLine(title), TITLE_WIDTH)} (${name})`;
}

function conflictsText({ line, sides }: Told, width: number, ink: Ink): string {
  if (line.conflicts.length === 0) return "";
  const told = line.conflicts.map((conflict) => {
    const own = sides.get(conflict.slot) ?? [];
    return `${conflict.slot}\n${own.map((side, at) => sideText(side, conflict, at === 0, width, ink)).join("")}`;
  });
  return `\n${ink.strong("conflicts")}\n${told.join("")}`;
}

/** Claims of a side whose words are given. */
const QUOTED = 3;
const DEEP = " ".repeat(9);

/** A value with the words that tell it, those of the claim that is shown first in front. */
function sideText({ value, claims, origins }: ConflictSide, { slot, shown }: Conflict, isShown: boolean, width: number, ink: Ink): string {
  const ordered = [...claims].sort((a, b) => Number(b.claim.id === shown) - Number(a.claim.id === shown));
  const documents = new Set(claims.map(({ document }) => document.id)).size;
  const by = `${documents} document${documents === 1 ? "" : "s"}${origins === documents ? "" : ` of ${origins} origin${origins === 1 ? "" : "s"}`}`;
  const words = ordered
    .slice(0, QUOTED)
    .flatMap(({ claim, document }) => [
      DEEP + wrap(wordsText(claim.evidence.quote), width, DEEP),
      DEEP + ink.faint(wrap(originText(claim, document), width, DEEP)),
    ]);
  const more = claims.length > QUOTED ? [`${DEEP}${ink.faint(`and ${claims.length - QUOTED} more`)}`] : [];
  const [first] = ordered;
  const head = `  ${isShown ? "shown" : "also "}  ${first === undefined ? value : valueText(slot, value, first.claim)}, told by ${by}`;
  return `${[head, ...words, ...more].join("\n")}\n`;
}

/** A side's value as its claims have it. */
function valueText(slot: string, value: string, claim: Claim): string {
  const [matter, kind, currency] = slot.split(".");
  if (matter === "money")
    return claim.money
      .filter((money) => money.kind === kind && money.currency === currency && String(money.amount) === value)
      .map(moneyText)
      .join(", ");
  if (matter === "quantity") return claim.items.flatMap(({ name, quantity }) => (String(quantity) === value ? [`${value} ${name}`] : [])).join(", ");
  return actText(claim);
}
