// From phrases and names to mentions: who is named, what it rolls up to, and who acts for it.
import type { Span } from "../../document/index.ts";
import type { PartyMention } from "../annotation.ts";
import type { Anchor } from "./context.ts";
import { knownHolder, wordsText, type Known, type People } from "./people.ts";
import { ownerParty, stateOf, type Rolled } from "./owner.ts";
import type { Range } from "./person.ts";
import { homeOf, type Phrase } from "./phrase.ts";
import { isGovernment } from "./seat.ts";
import { leads, type View } from "./view.ts";

/** A mention and the words it takes. */
export interface Placed {
  readonly range: Range;
  readonly mention: PartyMention;
}

type Form = PartyMention["form"];

/** A mention over some words. */
export function place(view: View, range: Range, party: Rolled, form: Form, more: { via?: string | undefined; former?: boolean } = {}): Placed {
  const start = view.words[range.first]?.start ?? 0;
  const end = view.words[range.last]?.end ?? start;
  return { range, mention: mentionOf({ start, end }, party, form, more) };
}

/** A party over a span as an annotation; what is unknown of it is left out. */
export function mentionOf(
  span: Span,
  party: Pick<Rolled, "kind" | "name"> & { readonly id?: string | undefined; readonly state?: string | undefined },
  form: Form,
  { via, former }: { via?: string | undefined; former?: boolean },
): PartyMention {
  const { id, name, kind, state } = party;
  return {
    type: "party",
    start: span.start,
    end: span.end,
    ...(id !== undefined && { id }),
    name,
    kind,
    form,
    ...(via !== undefined && { via }),
    ...(state !== undefined && { state }),
    ...(former === true && { former }),
  };
}

/** Someone of a party who does not act for it: named, with the state alone. */
export function withoutId(person: string, party: Rolled): Rolled {
  const state = stateOf(party);
  return { kind: "person", name: person, ...(state !== undefined && { state }) };
}

/** A person's mention: rolled up while in office, else the person alone with the state. */
export function placeKnown(view: View, range: Range, known: Known, form: Form): Placed {
  if (known.former) return place(view, range, withoutId(known.person, known.party), form, { former: true });
  return place(view, range, known.party, form, { via: known.person });
}

/** The mentions of a phrase: its own, and one for each further owner ("British" of "British and French ministers"). */
export function placePhrase(view: View, phrase: Phrase, people: People): Placed[] {
  const others = phrase.others.map((other) => place(view, other, ownerParty(other.entry, view.context.lexicon), formOf(phrase), {}));
  const own =
    phrase.owner === undefined ? placeTitled(view, phrase, people) : placeOwned(view, phrase, ownerParty(phrase.owner.entry, view.context.lexicon));
  return own === undefined ? others : [...others, own];
}

function formOf({ noun }: Phrase): Form {
  return noun.form;
}

function placeOwned(view: View, phrase: Phrase, owner: Rolled): Placed {
  const range = { first: phrase.first, last: phrase.last };
  const text = wordsText(view, range);
  const name = phrase.name === undefined ? undefined : wordsText(view, phrase.name);
  const state = stateOf(owner);
  const belonging = state === undefined ? {} : { state };
  switch (phrase.noun.class) {
    case "state":
      if (phrase.former || isYetToCome(view, phrase)) return place(view, range, withoutId(name ?? text, owner), phrase.noun.form, { former: true });
      return place(view, range, governed(view, owner, phrase.noun.noun), phrase.noun.form, { via: name ?? text });
    case "court":
      // A court of an organisation is one of its organs, one of a state judges it.
      if (owner.kind === "organisation") return place(view, range, owner, "body", { via: text });
      return place(view, range, { kind: "court", name: text, ...belonging }, "body");
    case "company":
      return place(view, range, companyOf(view, phrase, owner, name ?? text), "name");
    case "group":
      return place(view, range, owner.kind === "group" ? owner : { kind: "group", name: name ?? text, ...belonging }, "nominal");
    case "person":
      return place(view, range, { kind: "person", name: name ?? text, ...belonging }, name === undefined ? "nominal" : "person");
  }
}

