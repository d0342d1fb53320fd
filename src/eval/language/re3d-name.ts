// Which stretch of a re3d entity is a name, told as training/corpora.py tells it, so that the model is held to what it was
// taught: re3d marks whole noun phrases, roles and pronouns; a name is what is left without its article, titles and possessive.
import type { Span } from "../../document/index.ts";
import type { Name, NameType } from "../../language/index.ts";

/** A name, or a stretch that is half a name ("the Assad regime"), where finding one is neither right nor wrong. */
export type NameOrOpen = Name | (Span & { readonly type: "open" });

const TYPES: Readonly<Record<string, NameType>> = {
  Person: "PER",
  Organisation: "ORG",
  Location: "LOC",
  Nationality: "MISC",
  Weapon: "WEAPON",
  MilitaryPlatform: "PLATFORM",
};

const ROLE =
  "(?:(?:[Tt]he|[A-Z]\\S*|and|for|of|to|the|-)\\s+)*?(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Aa]mbassador|[Ll]eader|[Cc]hief|[Pp]eople|Representative|" +
  "Envoy|General|Colonel|Sheikh|King|Queen|Prince|Sir|Mr|Mrs|Dr|He|She|It|They|We|I)\\.?";
const WHOLE_ROLE = new RegExp(`^(?:${ROLE})$`);
const TITLES = new RegExp(`^(?:${ROLE}\\s+)+`);
const ARTICLE = /^(?:[Tt]he|[Aa]n?)\s+/;
const POSSESSIVE = /(?:['’]s?)?$/;
const LINKING: ReadonlySet<string> = new Set(["of", "the", "for", "and", "in", "on", "al", "el", "bin", "ibn", "de"]);

/** The name in an entity, or nothing where it is a role, a pronoun or a common noun. `states` are names of states, which are places. */
export function nameOfEntity(type: string, text: string, { start, end }: Span, states: ReadonlySet<string>): NameOrOpen | undefined {
  const kind = TYPES[type];
  if (kind === undefined || kind === "WEAPON" || kind === "PLATFORM") return kind && { type: kind, start, end };
  const entity = text.slice(start, end);
  const ahead = (kind === "PER" ? TITLES : ARTICLE).exec(entity)?.[0].length ?? 0;
  const name = entity.slice(ahead).replace(POSSESSIVE, "");
  if (!/(?:^|\s)\p{Lu}/u.test(name) || WHOLE_ROLE.test(name)) return undefined;
  const place = { start: start + ahead, end: start + ahead + name.length };
  if (!isWhole(name, kind)) return { type: "open", ...place };
  return { type: kind === "ORG" && states.has(name) ? "LOC" : kind, ...place };
}

/** True where every word is a name's: a capital, a number, or a word that links names; a comma only within a place. */
function isWhole(name: string, kind: NameType): boolean {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const named = words.every((word) => /^[\p{Lu}\p{Nd}\-‘'&]/u.test(word) || LINKING.has(word) || /^[ae]l-/.test(word));
  return named && /^\s*\p{Lu}/u.test(name) && /[\p{L}\p{N}]\s*$/u.test(name) && (kind === "LOC" || !name.includes(","));
}

/** Entities nest; the longest stand, of one stretch with two types the first by name, so that the order of the file does not matter. */
export function outermost(names: readonly NameOrOpen[]): NameOrOpen[] {
  const kept: NameOrOpen[] = [];
  const length = (name: Span): number => name.end - name.start;
  for (const name of [...names].sort((a, b) => length(b) - length(a) || a.start - b.start || (a.type < b.type ? -1 : 1))) {
    if (kept.every((other) => name.end <= other.start || name.start >= other.end)) kept.push(name);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Names of states and their aliases, from the lines of knowledge/parties/states.tsv. */
export function stateNames(tsv: string): ReadonlySet<string> {
  const [, ...rows] = tsv.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const names = rows.flatMap((line) => {
    const [, name = "", aliases = ""] = line.split("\t");
    return [name, ...aliases.split("; ")];
  });
  return new Set(names.filter((name) => name !== ""));
}
