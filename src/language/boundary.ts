// Where sentences end inside a block: after closing signs, with what closes behind them, minding abbreviations and quotations.
import type { BlockKind } from "../document/index.ts";
import { endsByWeights, isOpen } from "./learned.ts";
import type { Place } from "./learned.ts";
import { abbreviationKind } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import type { RawWord } from "./sentence.ts";

const CLOSER = /^(?:["'”’)\]»]|''|’’|\*+|>>)$/;
const STOP = /^(?:[.!?…。]+|\.+[?!]+|….?)$/u;
const ELLIPSIS = /^(?:\.\.+|…\.?)$/;
const SMILEY = /^(?:>?[:;=][-o'^]?[)(DPp]+|\(:)$/;
const BULLET = /^(?:[-*•·▪–—]|\d{1,3}[.)]?)$/;
const STAMP_DAY = /^\d\d?\/\d\d?\/(?:\d\d){1,2}$/;
const CLOCK = /^\d\d?:\d\d(?::\d\d)?$/;
const URL = /^(?:https?:|www\.)/i;
const CLOSING = /^(?:thanks|regards|sincerely|cheers|best|respectfully)$/i;
const FINITE = /^(?:\p{Ll}{2,}ed|is|are|was|were|has|had|will|would|may|might|can|could|must|should|does|did|says|also)$/u;
const DASH = /^(?:--?|[–—])$/;
const CAPITALS = /^\p{Lu}[\p{Lu}.]{2,}$/u;
const DATELINE_WORD = /^(?:\p{Lu}[\p{L}.]*|[\d(),/.-]+)$/u;
const LONGEST_DATELINE = 16;
const BLANK_LINE = /\n[^\S\n]*\r?\n/;

/** What the rules look at: the block's text with its words, spans in the document. */
export interface BlockWords {
  readonly text: string;
  /** Where the block's text starts in the document. */
  readonly offset: number;
  readonly kind: BlockKind;
  readonly words: readonly RawWord[];
}

/** The indices of the words that begin a sentence, 0 first; empty for a block without words. */
export function sentenceStarts(block: BlockWords, lexicon: Lexicon): number[] {
  if (block.words.length === 0) return [];
  const starts = [0];
  for (const place of placesOf(block, lexicon)) {
    if (place.ruled || (isOpen(place) && endsByWeights(place, lexicon.boundary))) starts.push(place.at + 1);
  }
  return starts;
}

/** The places between the words of a block, with what the rules say of each. */
export function* placesOf(block: BlockWords, lexicon: Lexicon): Generator<Place> {
  let first = 0;
  for (let at = 0; at + 1 < block.words.length; at++) {
    const gap = gapAfter(block, at);
    const ruled = endsAfter(block, at, first, gap, lexicon);
    yield { words: block.words, at, first, ruled, gap };
    if (ruled) first = at + 1;
  }
}

function endsAfter(block: BlockWords, i: number, first: number, gap: string, lexicon: Lexicon): boolean {
  if (BLANK_LINE.test(gap)) return true;
  const next = formAt(block, i + 1);
  if (gap.includes("\n") && (block.kind === "list" || (BULLET.test(next) && gapAfter(block, i + 1) !== ""))) return true;
  if (CLOSER.test(next) && gap === "" && !opensQuote(block, i + 1)) return false;
  if (isNote(block, i + 1)) return false;
  if (isLetterhead(block, i, first) || isDateline(block, i, first)) return true;
  const stop = stopBefore(block, i, first);
  return stop !== undefined && ends(block, stop, i, first, gap, lexicon);
}

/** The closing sign that word i completes, past quotes and brackets that follow it without a blank. */
function stopBefore(block: BlockWords, i: number, first: number): number | undefined {
  let at = beforeNotes(block, i, first);
  while (at > first && CLOSER.test(formAt(block, at)) && gapAfter(block, at - 1) === "") at -= 1;
  const form = formAt(block, at);
  return STOP.test(form) || SMILEY.test(form) || (form.length > 1 && form.endsWith(".")) ? at : undefined;
}

/** A reference to a note, "[17]", belongs to the sentence before it. */
function isNote(block: BlockWords, i: number): boolean {
  return formAt(block, i) === "[" && formAt(block, i + 2) === "]" && /^(?:\d{1,3}|[a-z])$/.test(formAt(block, i + 1));
}

/** The word before the notes that word i closes, or i itself. */
function beforeNotes(block: BlockWords, i: number, first: number): number {
  let at = i;
  while (at - 3 >= first && formAt(block, at) === "]" && isNote(block, at - 2)) at -= 3;
  return at;
}

function ends(block: BlockWords, stop: number, last: number, first: number, gap: string, lexicon: Lexicon): boolean {
  const form = formAt(block, stop);
  const next = kindOf(formAt(block, last + 1));
  const closed = last > stop;
  if (STOP.test(formAt(block, last + 1)) || SMILEY.test(formAt(block, last + 1))) return false;
  if (ELLIPSIS.test(form)) return next === "upper" && formAt(block, last + 1) !== "I";
  if (SMILEY.test(form)) return stop > first && next === "upper";
  if (!STOP.test(form)) return !closed && abbreviationEnds(block, stop, lexicon);
  if (form === "." && isListNumber(block, stop, first)) return false;
  if (closed) return next !== "lower" && (gap !== "" || next === "upper") && next !== "sign";
  if (gap === "") return next === "upper" || (next === "lower" && form !== ".");
  if (next === "sign") return form === "." ? !/^[)\]]$/.test(formAt(block, last + 1)) : opensQuote(block, last + 1);
  return true;
}

function abbreviationEnds(block: BlockWords, i: number, lexicon: Lexicon): boolean {
  const [before, form, next] = [formAt(block, i - 1), formAt(block, i), formAt(block, i + 1)];
  const kind = abbreviationKind(form, next, lexicon);
  if (kindOf(next) !== "upper" || kind === "title" || kind === "number" || kind === "mid") return false;
  if (kind === undefined && form.length === 2 && lexicon.lettered.has(before.toLowerCase())) return true;
  const opens = lexicon.openers.has(next);
  if (kind === "street" || (kind === undefined && form.length === 2)) return opens && kindOf(before) === (kind === "street" ? "upper" : "lower");
  return opens || form === "etc." || opensWithVerb(block, i + 1, lexicon);
}

/** A state before a verb: "the U.S. | Russia said" against "the U.S. Navy said". */
function opensWithVerb(block: BlockWords, i: number, lexicon: Lexicon): boolean {
  const [name, after] = [formAt(block, i), formAt(block, i + 1)];
  const capitals = name === name.toUpperCase();
  if (!lexicon.states.has(capitals ? name.charAt(0) + name.slice(1).toLowerCase() : name)) return false;
  const verb = capitals ? after.toLowerCase() : after;
  const lemma = lexicon.irregular.get(`VERB ${verb}`);
  return FINITE.test(verb) || (lemma !== undefined && lemma !== verb);
}

/** The lines of a letter, run together: "Kay Mann | 04/26/2001 07:17 AM | Will you ...", "Regards, | Traci", and one URL after another. */
function isLetterhead(block: BlockWords, i: number, first: number): boolean {
  const [form, next] = [formAt(block, i), formAt(block, i + 1)];
  if (STAMP_DAY.test(next) && CLOCK.test(formAt(block, i + 2))) return !/^(?:on|at|of|dated|,|-|\()$/i.test(form);
  const clock = /^[AP]M$/.test(form) ? i - 1 : i;
  if (CLOCK.test(formAt(block, clock)) && STAMP_DAY.test(formAt(block, clock - 1))) return !/^[AP]M$/.test(next) && kindOf(next) !== "sign";
  if (URL.test(form) && URL.test(next)) return true;
  return form === "," && i - first <= 3 && CLOSING.test(formAt(block, i - 1)) && kindOf(next) === "upper";
}

/** "LISBON, March 3 (Reuters) — Portugal ...": UD English takes the place, the day and the agency as a sentence of their own. */
function isDateline(block: BlockWords, i: number, first: number): boolean {
  if (!DASH.test(formAt(block, i)) || i - first > LONGEST_DATELINE || kindOf(formAt(block, i + 1)) !== "upper") return false;
  if (!CAPITALS.test(formAt(block, first)) || gapAfter(block, i) === "" || gapAfter(block, i - 1) === "") return false;
  const forms = block.words.slice(first, i).map((word) => word.form);
  const filed = forms.some((form) => form === "(" || form === ",") || formAt(block, i).length > 1 || formAt(block, i) === "—";
  return filed && forms.every((form) => DATELINE_WORD.test(form));
}

/** "1.", "2.1." and "Figure 3." before what they number are no sentences of their own. */
function isListNumber(block: BlockWords, stop: number, first: number): boolean {
  const number = formAt(block, stop - 1);
  if (stop === first + 2) return /^(?:Figure|Fig\.|Table|Box)$/.test(formAt(block, first)) && /^\d/.test(number);
  return stop === first + 1 && /^(?:\d{1,3}(?:\.\d{1,2}){0,3}|[ivx]{1,4}|[a-zA-Z])$/.test(number);
}

/** A straight quote opens where a blank stands before it and none behind. */
function opensQuote(block: BlockWords, i: number): boolean {
  const form = formAt(block, i);
  if (/^[“‘([«]$|^(?:‘‘|‘’|``)$/.test(form)) return true;
  return /^(?:["']|'')$/.test(form) && gapAfter(block, i) === "" && (i === 0 || gapAfter(block, i - 1) !== "");
}

function kindOf(form: string): "upper" | "lower" | "digit" | "sign" {
  if (/^["'“‘([«#$€£]*\p{Lu}/u.test(form)) return "upper";
  if (/^\p{L}/u.test(form)) return /^\p{Ll}/u.test(form) ? "lower" : "upper";
  return /^\d/.test(form) ? "digit" : "sign";
}

function formAt(block: BlockWords, i: number): string {
  return block.words[i]?.form ?? "";
}

function gapAfter(block: BlockWords, i: number): string {
  const [left, right] = [block.words[i], block.words[i + 1]];
  if (left === undefined) return "";
  return block.text.slice(left.end - block.offset, right === undefined ? undefined : right.start - block.offset);
}