/** "Obama's advisers" before he took office. */
function isYetToCome({ context }: View, { owner }: Phrase): boolean {
  const { day } = context;
  const terms = owner?.entry.kind === "person" ? (owner.entry.terms ?? []) : [];
  return day !== undefined && terms.length > 0 && terms.every(({ from }) => day < from);
}

/** "the Labour government", "Taliban foreign minister": a party or movement in government acts for its state. */
function governed(view: View, owner: Rolled, noun: string): Rolled {
  if (owner.kind !== "group" || owner.state === undefined || !/government|cabinet|minister|authorit/.test(noun)) return owner;
  return { kind: "state", id: owner.state, name: view.context.lexicon.nameOf(owner.state) ?? owner.state };
}

function companyOf(view: View, phrase: Phrase, owner: Rolled, name: string): Rolled {
  const known = phrase.name === undefined ? undefined : view.anchorAt[phrase.name.first];
  if (known?.entry.kind === "company") return ownerParty(known.entry, view.context.lexicon);
  if (owner.kind === "company" || owner.kind === "group") return owner;
  const state = stateOf(owner);
  return { kind: "company", name, ...(state !== undefined && { state }) };
}

/** A title with a name but no party beside it: "President Trump", "Defense Minister Shoigu". */
function placeTitled(view: View, phrase: Phrase, people: People): Placed | undefined {
  if (phrase.name === undefined) return undefined;
  const range = { first: phrase.first, last: phrase.last };
  const name = wordsText(view, phrase.name);
  const known = whoIs(view, phrase.name, people, phrase);
  if (known === undefined) return place(view, range, { kind: "person", name }, "office");
  return placeKnown(view, range, { ...known, former: phrase.former }, "office");
}

/** Who a name is: as the document told it, else a holder of the table; after a title the short name is enough. */
export function whoIs(view: View, range: Range, people: People, title?: Phrase): Known | undefined {
  const name = wordsText(view, range);
  const home = title === undefined ? homeOf(view, range.last + 1)?.entry.id : undefined;
  const isOf = (state: string | undefined): boolean => home === undefined || state === home;
  const told = people(name);
  if (told !== undefined && isOf(told.party.id ?? told.party.state)) return told;
  const anchor = view.anchorAt[range.first];
  if (anchor?.entry.kind === "person" && isOf(anchor.entry.state)) return knownHolder(anchor.entry, view);
  return title === undefined ? undefined : titled(view, name, title.noun.noun);
}

/** Of the holders called so, the one who held this very office on the day, else the only one who held any. */
function titled(view: View, name: string, office: string): Known | undefined {
  const inPower = view.context.lexicon.holders(name).filter((entry) => !knownHolder(entry, view).former);
  const exact = inPower.filter((entry) => entry.terms?.some((term) => term.office?.endsWith(office)));
  const chosen = exact.length === 1 ? exact : inPower;
  return chosen.length === 1 && chosen[0] !== undefined ? knownHolder(chosen[0], view) : undefined;
}

/** A name that no phrase holds. */
export function placeAnchor(view: View, anchor: Anchor): Placed | undefined {
  const { entry } = anchor;
  if (entry.kind === "blocked") return undefined;
  if (entry.kind === "person") return placeKnown(view, anchor, knownHolder(entry, view), "person");
  const capitalOf = view.context.lexicon.capitals.get(anchor.text);
  // "Brussels" is the Union's only where it acts; trains run to the city.
  if (entry.form === "body" && capitalOf !== undefined && !isGovernment(view, anchor))
    return place(view, anchor, { kind: "state", id: capitalOf, name: view.context.lexicon.nameOf(capitalOf) ?? capitalOf }, "capital");
  if (entry.form === "demonym" && leads(view, anchor)) return place(view, anchor, ownerParty(entry, view.context.lexicon), "name");
  // A seat that nobody there speaks or acts from is a building ("a tour of the Kremlin").
  const form = entry.form === "capital" || entry.form === "seat" ? (isGovernment(view, anchor) ? "seat" : "capital") : entry.form;
  const acts = entry.form === "body" || (entry.form === "seat" && form === "seat") || entry.form === "force";
  const via = acts ? anchor.text : undefined;
  const placed = place(view, anchor, ownerParty(entry, view.context.lexicon), form, { via });
  return { range: placed.range, mention: { ...placed.mention, start: anchor.start, end: anchor.end } };
}
