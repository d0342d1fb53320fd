// Who speaks for whom in this document: "Shoigu said" after "Russian Defense Minister Sergei Shoigu". What the document
// tells wins over the table of holders, which is asked by the document's day.
import { inOffice, type PartyEntry } from "./entry.ts";
import { isOrganisation, ownerParty, type Rolled } from "./owner.ts";
import { personAt, type Range } from "./person.ts";
import type { Phrase } from "./phrase.ts";
import type { View } from "./view.ts";

/** A person and the party the person speaks for; `former` where no longer (or not yet) in office. */
export interface Known {
  readonly person: string;
  readonly party: Rolled;
  readonly former: boolean;
}

/** Finds a person by the words of a name in the document: the full name, or the last (or family) name alone. */
export type People = (name: string) => Known | undefined;

/** In these states the family name comes first. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(["CHN", "KOR", "PRK", "TWN", "VNM", "KHM"]);

/** Collects the people of a document from its office phrases, with or without a comma ("X, the Russian foreign minister,"). */
export function peopleOf(views: readonly View[], phrases: readonly (readonly Phrase[])[]): People {
  const known = new Map<string, Known>();
  for (const [i, view] of views.entries()) {
    for (const phrase of phrases[i] ?? []) {
      const range = phrase.noun.class === "state" && phrase.noun.form === "office" ? (phrase.name ?? apposed(view, phrase)) : undefined;
      if (range === undefined || phrase.owner === undefined) continue;
      const person = wordsText(view, range);
      remember(known, { person, party: ownerParty(phrase.owner.entry, view.context.lexicon), former: phrase.former });
    }
    for (const { entry, text } of view.anchors) if (entry.kind === "person" && text.includes(" ")) remember(known, knownHolder(entry, view));
  }
  return (name) => {
    const namesake = known.get(lastWord(name));
    return known.get(name) ?? (namesake !== undefined && mayBe(name, namesake.person) ? namesake : undefined);
  };
}

/** "Javad Zarif" may be Mohammad Javad Zarif, "J. Trudeau" Justin; "Francesca Albanese" is not Anthony. */
function mayBe(name: string, person: string): boolean {
  const [first, ...others] = name.split(/\s+/u);
  const initials = person.split(/\s+/u).map((word) => word.charAt(0));
  return others.length === 0 || initials.includes(first?.charAt(0) ?? "");
}

function remember(known: Map<string, Known>, each: Known): void {
  const family = FAMILY_FIRST.has(each.party.id ?? "") ? [each.person.split(/\s+/u)[0] ?? each.person] : [];
  for (const key of [each.person, lastWord(each.person), ...family]) if (!known.has(key)) known.set(key, each);
}

/** A holder of the table as known on the document's day. */
export function knownHolder(entry: PartyEntry, { context }: View): Known {
  const id = entry.state ?? "";
  const party: Rolled = { kind: isOrganisation(id, context.lexicon) ? "organisation" : "state", id, name: entry.name };
  return { person: entry.person ?? entry.name, party, former: !inOffice(entry, context.day, context.lexicon.lastReport) };
}

/** The words of a range as the text writes them. */
export function wordsText({ words, context }: View, range: Range): string {
  return context.text.slice(words[range.first]?.start ?? 0, words[range.last]?.end ?? 0);
}

function lastWord(name: string): string {
  return name.split(/\s+/u).at(-1) ?? name;
}

/** The name set off by commas after or before an office: "Iran's foreign minister, Javad Zarif, said". */
function apposed(view: View, phrase: Phrase): Range | undefined {
  const { words } = view;
  if (phrase.noun.plural) return undefined;
  const at = pastPost(view, phrase.last + 1);
  if (at > phrase.last + 1 && words[at]?.form !== ",") return personAt(view, at, phrase.noun);
  if (words[at]?.form === ",") {
    const after = personAt(view, at + 1, phrase.noun);
    const end = after === undefined ? undefined : words[after.last + 1];
    if (after !== undefined && (end === undefined || [",", "."].includes(end.form) || end.upos === "VERB")) return after;
  }
  return apposedBefore(view, phrase);
}

/** Past "to Iran" after "the British ambassador". */
function pastPost({ words, anchorAt }: View, at: number): number {
  if (words[at]?.form !== "to") return at;
  const anchor = anchorAt[words[at + 1]?.upos === "DET" ? at + 2 : at + 1];
  return anchor === undefined ? at : anchor.last + 1;
}

function apposedBefore({ words, sentence }: View, phrase: Phrase): Range | undefined {
  const determiner = words[phrase.first - 1]?.upos === "DET" ? 1 : 0;
  const comma = words[phrase.first - 1 - determiner];
  if (comma?.form !== ",") return undefined;
  const before = words[comma.index - 1];
  const name = sentence.names.find((each) => each.type === "PER" && each.end === before?.end);
  const first = words.find((word) => word.start === name?.start);
  return first === undefined || before === undefined ? undefined : { first: first.index, last: before.index };
}
