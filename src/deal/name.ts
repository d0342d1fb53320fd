// A name as a person would give it, from the words of the members: "S-300 for Iran (Russia–Iran, 2007)".
import type { Act, Claim } from "../reading/index.ts";
import type { Attachment, DealKind } from "./deal.ts";
import type { Words } from "./knowledge.ts";
import { plainWords, readPhrase, stem } from "./phrase.ts";
import { directionOf, sidesOf } from "./sides.ts";

const MOST_SIDES = 3;
const MOST_WORDS = 4;
const TYPE = /\p{Lu}[\p{L}]*-?\d+/u;

/** The values, most frequent first, the earlier first where they are as frequent. */
function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** Goods by their type where one is told ("S-300"), else in the words of the texts, those with a proper name and the most frequent first. */
export function itemsOf(members: readonly Attachment[]): readonly string[] {
  const own = members.filter(({ part }) => part !== "refers" && part !== "touches");
  const names = own.flatMap(({ member }) => member.claim.items.map(({ name }) => name));
  const types = names.flatMap((name) => TYPE.exec(name)?.[0] ?? []);
  if (types.length > 0) return byFrequency(types);
  const ordered = byFrequency(names);
  return [...ordered.filter((name) => /^\p{Lu}/u.test(name)), ...ordered.filter((name) => !/^\p{Lu}/u.test(name))];
}

/** The object in the words of the first opener that has one, else of the first member that has one. */
export function objectOf(members: readonly Attachment[]): string | undefined {
  const objects = (parts: readonly Attachment[]): readonly string[] => parts.flatMap(({ member }) => member.claim.object ?? []);
  return (
    objects(members.filter(({ part }) => part === "opens"))[0] ?? objects(members.filter(({ part }) => part !== "refers" && part !== "touches"))[0]
  );
}

/** The year of the undertaking: of its signing, else of its agreement or order, else of its earliest opener. */
function yearOf(members: readonly Attachment[]): string | undefined {
  const days = (of: readonly Attachment[]): readonly string[] => of.flatMap(({ when }) => when.latest ?? []).sort();
  const openers = members.filter(({ part }) => part === "opens");
  const done = (act: Act): readonly string[] => days(openers.filter(({ member: { claim } }) => claim.mode === "actual" && claim.act === act));
  return (done("sign")[0] ?? done("agree")[0] ?? done("order")[0] ?? days(openers)[0] ?? days(members)[0])?.slice(0, 4);
}

/** The words of an object that say what kind of deal it is: "agreement to expand their military ties" gives "military cooperation agreement". */
export function dealPhrase(object: string, words: Words): string {
  const tokens = plainWords(object, words);
  const at = tokens.findIndex((token) => words.deal.has(stem(token)) || (words.act.has(stem(token)) && stem(token) !== "export"));
  const head = at < 0 ? "agreement" : stem(tokens[at] ?? "");
  const telling = (token: string): boolean =>
    !words.empty.has(stem(token)) && !words.empty.has(token.toLowerCase()) && !words.fresh.has(token) && !/\d/.test(token);
  const before = tokens.slice(0, Math.max(at, 0)).filter(telling);
  const kept = before.length > 0 ? before : tokens.slice(at + 1).filter(telling);
  return [...kept.slice(0, MOST_WORDS).map((token) => words.same.get(stem(token)) ?? token), head].join(" ");
}

/** A proper name among the objects, as it is written there. */
function properName(claims: readonly Claim[], words: Words): string | undefined {
  const spelt = claims.flatMap(({ object = "" }) =>
    readPhrase(object, words, false).names.flatMap((name) => {
      const start = object.toLowerCase().indexOf(name);
      const noun = /^\s+\p{Lu}\p{L}+/u.exec(object.slice(start + name.length))?.[0] ?? "";
      return start < 0 ? [] : [`${object.slice(start, start + name.length)}${words.deal.has(stem(noun.trim())) ? noun : ""}`];
    }),
  );
  return byFrequency(spelt)[0];
}

function bracket(parts: readonly (string | undefined)[]): string {
  const told = parts.filter((part) => part !== undefined && part !== "");
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}

function measureName(members: readonly Attachment[], year: string | undefined): string {
  const claim = members.find(({ part }) => part === "opens")?.member.claim;
  const noun = claim?.act === "ban" || /\bban\b/i.test(claim?.object ?? "") ? "Ban" : "Sanctions";
  const target = claim?.targets.map(({ name }) => name).join(", ") ?? "";
  return `${noun}${target === "" ? "" : ` on ${target}`}${bracket([claim?.actors.map(({ name }) => name).join(", "), year])}`;
}

/** The deal's name from the members given, which a caller limits to those known on a day. */
export function nameDeal(kind: DealKind, members: readonly Attachment[], words: Words): string {
  const year = yearOf(members);
  const sides = sidesOf(members, words.keys).map(({ name }) => name);
  const who = sides.length > MOST_SIDES ? `${sides.length} parties` : sides.join("–");
  if (kind === "measure") return measureName(members, year);
  const [item, object] = [itemsOf(members)[0], objectOf(members)];
  if (kind === "dispute") return `${who} dispute${bracket([object, year])}`;
  if (kind === "transfer" && item !== undefined) {
    const { to } = directionOf(members);
    return `${item}${to === undefined ? "" : ` for ${to}`}${bracket([who, year])}`;
  }
  const proper = properName(
    members.flatMap(({ member, part }) => (part === "opens" || part === "joins" ? [member.claim] : [])),
    words,
  );
  return proper === undefined ? `${who} ${dealPhrase(object ?? "", words)}${bracket([year])}` : `${proper}${bracket([who, year])}`;
}
