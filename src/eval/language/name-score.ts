// Names are right as whole spans: the same start, the same end and the same type. Half a name is none.
import { overlaps } from "../../document/index.ts";
import type { Span } from "../../document/index.ts";
import type { Name, NameType } from "../../language/index.ts";
import { figures } from "../score.ts";
import type { Figures } from "../score.ts";

/** The types that the micro average is over. */
export const MICRO: readonly NameType[] = ["PER", "ORG", "LOC"];

/** Names of one text as gold has them and as they were found. */
export interface NamePair {
  readonly gold: readonly Name[];
  readonly found: readonly Name[];
  /** Stretches where a name that is found is neither right nor wrong. */
  readonly open: readonly Span[];
}

/** What a set of texts scores. `untyped` takes a PER, ORG or LOC for right at the right place, whichever of the three it is called. */
export interface NameScore {
  readonly types: ReadonlyMap<NameType, Figures>;
  readonly micro: Figures;
  readonly untyped: Figures;
}

/** Scores the names of texts; `types` are those that gold marks, any other that is found is left out. */
export function scoreNames(pairs: readonly NamePair[], types: readonly NameType[]): NameScore {
  const some = (these: readonly NameType[], key = typedKey): Figures => figuresOf(pairs, new Set(these), key);
  return { types: new Map(types.map((type) => [type, some([type])])), micro: some(MICRO), untyped: some(MICRO, placeKey) };
}

function placeKey({ start, end }: Name): string {
  return `${start}-${end}`;
}

function typedKey(name: Name): string {
  return `${name.type} ${placeKey(name)}`;
}

function figuresOf(pairs: readonly NamePair[], types: ReadonlySet<NameType>, key: (name: Name) => string): Figures {
  const keys = (names: readonly Name[]): Set<string> => new Set(names.filter((name) => types.has(name.type)).map(key));
  const sets = pairs.map(({ gold, found, open }) => ({
    gold: keys(gold),
    found: keys(found.filter((name) => !open.some((stretch) => overlaps(name, stretch)))),
  }));
  const sum = (size: (pair: { gold: Set<string>; found: Set<string> }) => number): number => sets.reduce((total, pair) => total + size(pair), 0);
  return figures({
    right: sum(({ gold, found }) => gold.intersection(found).size),
    predicted: sum(({ found }) => found.size),
    gold: sum(({ gold }) => gold.size),
  });
}
