// The lexicon of parties: knowledge/parties loaded into two matchers, one for names (case kept) and one for the nouns
// that act for a party (case ignored), and the holders of offices by the name that news calls them.
import { resource } from "../../resources.ts";
import { plain } from "./atoms.ts";
import type { HeadNoun, PartyEntry, Term } from "./entry.ts";
import { bodyNames, headNouns, placeNames, readTables, stateNames, type Named, type Tables } from "./tables.ts";
import { matcherOf, type Match, type Token } from "./trie.ts";

/** Everything that recognising parties needs to know. */
export interface PartyLexicon {
  /** Names in a row of raw tokens, longest first, without overlap; needs no model. Blocked phrases are left out. */
  readonly find: (tokens: readonly Token[]) => Match<PartyEntry>[];
  /** The same with blocked phrases, so that what lies in them is not read otherwise. */
  readonly names: (tokens: readonly Token[]) => Match<PartyEntry>[];
  /** Nouns that act for the party beside them. */
  readonly heads: (tokens: readonly Token[]) => Match<HeadNoun>[];
  /** Holders that a title may precede: "Trump" gives Donald Trump. */
  readonly holders: (short: string) => readonly PartyEntry[];
  /** Name of a state or organisation by id. */
  readonly nameOf: (id: string) => string | undefined;
  /** Words that stand for a party beside others of the document ("the South"). */
  readonly contextual: ReadonlyMap<string, { readonly entry: PartyEntry; readonly beside: readonly string[] }>;
  /** Ids of the organisations. */
  readonly organisations: ReadonlySet<string>;
  /** Nouns before which a capital is no party ("Paris accord"). */
  readonly afterCapital: ReadonlySet<string>;
  /** Words that make a name that of something else, by the kinds of not-parties.tsv. */
  readonly called: Readonly<
    Record<
      | "after"
      | "before"
      | "vessel"
      | "river"
      | "title"
      | "ofTitle"
      | "project"
      | "articled"
      | "measure"
      | "sport"
      | "played"
      | "staged"
      | "explained"
      | "tongue"
      | "kin"
      | "shouted"
      | "unit",
      ReadonlySet<string>
    >
  >;
  /** What else bears a name, with the words that tell it. */
  readonly namesakes: ReadonlyMap<string, readonly Namesake[]>;
  /** Words beside which a capital stands for its government. */
  readonly seats: Readonly<Record<Tables["seats"][number]["kind"], ReadonlySet<string>>>;
  /** The last day that holders without an end are taken to be in office. */
  readonly lastReport: string;
  readonly demonyms: ReadonlyMap<string, string>;
  readonly capitals: ReadonlyMap<string, string>;
}

/** Something else that bears a name, told by words of the sentence or by nouns right behind the name. */
export interface Namesake {
  readonly cues: readonly string[];
  readonly behind: readonly string[];
  /** Words around the name, which is "*", that settle it whatever else the document says. */
  readonly sure: readonly string[];
}

/** officials.tsv was made in 2014: who then had no end is taken to have stayed two years more. */
const LAST_REPORT = "2016-12-31";

/** Loads knowledge/parties. Throws `PACTA_TABLE_MISSING` and `PACTA_TABLE_ROW` with file and line. */
export function loadParties(folder: string = resource("knowledge", "parties")): PartyLexicon {
  const tables = readTables(folder);
  const nameById = new Map([...tables.states, ...tables.places, ...tables.organisations].map((row) => [row.id, row.name]));
  const stateName = (id: string): string => nameById.get(id) ?? id;
  const people = [...holderEntries(tables, stateName).values()];
  const states = stateNames(tables.states);
  const all = matcherOf<PartyEntry>([
    ...bodyNames(tables, stateName),
    ...states,
    ...placeNames(tables.places),
    ...people.flatMap((each) => each.names),
  ]);
  const heads = matcherOf<HeadNoun>(headNouns(tables.heads), (key) => key.toLowerCase());
  const shorts = Map.groupBy(
    people.flatMap(({ short, entry }) => short.map((each) => ({ each, entry }))),
    ({ each }) => plain(each),
  );
  return {
    names: all.find,
    find: (tokens) => all.find(tokens).filter((match) => match.values[0]?.kind !== "blocked"),
    heads: heads.find,
    holders: (short) => (shorts.get(plain(short)) ?? []).map(({ entry }) => entry),
    nameOf: (id) => nameById.get(id),
    contextual: new Map(tables.contextual.map(({ form, id, beside }) => [form, { entry: contextualEntry(tables, id, stateName(id)), beside }])),
    organisations: new Set(tables.organisations.map((row) => row.id)),
    afterCapital: notParties(tables, "after-capital"),
    called: calledOf(tables),
    namesakes: Map.groupBy(tables.namesakes, (row) => row.name),
    seats: seatsOf(tables),
    lastReport: LAST_REPORT,
    demonyms: firstMeanings(states, "demonym"),
    capitals: firstMeanings(states, "capital"),
  };
}

