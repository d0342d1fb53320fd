// Numbers as English writes them: "1,200", "2.5 million", "twenty-five", "half a billion", "two and a half million".
// One reader serves money, quantities and durations, so that a number means the same everywhere. It walks the text
// by hand and never goes back, because a pattern for all of this would be neither readable nor linear.
import type { Span } from "../../document/index.ts";
import { readNumberWords } from "./words.ts";

/** A number and where it stands. */
export interface NumberReading extends Span {
  readonly value: number;
  readonly form: "digits" | "words";
  /** What the figure is multiplied by ("million"); absent where nothing is. A range lends it to its first figure. */
  readonly scale?: number;
  /** The scale is one letter ("5m", "10k"): only a currency or a noun tells it from a metre. */
  readonly letter?: boolean;
}

/** A figure that cannot be read, and why: more digits than are kept exactly, or written as no number is ("1.2.3", "12,34,5"). */
export interface NumberFault extends Span {
  readonly unread: "too-large" | "malformed";
}

const DIGITS =
  /(?:\d{1,3}(?:,\d{3}){1,9}|\d{1,2}(?:,\d\d){1,8},\d{3}|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,6}|\d{1,3}(?: \d{3}){2,6}|\d{1,3} 0\d\d|\d{1,18})(?!\d)(?:\.\d{1,12}(?!\d|,\d))?(?!\.\d)|\.\d{1,12}(?![\d.])/y;
/** A figure as far as it goes; a full stop or comma at its end belongs to the sentence. */
const RUN = /\d(?:[\d.,]*\d)?|\.\d(?:[\d.,]*\d)?/y;
const POWER = /e[+-]?\d+(?![\p{L}\d])/iuy;
/** Digits that a number keeps exactly. */
const EXACT = 15;
const TOO_LARGE = 1e18;
const SCALE =
  /(?:[ \u00a0\n]|-(?=[a-z]))?(hundred|thousand|lakh|crore|million|billion|trillion|quadrillion|dozen|mln|mn|bln|bn|tln|trn|tn)s?(?![a-z\d])/iy;
const LETTER = /(mm|[kmb])(?![a-z\d])/iy;
const HALF = /,? and (?:a|one) half(?![a-z])/iy;
const FRACTION = /[ -]([1-9])\/([2-9])(?![\d/])/y;
const HALVES: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/** Powers of ten, so that "4.35 million" can be written as 4.35e6 and comes out exact. */
const EXPONENTS: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  k: 3,
  lakh: 5,
  m: 6,
  mm: 6,
  mn: 6,
  mln: 6,
  million: 6,
  crore: 7,
  b: 9,
  bn: 9,
  bln: 9,
  billion: 9,
  tn: 12,
  trn: 12,
  tln: 12,
  trillion: 12,
  quadrillion: 15,
};

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Scaling {
  readonly end: number;
  readonly exponent: number;
  readonly dozens: number;
  readonly letter: boolean;
}

function readScale(text: string, at: number): Scaling | undefined {
  let scaling: Scaling | undefined;
  for (let step = 0; step < 3; step += 1) {
    const from = scaling?.end ?? at;
    const letter = step === 0 ? matchAt(LETTER, text, from) : null;
    const found = letter ?? matchAt(SCALE, text, from);
    const word = found?.[1]?.toLowerCase();
    if (found === null || word === undefined) break;
    const exponent = (scaling?.exponent ?? 0) + (EXPONENTS[word] ?? 0);
    const dozens = (scaling?.dozens ?? 1) * (word === "dozen" ? 12 : 1);
    scaling = { end: from + found[0].length, exponent, dozens, letter: letter !== null };
  }
  return scaling;
}

/** What stands behind a whole figure as a part of one: "2½", "10 1/2". */
function fractionAt(text: string, at: number, figure: string): { readonly fraction: number; readonly end: number } {
  const sign = HALVES[text[at] ?? ""];
  if (sign !== undefined) return { fraction: sign, end: at + 1 };
  const mixed = figure.includes(".") ? null : matchAt(FRACTION, text, at);
  const share = Number(mixed?.[1]) / Number(mixed?.[2]);
  return mixed !== null && share < 1 ? { fraction: share, end: at + mixed[0].length } : { fraction: 0, end: at };
}

