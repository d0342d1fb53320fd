// How long an undertaking holds, by the words of one claim. Times are those of the reader's recognisers; here only what stands around them is looked
// at, to tell the term of a deal from other lengths and days ("to end a 20-year conflict", "by 2017").
import { recogniseTimes, recurrenceIn } from "../reading/index.ts";
import type { Claim, TimeMention } from "../reading/index.ts";
import { boundsOf, shiftDay } from "./day.ts";
import type { Bounds } from "./day.ts";
import type { Term } from "./deal.ts";
import type { Terms } from "./terms.ts";

/** A time with the words around it. */
interface Told {
  readonly time: TimeMention;
  readonly before: string;
  readonly said: string;
  readonly after: string;
}

const AROUND = 60;
const MODIFIER = "(?:(?:a|an|the|another|further|additional|next|initial|total|full|period|term|of|up|to|at|least|more|than|about|around|some) )";
const FOR = new RegExp(`\\bfor ${MODIFIER}{0,5}$`, "iu");
const BY = new RegExp(`\\bby ${MODIFIER}{0,5}$`, "iu");
/** "Their first deal for ten years" looks back. */
const FIRST = /\b(?:first|last|latest|biggest|largest|worst|only)\b[^.;]*$/iu;
const EXPIRES = /\b(?:expir(?:e|es|ed|ing)|lapses?|runs? out|due to end)(?: (?:on|in|at|by|this|next|the|end|of))*\s*$/iu;

/** How sure the count is; "more than" may stand in the time or before it. */
function boundOf({ before, said }: Told): Term["bound"] {
  const words = `${before.slice(-16)}${said}`;
  if (/\b(?:at least|more than|over|minimum)\b/iu.test(words)) return "min";
  if (/\b(?:up to|at most|no more than|less than|under|maximum)\b/iu.test(words)) return "max";
  return /\b(?:about|around|nearly|almost|roughly|approximately|some)\b/iu.test(words) ? "about" : "exact";
}

/** The length is that of the deal, or of its extension. */
function isOfDeal({ time, before, said, after }: Told, act: Claim["act"], isExtension: boolean, terms: Terms): boolean {
  if (time.length === undefined || /\bold$/iu.test(said)) return false;
  if (!/s$/iu.test(said) && (isExtension ? terms.extension : terms.lasting).test(after)) return true;
  // "For a two-year process" is the length of that process; "for a two-year term" is one of the deal.
  if (/\p{L}-\p{L}|\d-/u.test(said) && !/^[- ](?:period|term)\b/iu.test(after)) return false;
  if (isExtension) return FOR.test(before) || BY.test(before);
  return act !== "approve" && FOR.test(before) && !FIRST.test(before);
}

type Days = Pick<Term, "begins" | "ends" | "expires">;

/** What a time says of the first and last days of a term. */
function daysOf({ time: { norm = "" }, before, said }: Told, isExtension: boolean): Days {
  const [from = "", to = from] = norm.split("/");
  if (to !== "" && EXPIRES.test(before)) return { [isExtension ? "expires" : "ends"]: boundsOf(to) };
  if (norm.startsWith("/") && (isExtension ? UNTIL_OR_TO : UNTIL).test(said) && !GIVES.test(before))
    return { ends: endOf(boundsOf(to), `${before.slice(-16)}${said}`) };
  if (from !== "" && to !== from && FOR.test(before) && /^(?:the )?next \S+ \p{L}+s$/iu.test(said)) return { ends: boundsOf(to) };
  if (from !== "" && to !== from && / (?:until|till|through) /iu.test(said) && !/^from\b/iu.test(said)) return { ends: boundsOf(to) };
  if (from === "" || !/^(?:from|between|starting|beginning)\b(?!.*\b(?:past|previous|last)\b)/iu.test(said)) return {};
  if (to === "") return { begins: boundsOf(`${from}/`) };
  return norm.includes("/") && /\b(?:to|until|till|through|and)\b/iu.test(said) ? { begins: boundsOf(from), ends: boundsOf(to) } : {};
}

/** What a parliament approves is told apart from what comes of it: "a pact that will see troops there until 2014". */
const RELATIVE = /\b(?:which|that|who|whose|where)\b[^.;]*$/iu;

const YEAR = 366;

/** Years from long ago on are those of what is punished or remembered. */
function isOfDeed({ begins, ends }: Days, published: string | undefined): boolean {
  return ends !== undefined && begins?.latest !== undefined && published !== undefined && begins.latest < shiftDay(published, -YEAR);
}

const UNTIL = /^(?:until|till|through)\b/iu;
const UNTIL_OR_TO = /^(?:until|till|through|to)\b/iu;

/** A deadline: "gives Iran until August to answer". */
const GIVES = /\b(?:(?:gives?|given|giving|gave)\b[^.;]{0,40}|(?:has|have|had)\s+)$/iu;

/** The last day by the words: "until at least" has no latest, "until the end of" no earlier one. */
function endOf({ earliest, latest }: Bounds, words: string): Bounds {
  const first = /\bend of\b/iu.test(words) ? latest : earliest;
  return { ...(first === undefined ? {} : { earliest: first }), ...(latest === undefined || /\bat least\b/iu.test(words) ? {} : { latest }) };
}

function toldIn(text: string, published: string | undefined): readonly Told[] {
  return recogniseTimes(text, { start: 0, end: text.length }, published).map((time) => ({
    time,
    before: text.slice(Math.max(0, time.start - AROUND), time.start),
    said: text.slice(time.start, time.end),
    after: text.slice(time.end, time.end + AROUND),
  }));
}

/** The term that words of an act tell; undefined where they tell none. */
export function termIn(text: string, act: Claim["act"], published: string | undefined, terms: Terms): Term | undefined {
  const recurs = terms.recurring.includes(act) ? recurrenceIn(text) : undefined;
  const isExtension = act === "extend" || terms.extending.test(text);
  const told =
    terms.acts.includes(act) && !(isExtension && terms.not_extended.test(text))
      ? toldIn(text, published).filter((one) => act !== "approve" || !RELATIVE.test(one.before))
      : [];
  // The first time that tells a day tells it.
  const each = told.map((one) => daysOf(one, isExtension)).filter((one) => !isOfDeed(one, published));
  const days: Days = Object.assign({}, ...each.toReversed());
  const long = told.find((one) => isOfDeal(one, act, isExtension, terms));
  if (long === undefined && recurs === undefined && Object.keys(days).length === 0) return undefined;
  return {
    extends: isExtension,
    ...days,
    ...(long?.time.length === undefined ? {} : { length: long.time.length }),
    bound: long === undefined ? "exact" : boundOf(long),
    ...(recurs === undefined ? {} : { recurs }),
    ...(terms.truces.test(text) ? { truce: true } : {}),
  };
}

/** The term that a claim tells, by the first of its places that tells one. What is not told as done has none. `published`: the document's day. */
export function termOf(claim: Claim, published: string | undefined, terms: Terms): Term | undefined {
  if (claim.mode !== "actual" || claim.negated || !(terms.acts.includes(claim.act) || terms.recurring.includes(claim.act))) return undefined;
  const quotes = [claim.evidence, ...claim.tellings].map(({ quote }) => quote);
  // An object within them may end where the day goes on ("until May 31", of "until May 31, 2022").
  const object = claim.object === undefined || quotes.some((quote) => quote.includes(claim.object ?? "")) ? [] : [claim.object];
  const texts = [...quotes, ...object];
  for (const text of texts) {
    const term = termIn(text, claim.act, published, terms);
    if (term !== undefined) return term;
  }
  return undefined;
}