function notParties(tables: Tables, kind: Tables["notParties"][number]["kind"]): ReadonlySet<string> {
  return new Set(tables.notParties.filter((row) => row.kind === kind).map((row) => row.phrase));
}

function calledOf(tables: Tables): PartyLexicon["called"] {
  return {
    after: notParties(tables, "after-name"),
    before: notParties(tables, "before-name"),
    vessel: notParties(tables, "vessel"),
    river: notParties(tables, "river"),
    title: notParties(tables, "title"),
    ofTitle: notParties(tables, "of-title"),
    articled: notParties(tables, "articled"),
    project: notParties(tables, "project"),
    measure: notParties(tables, "measure"),
    sport: notParties(tables, "sport"),
    played: notParties(tables, "played"),
    staged: notParties(tables, "staged"),
    explained: notParties(tables, "explained"),
    tongue: notParties(tables, "tongue"),
    kin: notParties(tables, "kin"),
    shouted: notParties(tables, "shouted"),
    unit: notParties(tables, "unit"),
  };
}

function seatsOf(tables: Tables): PartyLexicon["seats"] {
  const words = (kind: keyof PartyLexicon["seats"]): ReadonlySet<string> =>
    new Set(tables.seats.filter((row) => row.kind === kind).map((row) => row.word));
  return {
    addressed: words("addressed"),
    toward: words("toward"),
    relation: words("relation"),
    will: words("will"),
    obtained: words("obtained"),
    befalls: words("befalls"),
    suffers: words("suffers"),
    motion: words("motion"),
    placed: words("placed"),
  };
}

function contextualEntry(tables: Tables, id: string, name: string): PartyEntry {
  const kind = tables.organisations.some((row) => row.id === id) ? "organisation" : "state";
  return { kind, form: "name", id, name };
}

function firstMeanings(names: readonly Named[], form: PartyEntry["form"]): Map<string, string> {
  const wanted = names.filter(([, entry]) => entry.form === form).toReversed();
  return new Map(wanted.flatMap(([name, entry]) => (entry.id === undefined ? [] : [[name, entry.id] as const])));
}

interface Holder {
  readonly entry: PartyEntry;
  readonly names: readonly Named[];
  readonly short: readonly string[];
}

/** One entry a person: the rows of several offices are its terms. A person of two states (an EU commissioner) has one entry for each. */
function holderEntries(tables: Tables, stateName: (id: string) => string): Map<string, Holder> {
  const rows = Map.groupBy(tables.holders, (row) => `${row.state} ${row.name}`);
  const holders = new Map<string, Holder>();
  for (const [key, terms] of rows) {
    const [first] = terms;
    if (first === undefined) continue;
    const entry = personEntry(
      first.name,
      first.state,
      stateName(first.state),
      terms.map(({ office, from, to }) => ({ office, from, to })),
    );
    const alone = terms.filter((term) => term.alone === "yes").map((term) => term.short);
    const names = new Set([first.name, ...terms.flatMap((term) => term.aliases), ...alone]);
    holders.set(key, {
      entry,
      names: [...names].flatMap((name) => [name, opening(name)].map((each) => [each, entry] as const)),
      short: [...new Set(terms.map((term) => term.short).filter((short) => short !== ""))],
    });
  }
  for (const row of tables.officials) {
    const term: Term = row.to === "" ? { from: row.from } : { from: row.from, to: row.to };
    const entry = personEntry(row.name, row.state, stateName(row.state), [term]);
    if (!holders.has(`${row.state} ${row.name}`)) holders.set(`${row.state} ${row.name}`, { entry, names: [[row.name, entry]], short: [] });
  }
  return holders;
}

/** "Von der Leyen" opens a sentence. */
function opening(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function personEntry(person: string, state: string, name: string, terms: readonly Term[]): PartyEntry {
  return { kind: "person", form: "person", name, state, person, terms };
}

/** The state of a demonym ("Iranian" gives IRN), undefined where it is none. The first of several ("Korean": KOR). */
export function demonymState(lexicon: PartyLexicon, form: string): string | undefined {
  return lexicon.demonyms.get(form);
}

/** The state of a capital ("Tehran" gives IRN), undefined where it is none. */
export function capitalState(lexicon: PartyLexicon, form: string): string | undefined {
  return lexicon.capitals.get(form);
}
