// Surnames that stand alone ("Brown asked the G20"): news calls so who holds a top office on the day, while anybody else is
// first named in full. Only one holder may have the surname, and the words around must treat it as one who acts.
import type { Word } from "../../language/index.ts";
import type { PartyEntry } from "./entry.ts";
import { knownHolder, wordsText, type Known } from "./people.ts";
import type { Range } from "./person.ts";
import { isOfSport } from "./team.ts";
import type { View } from "./view.ts";

/** Offices whose holders are known by a surname: not spokesmen, envoys and other officials. */
const TOP: RegExp =
  /president$|premier$|prime minister$|taoiseach$|chancellor$|^leader$|(?:foreign|defence|finance|trade) minister$|secretary$|secretary of|(?:secretary|director|managing)[- ](?:general|director)$|high representative$|commissioner$|representative$|exchequer$|treasurer$|^(?:king|queen|emir|emperor|sultan)$/;

/** Of these, who leads a state or an organisation. */
const CHIEF: RegExp =
  /^president$|^prime minister$|^premier$|^chancellor$|^leader$|^taoiseach$|(?:secretary|director)[- ]general$|managing director$|^(?:king|queen|emir|emperor|sultan)$/;

/** The one holder of a top office whom a bare surname means on the document's day; undefined where anything speaks against it. */
export function incumbent(view: View, range: Range): Known | undefined {
  const { context } = view;
  const surname = wordsText(view, range);
  if (context.day === undefined || isOfSport(view.words, context.lexicon) || !standsAlone(view, range) || !acts(view, range)) return undefined;
  const holder = foremost(view, context.lexicon.holders(surname), context.day);
  if (holder === undefined || isBorneByOther(view, surname, holder)) return undefined;
  return knownHolder(holder, view);
}

/** Of several in office, the one whose state the document names, or who leads one: "Kim" beside Seoul, where ministers are called so too. */
function foremost(view: View, holders: readonly PartyEntry[], day: string): PartyEntry | undefined {
  const inPower = holders.filter((entry) => !knownHolder(entry, view).former && isTop(entry, day, TOP));
  const named = inPower.filter(({ state }) => state !== undefined && (view.context.ids.has(state) || view.context.placesOf.has(state)));
  const near = named.length > 0 ? named : inPower;
  const leaders = near.length > 1 ? near.filter((entry) => isTop(entry, day, CHIEF)) : near;
  return leaders.length === 1 ? leaders[0] : undefined;
}

function isTop({ terms = [] }: PartyEntry, day: string, top: RegExp): boolean {
  return terms.some(({ office, from, to }) => office !== undefined && top.test(office) && from <= day && (to === undefined || day <= to));
}

/** "Brown" of "Dan Brown", "Brown University" and "the Brown Act" is no name by itself. */
function standsAlone({ words, anchorAt }: View, { first, last }: Range): boolean {
  const [before, next] = [words[first - 1], words[last + 1]];
  const isName = (word: Word | undefined): boolean => word?.upos === "PROPN" && /^\p{Lu}/u.test(word.form);
  const given = isName(before) && anchorAt[first - 1] === undefined && words[first]?.relation === "flat";
  return anchorAt[first] === undefined && !given && !isName(next) && before?.upos !== "DET" && before?.form !== "-" && next?.form !== "-";
}

/** "Rice pressed Musharraf", "the letter angered Rice", "May offered": the subject of a verb, or whom a verb of dealing has as its object. */
function acts({ words, context }: View, { first, last }: Range): boolean {
  // "May to Meet Merkel": the subject of a headline's infinitive.
  if (first === 0 && words[last + 1]?.upos === "PART" && words[last + 2]?.upos === "VERB") return true;
  const inside = words.slice(first, last + 1);
  const top = inside.find(({ head }) => head < first || head > last);
  const word = top?.relation === "conj" ? words[top.head] : top;
  const head = words[word?.head ?? -1];
  if (word === undefined || head?.upos !== "VERB") return false;
  switch (word.relation) {
    case "nsubj":
      return true;
    case "obj":
    case "iobj":
      return context.lexicon.seats.addressed.has(head.lemma.toLowerCase());
    case "aux":
      return isNoModal(word, head, words);
    default:
      return false;
  }
}

/** "May offered": what is read as a modal right before a past form, with no subject, is a name. */
function isNoModal({ index }: Word, head: Word, words: readonly Word[]): boolean {
  return (
    (head.xpos === "VBD" || head.form.endsWith("ed")) &&
    head.index === index + 1 &&
    !words.some((word) => word.head === head.index && word.relation.startsWith("nsubj"))
  );
}

/** Somebody else of that name is named in full: before, or in a later sentence, to which a headline may look ahead. */
function isBorneByOther({ context, sentence }: View, surname: string, holder: PartyEntry): boolean {
  const own = new Set((holder.person ?? "").split(" "));
  const [key] = surname.split(" ").slice(-1);
  return context.persons.some(({ forms, start }) => {
    const bears = forms.at(-1) === key || forms[0] === surname;
    return (
      bears && !forms.every((form) => own.has(form)) && (start < sentence.start || start >= sentence.end || precedes(start, sentence.words, surname))
    );
  });
}

function precedes(start: number, words: readonly Word[], surname: string): boolean {
  const bare = words.find(({ form }) => form === surname);
  return bare !== undefined && start < bare.start;
}
