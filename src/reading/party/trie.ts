// A trie over atoms: finds the longest known name at every place of a token row in one walk, whatever the tokeniser did.
// It knows nothing of parties; items use it too.
import { atomsOf, type Atoms } from "./atoms.ts";

/** What matching needs of a token. */
export interface Token {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** A match: its span in the text, its first and last token, and all that the name may mean. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

/** Finds names in rows of tokens. */
export interface Matcher<T> {
  /** The longest matches, left to right, without overlap. A token in lower case tied on by a hyphen ("US-made", "pro-Russian") spoils one. */
  readonly find: (tokens: readonly Token[]) => Match<T>[];
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  readonly values: T[];
}

interface Flat {
  readonly id: number;
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly hyphen: boolean;
  readonly lower: boolean;
  readonly doing: boolean;
}

/** What is known of a form, one of each for its atoms: the id in the vocabulary, and whether it is in lower case. */
interface Known extends Atoms {
  readonly ids: readonly number[];
  readonly lower: readonly boolean[];
}

const CACHE = 100_000;
const UNKNOWN: number = -1;

/** Tied on behind a name, these say what its bearer does ("Saudi-led", "Turkish-backed"), where others say what a thing is ("US-made"). */
const DOING: ReadonlySet<string> = new Set([
  "led",
  "backed",
  "brokered",
  "mediated",
  "sponsored",
  "supported",
  "imposed",
  "drafted",
  "proposed",
  "hosted",
  "chaired",
  "commanded",
]);

/** Small words of names, as a line in capitals writes them ("BANK OF CANADA"). */
const SMALL: ReadonlySet<string> = new Set(["OF", "THE", "AND", "FOR", "DE", "AL", "EL", "DU"]);

/**
 * Builds a matcher from names and what they mean. `fold` maps an atom's key before it is compared (lower case, say).
 * A token in capitals of four letters or more ("MOSCOW") is also tried as an ordinary name.
 */
export function matcherOf<T>(names: Iterable<readonly [string, T]>, fold: (key: string) => string = (key) => key): Matcher<T> {
  const vocabulary = new Map<string, number>();
  const root: Node<T> = { next: new Map(), values: [] };
  for (const [name, value] of names) insert(root, vocabulary, keysOf(name).map(fold), value);
  const cache = new Map<string, Known>();
  const lookup = (form: string) => {
    const known = cache.get(form);
    if (known !== undefined) return known;
    if (cache.size >= CACHE) cache.clear();
    const cut = atomsOf(form);
    const entry: Known = { ...cut, ids: cut.atoms.map((atom) => idOf(vocabulary, fold(atom.key))), lower: cut.atoms.map(({ key }) => isLower(key)) };
    cache.set(form, entry);
    return entry;
  };
  return { find: (tokens) => search(root, flatten(tokens, lookup)) };
}

function keysOf(name: string): string[] {
  return name.split(/\s+/u).flatMap((part) => atomsOf(part).atoms.map((atom) => atom.key));
}

function insert<T>(root: Node<T>, vocabulary: Map<string, number>, keys: readonly string[], value: T): void {
  let node = root;
  for (const key of keys) {
    const id = vocabulary.get(key) ?? vocabulary.size;
    vocabulary.set(key, id);
    const next = node.next.get(id) ?? { next: new Map(), values: [] };
    node.next.set(id, next);
    node = next;
  }
  if (node !== root && !node.values.includes(value)) node.values.push(value);
}

function idOf(vocabulary: ReadonlyMap<string, number>, key: string): number {
  const id = vocabulary.get(key);
  if (id !== undefined) return id;
  if (!/^\p{Lu}+$/u.test(key)) return UNKNOWN;
  if (SMALL.has(key)) return vocabulary.get(key.toLowerCase()) ?? UNKNOWN;
  if (key.length < 4) return UNKNOWN;
  return vocabulary.get(key.charAt(0) + key.slice(1).toLowerCase()) ?? UNKNOWN;
}

function isLower(key: string): boolean {
  return key === key.toLowerCase() && /\p{L}/u.test(key);
}

function flatten(tokens: readonly Token[], lookup: (form: string) => Known): Flat[] {
  const flat: Flat[] = [];
  let tied = false;
  let end = -1;
  for (const [token, { form, start, end: tokenEnd }] of tokens.entries()) {
    const { atoms, ids, lower, trailing } = lookup(form);
    tied &&= start === end;
    for (const [i, atom] of atoms.entries()) {
      const hyphen = atom.hyphen || (i === 0 && tied);
      flat.push({
        id: ids[i] ?? UNKNOWN,
        token,
        start: start + atom.from,
        end: start + atom.to,
        hyphen,
        lower: lower[i] === true,
        doing: DOING.has(atom.key),
      });
    }
    // A lone hyphen ties only where it touches the token before it.
    tied = trailing && (atoms.length > 0 || start === end);
    end = tokenEnd;
  }
  return flat;
}

function search<T>(root: Node<T>, flat: readonly Flat[]): Match<T>[] {
  const found: Match<T>[] = [];
  for (let i = 0; i < flat.length; i++) {
    const { length, values } = longest(root, flat, i);
    const first = flat[i];
    const last = flat[i + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    if (!spoilt(flat, i, i + length)) found.push({ start: first.start, end: last.end, first: first.token, last: last.token, values });
    i += length - 1;
  }
  return found;
}

function longest<T>(root: Node<T>, flat: readonly Flat[], from: number): { length: number; values: readonly T[] } {
  let node: Node<T> | undefined = root;
  let best: { length: number; values: readonly T[] } = { length: 0, values: [] };
  for (let i = from; i < flat.length; i++) {
    const id: number = flat[i]?.id ?? UNKNOWN;
    node = id === UNKNOWN ? undefined : node.next.get(id);
    if (node === undefined) break;
    if (node.values.length > 0) best = { length: i - from + 1, values: node.values };
  }
  return best;
}

function spoilt(flat: readonly Flat[], from: number, to: number): boolean {
  const before = flat[from - 1];
  const after = flat[to];
  const tiedBefore = flat[from]?.hyphen === true && before?.lower === true;
  return tiedBefore || (after?.hyphen === true && after.lower && !after.doing);
}
