// Where in a text the words of a search stand.

/** A piece of a text; offsets as everywhere. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Units of a passage, and of what stands before its first word. */
const LENGTH = 240;
const BEFORE = 60;

/** Places of words that are looked at. */
const PLACES = 5000;

/** The words of a search or a text, however they are written: without marks upon letters, in small ones. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFD")
      .replaceAll(/\p{M}+/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether all words of a search stand in a text. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const there = new Set(wordsOf(text));
  return words.every((word) => there.has(word));
}

/** The first passage that has the most of these words; undefined where there is none. */
export function passageIn(text: string, words: readonly string[]): Passage | undefined {
  const wanted = new Set(words);
  const places: { readonly at: number; readonly word: string }[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [plain = ""] = wordsOf(word);
    if (wanted.has(plain)) places.push({ at: index, word: plain });
    if (places.length === PLACES) break;
  }
  let best: { readonly at: number; readonly many: number } | undefined;
  for (const [n, { at }] of places.entries()) {
    const within = new Set<string>();
    for (let on = n; on < places.length && (places[on]?.at ?? 0) < at + LENGTH - BEFORE; on++) within.add(places[on]?.word ?? "");
    if (within.size > (best?.many ?? 0)) best = { at, many: within.size };
    if (best?.many === wanted.size) break;
  }
  return best === undefined ? undefined : around(text, best.at);
}

/** The words around a place, none of them cut. */
function around(text: string, at: number): Passage {
  const from = at <= BEFORE ? 0 : at - BEFORE + Math.max(0, text.slice(at - BEFORE, at).search(/\s/) + 1);
  const rest = text.slice(at, from + LENGTH);
  const to = from + LENGTH >= text.length ? text.length : at + Math.max(rest.search(/\s\S*$/), Math.min(rest.search(/\s|$/), rest.length));
  const quote = text.slice(from, to);
  const left = quote.length - quote.trimStart().length;
  const trimmed = quote.trim();
  return { start: from + left, end: from + left + trimmed.length, quote: trimmed };
}
