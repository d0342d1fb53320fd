// Cuts the text of a block into words as UD English does: signs apart, contractions in parts, hyphens apart but for affixes.
import { abbreviationKind } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { LONGEST_STRETCH } from "./legible.ts";
import { ADDRESS_SIGN, ADDRESSES, NUMBERS, SIGNS, WORDS } from "./pattern.ts";
import type { TokenPattern } from "./pattern.ts";
import { partsOf } from "./contraction.ts";
import type { RawWord } from "./sentence.ts";

const LETTER = /[\p{L}\p{M}\p{N}_\p{Cf}]/u;
const ALPHANUMERIC = /[\p{L}\p{M}\p{N}_\p{Cf}]{1,256}/uy;
const DIGIT_AHEAD = /(?:['’]|[+.])?\d/y;
const DOTTED = /[\p{L}'’]{1,12}(?:\.\p{L}{1,4}){0,4}\./uy;
const NUMBER_AHEAD = /\.\s?(?:[\d#]|(?!I\s)[IVXLC]{1,7}(?!\p{L}))/uy;
const TRAILING = /[.,;:!?'"’”)\]*}]+$/;
const LONGEST = 256;

interface Match {
  readonly name: TokenPattern["name"];
  readonly end: number;
}

/**
 * The words of a block, with spans in the whole text: `text` is the block's own and starts at `offset` of the document's.
 * A stretch without a blank that is longer than any word stays whole. Cutting ends at the blank after `most` words.
 */
export function cutWords(text: string, offset: number, lexicon: Lexicon, most: number): RawWord[] {
  const words: RawWord[] = [];
  const emit: Emit = (start, end, fused) => {
    const word = { start: offset + start, end: offset + end, form: text.slice(start, end) };
    words.push(fused ? { ...word, fused } : word);
  };
  const chunk = /\S+/g;
  for (let found = chunk.exec(text); found !== null && words.length < most; found = chunk.exec(text)) {
    const end = found.index + found[0].length;
    if (end - found.index > LONGEST_STRETCH) emit(found.index, end, false);
    else cutChunk(text, found.index, end, lexicon, emit);
  }
  return words;
}

type Emit = (start: number, end: number, fused: boolean) => void;

function cutChunk(text: string, start: number, end: number, lexicon: Lexicon, emit: Emit): void {
  const scan = { text, start, end, lexicon, addresses: hasAddress(text, start, end) };
  for (let at = start; at < end;) {
    const match = nextToken(scan, at);
    const stop = match.name === "address" ? match.end : Math.min(match.end, end, cutLong(text, at));
    if (match.name === "word") cutWord(scan, at, stop, emit);
    else emit(at, stop, match.name === "other" && isPossessive(scan, at, stop));
    at = stop;
  }
}

interface Scan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lexicon: Lexicon;
  /** Whether the chunk can hold a URL, an e-mail address or a file name at all. */
  readonly addresses: boolean;
}

function hasAddress(text: string, start: number, end: number): boolean {
  return end - start > 3 && ADDRESS_SIGN.test(text.slice(start, end));
}

function nextToken(scan: Scan, at: number): Match {
  const address = scan.addresses ? firstMatch(ADDRESSES, scan.text, at) : undefined;
  if (address !== undefined) return { ...address, end: trimmed(scan.text, at, Math.min(address.end, scan.end)) };
  DIGIT_AHEAD.lastIndex = at;
  if (DIGIT_AHEAD.test(scan.text)) {
    const number = firstMatch(NUMBERS, scan.text, at);
    if (number !== undefined) return withLetters(scan, at, number);
  }
  const word = LETTER.test(characterAt(scan.text, at)) ? firstMatch(WORDS, scan.text, at) : undefined;
  if (word?.name === "word") return { ...word, end: withFullStop(scan, at, withAffix(scan, at, word.end)) };
  return word ?? firstMatch(SIGNS, scan.text, at) ?? { name: "other", end: at + 1 };
}

function firstMatch(patterns: readonly TokenPattern[], text: string, at: number): Match | undefined {
  for (const { name, pattern } of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { name, end: pattern.lastIndex };
  }
  return undefined;
}

/** A URL keeps no closing signs of the sentence around it. */
function trimmed(text: string, start: number, end: number): number {
  const tail = TRAILING.exec(text.slice(Math.max(start, end - 64), end));
  return tail === null || end - tail[0].length <= start ? end : end - tail[0].length;
}

/** "10k" is cut before a unit, "5th" and "3143C" are not; "29M" in "MiG-29M" is a designation, no amount. */
function withLetters(scan: Scan, at: number, number: Match): Match {
  ALPHANUMERIC.lastIndex = number.end;
  const letters = ALPHANUMERIC.exec(scan.text)?.[0];
  if (letters === undefined) return number;
  const designation = at - 2 >= scan.start && scan.text[at - 1] === "-" && /\p{L}/u.test(scan.text[at - 2] ?? "");
  if (!designation && scan.lexicon.units.has(letters)) return number;
  if (!/^[+]?\d+$/.test(scan.text.slice(at, number.end)) && !/^(?:st|nd|rd|th|s)$/i.test(letters)) return number;
  return firstMatch(WORDS.slice(-1), scan.text, at) ?? number;
}

/** "pre-war" and "career-wise" keep their hyphens; "UN-backed" is no affix. */
function withAffix(scan: Scan, at: number, end: number): number {
  const { text, lexicon } = scan;
  if (text[end] !== "-" || !LETTER.test(characterAt(text, end + 1))) return end;
  ALPHANUMERIC.lastIndex = end + 1;
  const next = ALPHANUMERIC.exec(text)?.[0] ?? "";
  const before = text.slice(at, end);
  const capitals = before.length > 1 && before === before.toUpperCase();
  const keeps = (!capitals && lexicon.affixesBefore.has(before.toLowerCase())) || lexicon.affixesAfter.has(next.toLowerCase());
  if (!keeps) return end;
  const joined = firstMatch(WORDS.slice(-1), text, end + 1)?.end ?? end;
  return joined - scan.start < LONGEST && lexicon.affixesBefore.has(next.toLowerCase()) ? withAffix(scan, end + 1, joined) : joined;
}

/** The end of an abbreviation or a name's initial with its full stop, else the word's own end. */
function withFullStop(scan: Scan, at: number, end: number): number {
  DOTTED.lastIndex = at;
  const dotted = DOTTED.exec(scan.text)?.[0];
  if (dotted === undefined) return end;
  const kind = abbreviationKind(dotted, scan.text.slice(at + dotted.length, at + dotted.length + 4).trimStart(), scan.lexicon);
  NUMBER_AHEAD.lastIndex = at + dotted.length - 1;
  if (kind !== undefined && (kind !== "number" || NUMBER_AHEAD.test(scan.text))) return at + dotted.length;
  return dotted.length === 2 && /^\p{Lu}/u.test(dotted) && dotted !== "I." ? end + 1 : end;
}

function cutWord(scan: Scan, start: number, end: number, emit: Emit): void {
  let from = start;
  for (const length of partsOf(scan.text.slice(start, end), scan.lexicon)) {
    emit(from, from + length, from > start);
    from += length;
  }
}

/** The apostrophe of "the Tigers' leader": after an s, before a blank, with no quotation open before it in the chunk. */
function isPossessive(scan: Scan, at: number, end: number): boolean {
  const sign = scan.text.slice(at, end);
  if ((sign !== "'" && sign !== "’") || at === scan.start || end !== scan.end) return false;
  return /[sSzxZX]/.test(characterAt(scan.text, at - 1)) && !/['‘]/.test(scan.text.slice(Math.max(scan.start, at - 64), at));
}

/** No word but an address is longer than 256 code units, and none ends inside a surrogate pair. */
function cutLong(text: string, at: number): number {
  const limit = at + LONGEST;
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? "") ? limit + 1 : limit;
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}
