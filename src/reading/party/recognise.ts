// Recognises the parties of an analysed document: first the phrases of all sentences, then who is who, then a mention for
// every phrase, person and name that is left, the longest claim on a word winning.
import type { Analysis, Name } from "../../language/index.ts";
import type { PartyMention } from "../annotation.ts";
import { asCalled } from "./called.ts";
import { contextOf, type Anchor } from "./context.ts";
import type { PartyLexicon } from "./lexicon.ts";
import { place, placeAnchor, placeKnown, placePhrase, whoIs, type Placed } from "./mention.ts";
import { incumbent } from "./incumbent.ts";
import { introduced, withAcronyms } from "./acronym.ts";
import { ownerParty, stateOf } from "./owner.ts";
import type { People } from "./people.ts";
import { peopleOf, wordsText } from "./people.ts";
import { runEnd, type Range } from "./person.ts";
import { phrasesOf, type Phrase } from "./phrase.ts";
import { isPossessive, viewOf, type View } from "./view.ts";

/**
 * The parties that a document mentions, in text order, without overlap. A span has no determiner and no possessive "'s".
 * Sentences that the model has not seen give none. Never throws on any analysis.
 */
export function recogniseParties(analysis: Analysis, lexicon: PartyLexicon): PartyMention[] {
  const { document } = analysis;
  const sentences = analysis.sentences.filter((sentence) => sentence.words.length > 0);
  const context = contextOf(document.text, document.published?.day, sentences, document.heading, lexicon);
  const views = sentences.map((sentence) => viewOf(sentence, context));
  const phrases = views.map(phrasesOf);
  const people = peopleOf(views, phrases);
  const found = views.map((view, i) => mentionsOf(view, phrases[i] ?? [], people));
  const short = introduced(document.text, found.flat());
  return asCalled(
    views,
    views.flatMap((view, i) => withAcronyms(view, found[i] ?? [], short)),
  );
}

