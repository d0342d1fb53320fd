// Numbers in words. A small state machine reads word after word as long as they can still be one number, and
// remembers the last place where they were one: "five thousand and two million" ends after "thousand".

const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["quadrillion", 1e15],
  ["mn", 1e6],
  ["m", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);
const SMALL: ReadonlyMap<string, number> = new Map(ONES.map((word, value) => [word, value]));
const TEN: ReadonlyMap<string, number> = new Map(TENS.flatMap((word, value) => (word === "" ? [] : [[word, value * 10] as const])));
const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["quarter", 0.25],
  ["quarters", 0.25],
  ["third", 1 / 3],
]);

const NEXT = /(?: {1,2}and {1,2}| {1,2}|\n| ?[-\u2010\u2011] ?)?(?!(?:one|three)[ -](?:half|quarters?|thirds?)(?![a-z]))([a-z]{1,12})(?![a-z\d])/iy;
const OF_A_SCALE = /(?: of)?(?: an?| one)?[ -]([a-z]{1,12})(?![a-z\d])/iy;
const AND_A_PART = / and (?:(?:an?|one)[ -](half|quarter|third)|(three)[ -](quarters))(?![a-z])/iy;
const DOZEN = /[ -]dozens?(?![a-z\d])/iy;
const POINT = / point((?: (?:zero|one|two|three|four|five|six|seven|eight|nine)){1,6})(?![a-z])/iy;

/** A number in words: where it ends, its value, and the scale that its last words multiply by. */
export interface WordNumber {
  readonly end: number;
  readonly value: number;
  readonly scale?: number;
}

/** What has been read so far: `total` is closed by a scale, `current` is open below it, `room` is what a next word must stay under. */
interface Sum {
  readonly total: number;
  readonly current: number;
  readonly room: number;
  readonly lastScale: number;
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function addScale(sum: Sum, scale: number): Sum | undefined {
  if (sum.current === 0) return sum.total === 0 ? undefined : { total: sum.total * scale, current: 0, room: 1e3, lastScale: scale * sum.lastScale };
  if (scale >= sum.lastScale) return undefined;
  return { total: sum.total + sum.current * scale, current: 0, room: 1e3, lastScale: scale };
}

/** The sum with one word more, or nothing where the word cannot go on with it. */
function addWord(sum: Sum, word: string): Sum | undefined {
  const small = SMALL.get(word);
  if (small !== undefined) return small < sum.room ? { ...sum, current: sum.current + small, room: 0 } : undefined;
  const ten = TEN.get(word);
  if (ten !== undefined) return ten < sum.room ? { ...sum, current: sum.current + ten, room: 10 } : undefined;
  if (word === "hundred") return sum.current > 0 && sum.current < 100 ? { ...sum, current: sum.current * 100, room: 100 } : undefined;
  const scale = SCALES.get(word);
  return scale === undefined ? undefined : addScale(sum, scale);
}

/** "half a million", "a quarter of a billion", "half a dozen", "three quarters of a million". */
function readPart(text: string, at: number): WordNumber | undefined {
  const found = exec(/(?:(an?|one|three)[ -])?(half|quarters?)(?![a-z])/iy, text, at);
  const part = PARTS.get(found?.[2]?.toLowerCase() ?? "");
  if (found === null || part === undefined) return undefined;
  const many = found[1]?.toLowerCase() === "three" ? 3 : 1;
  const next = exec(OF_A_SCALE, text, at + found[0].length);
  const word = next?.[1]?.toLowerCase() ?? "";
  const scale = word === "dozen" ? 12 : SCALES.get(word);
  if (next === null || scale === undefined) return undefined;
  return { end: at + found[0].length + next[0].length, value: many * part * scale, scale };
}

/** The plain sum of number words from `at`; "a" opens it only before a hundred, a scale or a dozen. */
function readSum(text: string, at: number): WordNumber | undefined {
  let place = at;
  let sum: Sum = { total: 0, current: 0, room: 1e3, lastScale: Number.POSITIVE_INFINITY };
  const article = exec(/an? (?=hundred|thousand|lakh|million|crore|billion|trillion|dozen)/iy, text, at);
  if (article !== null) {
    place += article[0].length - 1;
    sum = { ...sum, current: 1, room: 0 };
  }
  let read = 0;
  let beforeAnd: { readonly place: number; readonly sum: Sum } | undefined;
  for (let word = exec(NEXT, text, place); word !== null; word = exec(NEXT, text, place)) {
    const form = (word[1] ?? "").toLowerCase();
    const more = addWord(sum, form);
    if (more === undefined || (read === 0 && article === null && word[0] !== word[1])) {
      if (beforeAnd !== undefined && SCALES.has(form)) ({ place, sum } = beforeAnd);
      break;
    }
    if (/and/i.test(word[0].slice(0, -form.length))) beforeAnd = { place, sum };
    sum = more;
    read += 1;
    place += word[0].length;
  }
  return read === 0 && (article === null || exec(DOZEN, text, place) === null) ? undefined : finish(text, place, sum);
}

/** What may still follow the sum: a decimal, "and a half" with a scale, dozens. */
function finish(text: string, place: number, sum: Sum): WordNumber {
  const value = sum.total + sum.current;
  const open = sum.current > 0;
  const dozen = exec(DOZEN, text, place);
  if (dozen !== null && value < 100) return { end: place + dozen[0].length, value: value * 12, scale: 12 };
  const point = open ? exec(POINT, text, place) : null;
  if (point !== null) {
    const digits = (point[1] ?? "")
      .trim()
      .split(" ")
      .map((word) => SMALL.get(word.toLowerCase()) ?? 0)
      .join("");
    return scaled(text, place + point[0].length, `${value}.${digits}`);
  }
  const part = exec(AND_A_PART, text, place);
  const size = part === null ? undefined : (part[2] === undefined ? 1 : 3) * (PARTS.get((part[1] ?? part[3] ?? "").toLowerCase()) ?? 0);
  if (part !== null && size !== undefined)
    return open ? scaled(text, place + part[0].length, `${value + size}`) : closed(place + part[0].length, value + size * sum.lastScale, sum);
  return closed(place, value, sum);
}

function closed(end: number, value: number, sum: Sum): WordNumber {
  return Number.isFinite(sum.lastScale) ? { end, value, scale: sum.lastScale } : { end, value };
}

/** A figure with a scale word after it, if one stands there ("two and a half million"). */
function scaled(text: string, at: number, figure: string): WordNumber {
  const next = exec(/[ -]([a-z]{1,12})(?![a-z\d])/iy, text, at);
  const scale = SCALES.get(next?.[1]?.toLowerCase() ?? "");
  if (next === null || scale === undefined) return { end: at, value: Number(figure) };
  return { end: at + next[0].length, value: Number(`${figure}e${Math.round(Math.log10(scale))}`), scale };
}

/** The number in words that begins at `at`; absent where none does. "one" is read as a number wherever it stands. */
export function readNumberWords(text: string, at: number): WordNumber | undefined {
  return readPart(text, at) ?? readSum(text, at);
}