/** Figures with what follows them. The value is built from its decimal writing, so that no digit is lost to binary fractions. */
function readDigits(text: string, at: number): NumberReading | undefined {
  const found = matchAt(DIGITS, text, at);
  if (found === null) return undefined;
  const figure = found[0].replace(/[^\d.]/g, "");
  const part = fractionAt(text, at + found[0].length, figure);
  let { end } = part;
  const { fraction } = part;
  const scaling = readScale(text, end);
  const scale = scaling === undefined ? 1 : 10 ** scaling.exponent * scaling.dozens;
  const half = scaling === undefined ? null : matchAt(HALF, text, scaling.end);
  const value = Number(`${figure}e${scaling?.exponent ?? 0}`) * (scaling?.dozens ?? 1) + (fraction + (half === null ? 0 : 0.5)) * scale;
  end = (scaling?.end ?? end) + (half?.[0].length ?? 0);
  return { start: at, end, value, form: "digits", ...(scaling === undefined ? {} : { scale, letter: scaling.letter }) };
}

/** What is wrong with the figure at `at`, to its end with any scale after it; nothing where it is a number. */
function faultAt(text: string, at: number): NumberFault | undefined {
  const run = matchAt(RUN, text, at);
  if (run === null) return undefined;
  const runEnd = at + run[0].length;
  const power = matchAt(POWER, text, runEnd)?.[0] ?? "";
  const whole = at + (matchAt(DIGITS, text, at)?.[0].length ?? 0) >= runEnd;
  const long = run[0].replace(/\D/g, "").replace(/^0+|0+$/g, "").length > EXACT;
  const large = /^\d+$/.test(run[0]) && run[0].replace(/^0+/, "").length > 18;
  if (whole && power === "" && !long) return undefined;
  const end = runEnd + power.length;
  const tooLarge = long || large || (power !== "" && !(Number(`${run[0].replace(/,/g, "")}${power}`) < TOO_LARGE));
  return { start: at, end: readScale(text, end)?.end ?? end, unread: tooLarge ? "too-large" : "malformed" };
}

/** The number or the faulty figure that begins at `at`; absent where none does. */
function figureAt(text: string, at: number): NumberReading | NumberFault | undefined {
  const digits = /[\d.]/.test(text[at] ?? "");
  const fault = digits ? faultAt(text, at) : undefined;
  if (fault !== undefined) return fault;
  const reading = digits ? readDigits(text, at) : readWords(text, at);
  if (reading === undefined || Math.abs(reading.value) < TOO_LARGE) return reading;
  return { start: at, end: reading.end, unread: "too-large" };
}

/**
 * The number that begins at `at`, a UTF-16 offset, with its scale ("2.5 million" is 2500000); absent where none begins
 * there. Vague counts ("hundreds", "several million") are no numbers.
 */
export function readNumber(text: string, at: number): NumberReading | undefined {
  const figure = figureAt(text, at);
  return figure === undefined || "unread" in figure ? undefined : figure;
}

function readWords(text: string, at: number): NumberReading | undefined {
  const words = readNumberWords(text, at);
  if (words === undefined) return undefined;
  const { end, value, scale } = words;
  return { start: at, end, value, form: "words", ...(scale === undefined ? {} : { scale }) };
}

const BEGINNING = /(?<![\p{L}\p{N}_])(?:\d|\.\d|[ahotfsenzq])|(?<=[\p{Sc}\p{L}])\d/giu;

/** Every number of the span and every figure that is none, left to right, none overlapping. Figures glued to letters before them ("Rs500") count; the caller judges. */
export function findFigures(text: string, span: Span): readonly (NumberReading | NumberFault)[] {
  const within = text.slice(span.start, span.end);
  const found: (NumberReading | NumberFault)[] = [];
  const beginning = new RegExp(BEGINNING);
  for (let match = beginning.exec(within); match !== null; match = beginning.exec(within)) {
    const figure = figureAt(within, match.index);
    if (figure !== undefined) found.push({ ...figure, start: figure.start + span.start, end: figure.end + span.start });
    beginning.lastIndex = Math.max(figure?.end ?? 0, match.index + 1);
  }
  return found;
}

/** The numbers among the figures of the span. */
export function findNumbers(text: string, span: Span): readonly NumberReading[] {
  return findFigures(text, span).flatMap((figure) => ("unread" in figure ? [] : [figure]));
}

/** What a scale word or letter at `at` multiplies by, and where it ends ("USD million"). */
export function scaleAt(text: string, at: number): { readonly factor: number; readonly end: number } | undefined {
  const scaling = readScale(text, at);
  return scaling === undefined ? undefined : { factor: 10 ** scaling.exponent * scaling.dozens, end: scaling.end };
}