function mentionsOf(view: View, phrases: readonly Phrase[], people: People): PartyMention[] {
  const placed: Placed[] = [];
  const taken = view.words.map(() => false);
  const add = (each: Placed | undefined): void => {
    if (each === undefined || taken.slice(each.range.first, each.range.last + 1).includes(true)) return;
    taken.fill(true, each.range.first, each.range.last + 1);
    placed.push(each);
  };
  for (const phrase of phrases) placePhrase(view, phrase, people).forEach(add);
  for (const anchor of view.anchors) add(possessed(view, anchor, people));
  for (const name of view.sentence.names) add(organisationOf(view, name, people));
  for (const name of view.sentence.names) add(personOf(view, name, people));
  for (const anchor of view.anchors) addAnchor(view, anchor, people, taken, placed);
  for (const word of view.words) if (!taken[word.index]) add(surnameOf(view, word.index, people));
  return placed.map(({ mention }) => mention).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Two names may share a token ("US-China"), so names are held apart by their spans, not by words. */
function addAnchor(view: View, anchor: Anchor, people: People, taken: boolean[], placed: Placed[]): void {
  const free = !taken.slice(anchor.first, anchor.last + 1).includes(true);
  const shares = placed.some(({ mention }) => mention.start < anchor.end && anchor.start < mention.end);
  if (shares || (!free && !sharesToken(anchor, placed))) return;
  const known = anchor.entry.kind === "person" ? people(anchor.text) : undefined;
  const each = known === undefined ? placeAnchor(view, anchor) : placeKnown(view, anchor, known, "person");
  taken.fill(true, anchor.first, anchor.last + 1);
  if (each !== undefined) placed.push(each);
}

function sharesToken(anchor: Anchor, placed: readonly Placed[]): boolean {
  return placed.some(({ range }) => (range.first === range.last ? range.first === anchor.first || range.last === anchor.last : false));
}

/** "North Korea's Kim Jong-un", "Russia's Gazprom": the owner tells whose the name is. */
function possessed(view: View, anchor: Anchor, people: People): Placed | undefined {
  if (!isPossessive(view.words[anchor.last + 1]) || anchor.entry.kind === "blocked") return undefined;
  const at = anchor.last + 2;
  const after = view.anchorAt[at];
  if (after?.entry.kind === "company" || after?.entry.kind === "group")
    return place(view, after, ownerParty(after.entry, view.context.lexicon), "name");
  const name = view.sentence.names.find((each) => each.type === "PER" && each.start === view.words[at]?.start);
  const last = after?.entry.kind === "person" ? after.last : name === undefined ? at - 1 : runEnd(view, at);
  if (last < at) return undefined;
  const range = { first: at, last };
  const known = whoIs(view, range, people);
  const owner = ownerParty(anchor.entry, view.context.lexicon);
  return placeKnown(view, { first: anchor.first, last }, known ?? { person: wordsText(view, range), party: owner, former: false }, "person");
}

/** An organisation that the model names and the lexicon does not: a company where a word of it says so, else a group. */
function organisationOf(view: View, name: Name, people: People): Placed | undefined {
  const range = name.type === "ORG" ? rangeOf(view, name) : undefined;
  if (range === undefined || people(wordsText(view, range)) !== undefined || incumbent(view, range) !== undefined) return undefined;
  const inside = view.anchors.filter((anchor) => anchor.first >= range.first && anchor.last <= range.last);
  const crossing = view.anchors.some((anchor) => anchor.first <= range.last && anchor.last >= range.first && !inside.includes(anchor));
  if (crossing || inside.some((anchor) => anchor.first === range.first && anchor.last === range.last)) return undefined;
  if (areSeveral(view, inside, range)) return undefined;
  if (inside.some((anchor) => anchor.last < range.last && isPossessive(view.words[anchor.last + 1]))) return undefined;
  const owner = inside[0] === undefined ? undefined : stateOf(ownerParty(inside[0].entry, view.context.lexicon));
  const head = view.headAt[range.last]?.noun.class;
  const kind = head === "court" ? "court" : head === "company" ? "company" : "group";
  return place(view, range, { kind, name: wordsText(view, range), ...(owner !== undefined && { state: owner }) }, "name");
}

/** Names side by side or of parties of their own ("IMF and World Bank") are several; "American University of Beirut" is one. */
function areSeveral(view: View, inside: readonly Anchor[], range: Range): boolean {
  // "US-ASEAN Business Council": two tied by a hyphen before a noun of their own.
  const tied = inside.slice(1).every((anchor) => /^[-–]$/.test(view.words[anchor.first - 1]?.form ?? ""));
  if (inside.length > 1 && tied && (inside.at(-1)?.last ?? range.last) < range.last) return false;
  if (inside.some(({ entry }) => !["state", "substate", "region", "company", "group"].includes(entry.kind))) return true;
  return inside.some((anchor, i) => {
    const next = inside[i + 1];
    const between = view.words.slice(anchor.last + 1, next?.first);
    return next !== undefined && between.length > 0 && between.every(({ upos }) => upos === "CCONJ" || upos === "PUNCT");
  });
}

function personOf(view: View, name: Name, people: People): Placed | undefined {
  const whole = name.type === "PER" ? rangeOf(view, name) : undefined;
  if (whole === undefined) return undefined;
  const lead = view.anchorAt[whole.first];
  const led = lead !== undefined && lead.entry.kind !== "person" && lead.last < whole.last;
  const range = widened(view, led ? { first: lead.last + 1, last: whole.last } : whole);
  const anchor = view.anchorAt[range.first] ?? view.anchorAt[range.last];
  if (anchor !== undefined && anchor.entry.kind !== "person") return undefined;
  const known = whoIs(view, range, people) ?? incumbent(view, range);
  return known === undefined
    ? place(view, range, { kind: "person", name: wordsText(view, range) }, "person")
    : placeKnown(view, range, known, "person");
}

/** A name that the model cut short at a hyphen ("Park Geun-hye") runs on to the end of what is tied. */
function widened({ words }: View, { first, last }: Range): Range {
  let end = last;
  while (words[end + 1]?.form === "-" && words[end + 1]?.start === words[end]?.end && words[end + 2]?.start === words[end + 1]?.end) end += 2;
  return { first, last: end };
}

/** The words of a name without a determiner before or a possessive after. */
function rangeOf({ words }: View, name: Name): Range | undefined {
  const inside = words.filter((word) => word.start >= name.start && word.end <= name.end && !isPossessive(word));
  const first = inside.find((word) => word.upos !== "DET");
  const last = inside.at(-1);
  return first === undefined || last === undefined || last.index < first.index ? undefined : { first: first.index, last: last.index };
}

const CALENDAR: ReadonlySet<string> = new Set(["May", "March", "April", "June", "August"]);

/** A last name that the document gave in full elsewhere, or that of somebody in office. */
function surnameOf(view: View, index: number, people: People): Placed | undefined {
  const form = view.words[index]?.form ?? "";
  if (!/^\p{Lu}\p{Ll}/u.test(form)) return undefined;
  const range = { first: index, last: index };
  const neighbours = [view.words[index - 1], view.words[index + 1]];
  const partOfName =
    neighbours.some((word) => word !== undefined && word.upos === "PROPN" && word.head === index) || view.words[index]?.relation === "flat";
  // "May Day": a part of the name of a day.
  const next = neighbours[1];
  const ofThing = CALENDAR.has(form) && next?.upos === "PROPN" && view.words[index]?.relation === "compound";
  if (partOfName || ofThing || (CALENDAR.has(form) && neighbours.some((word) => word?.upos === "NUM"))) return undefined;
  const known = (view.words[index]?.upos === "PROPN" ? people(form) : undefined) ?? incumbent(view, range);
  return known === undefined ? undefined : placeKnown(view, range, known, "person");
}
