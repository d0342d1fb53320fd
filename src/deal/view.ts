// What a claim says about which deal it belongs to, worked out once: its parties, the subject it names, its time and its part.
import type { Span } from "../document/index.ts";
import type { Act, Claim, Party } from "../reading/index.ts";
import type { ClaimInText, DealKind, Part } from "./deal.ts";
import { boundsOf, shiftDay } from "./day.ts";
import type { Bounds } from "./day.ts";
import type { DealKnowledge, Words } from "./knowledge.ts";
import type { KnownDeal, Mention } from "./known/index.ts";
import { partyKey } from "./party-key.ts";
import type { PartyKeys } from "./party-key.ts";
import { readPhrase } from "./phrase.ts";
import type { Phrase } from "./phrase.ts";

/** The subject that words name, gathered from one claim or from many. */
export interface Subject {
  readonly names: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  readonly acronyms: ReadonlySet<string>;
  readonly designations: ReadonlySet<string>;
  readonly itemWords: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
  readonly values: ReadonlySet<string>;
  readonly quantities: ReadonlySet<number>;
}

/** A claim with what clustering asks of it. Parties are keys: an id, a company's state, or `~` and the lower-case name. */
export interface View {
  readonly member: ClaimInText;
  /** The undertaking of the catalogue that the claim's own words mean. */
  readonly known?: string;
  readonly part: Part;
  /** The kind that it opens, for openers; `measure` for whatever is about a restriction. */
  readonly kind?: DealKind;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly parties: ReadonlySet<string>;
  /** Whom it goes to: who gets the goods, for acts of transfer; who is hit, for restrictions. */
  readonly recipients: ReadonlySet<string>;
  readonly subject: Subject;
  /** Names no subject of its own: "the deal", "the shipment", or nothing. */
  readonly points: boolean;
  /** Has a word for a deal, or for what is done with one or its goods. */
  readonly pointsBack: boolean;
  readonly isNew: boolean;
  /** Told as the news of the day, near the head of the text and without an older time. */
  readonly isNews: boolean;
  readonly when: Bounds;
}

const CUE_REACH = 40;
const NEWS_REACH = 300;
const NEWS_DAYS = 62;
/** Acts that go from their actors to their targets. */
const DIRECTED: ReadonlySet<Act> = new Set(["sell", "deliver", "aid", "sanction", "ban", "lift"]);
/** Acts whose day dates the deal itself. */
const DATING: ReadonlySet<Act> = new Set(["agree", "sign", "order", "sell"]);

/** The document puts the claim before its own news: "after the cancellation", "is already valid". */
function toldAsPast({ claim, document }: ClaimInText, words: Words): boolean {
  const before =
    document.text
      .slice(Math.max(0, claim.evidence.start - CUE_REACH), claim.evidence.start)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(-2) ?? [];
  const inside = claim.evidence.quote.toLowerCase().match(/\p{L}+/gu) ?? [];
  const article = /^(a|an|the|its|their|his|her)$/.test(before.at(-1) ?? "");
  return (
    words.pastCues.has(before.at(article ? -2 : -1) ?? "") ||
    words.pastCues.has(inside[0] ?? "") ||
    inside.some((word) => words.pastAdverbs.has(word))
  );
}

/**
 * When a claim holds. What was done lies within its time and not after the document's day; without a time, by that day at the latest.
 * What is only planned, possible or asked for holds from the telling, unless the plan itself is of the past.
 */
export function whenOf(member: ClaimInText, words: Words): Bounds {
  const { claim, document } = member;
  const told =
    document.published === undefined
      ? undefined
      : toldAsPast(member, words) && claim.mode === "actual"
        ? shiftDay(document.published, -1)
        : document.published;
  const time = claim.time === undefined ? {} : boundsOf(claim.time.norm);
  if (claim.mode !== "actual" && !(time.latest !== undefined && (told === undefined || time.latest <= told)))
    return told === undefined ? {} : { latest: told };
  const latest = time.latest !== undefined && (told === undefined || time.latest < told) ? time.latest : told;
  // A time that lies behind the telling is no bound of what was told as done by then.
  const earliest = latest !== undefined && time.earliest !== undefined && time.earliest > latest ? undefined : time.earliest;
  return { ...(earliest === undefined ? {} : { earliest }), ...(latest === undefined ? {} : { latest }) };
}

function recipientsOf<Side>({ actors, targets }: { readonly actors: Iterable<Side>; readonly targets: Iterable<Side> }, act: Act): ReadonlySet<Side> {
  if (act === "order") return new Set(actors);
  return new Set(DIRECTED.has(act) ? targets : []);
}

function isNews({ claim, document }: ClaimInText, when: Bounds): boolean {
  if (claim.evidence.start > NEWS_REACH || document.published === undefined) return false;
  const newest = shiftDay(document.published, -NEWS_DAYS);
  return claim.time === undefined ? when.latest === document.published : (when.latest ?? "") >= newest;
}

/** The part of a claim: its act's role, as far as mode, negation and object let it play it. */
function partOf(
  member: ClaimInText,
  knowledge: DealKnowledge,
  object: Phrase,
  hasSubject: boolean,
): { readonly part: Part; readonly kind?: DealKind } {
  const { claim } = member;
  const role = knowledge.roles[claim.act];
  const onMeasure = object.hasMeasureNoun && object.designations.length === 0 && object.dealNouns.length === 0;
  if (role.part !== "opens") return { part: role.part, ...(onMeasure ? { kind: "measure" } : {}) };
  if (role.kind !== "measure" && onMeasure) return { part: "joins", kind: "measure" };
  const opens = !claim.negated && knowledge.openingModes.has(claim.mode) && (hasSubject || !role.named);
  if (role.kind === "measure") return { part: opens ? "opens" : "joins", kind: "measure" };
  return opens ? { part: "opens", kind: role.kind } : { part: "joins" };
}

function subjectOf(member: ClaimInText, phrases: readonly Phrase[], items: readonly Phrase[]): Subject {
  const { claim } = member;
  const all = [...phrases, ...items];
  // A company's name is no deal's, but tells one contract from another, in whichever slot it stands.
  const companies = [...claim.actors, ...claim.targets].filter(({ id, state }) => id === undefined && state !== undefined);
  const ownNames = new Set(companies.map(({ name }) => name.toLowerCase()));
  const numbered = [...claim.actors, ...claim.targets]
    .filter((party) => party.id === undefined && /\d/.test(party.name))
    .map((party) => party.name.toLowerCase());
  const done =
    claim.time !== undefined && DATING.has(claim.act) && claim.mode !== "possible" && !claim.negated
      ? [Number(claim.time.norm.slice(0, 4))].filter((year) => year > 0)
      : [];
  return {
    names: new Set([...phrases.flatMap((phrase) => phrase.names.filter((name) => !ownNames.has(name))), ...numbered]),
    initials: new Set(phrases.flatMap((phrase) => phrase.initials)),
    acronyms: new Set(phrases.flatMap((phrase) => phrase.acronyms)),
    designations: new Set(all.flatMap((phrase) => phrase.designations)),
    itemWords: new Set(items.flatMap((phrase) => phrase.topics)),
    topics: new Set([...phrases.flatMap((phrase) => phrase.topics), ...ownNames]),
    nouns: new Set(phrases.flatMap((phrase) => phrase.dealNouns)),
    years: new Set([...phrases.flatMap((phrase) => phrase.years), ...done]),
    values: new Set([
      ...phrases.flatMap((phrase) => phrase.values),
      ...claim.money.filter((money) => money.kind === "value").map((money) => `${money.currency}:${money.amount}`),
    ]),
    quantities: new Set(claim.items.flatMap((item) => item.quantity ?? [])),
  };
}

/** True where the words name no subject; goods by a common word alone ("the weaponry") name none. */
function namesNothing(subject: Subject, words: Words): boolean {
  return (
    subject.names.size + subject.acronyms.size + subject.designations.size + subject.topics.size === 0 &&
    [...subject.itemWords].every((word) => words.weak.has(word))
  );
}

/** The undertaking that a claim is about by its own words: one that its object names or, where that is no more than "the deal" or nothing, one that stands in its evidence. */
function knownOf({ claim }: ClaimInText, object: Phrase, mentions: readonly Mention[], { known, roles, words }: DealKnowledge): string | undefined {
  // A suit or a ruling on sanctions is one over the deal that they broke, and what is called off because of them is none of them.
  const role = roles[claim.act];
  const onMeasure = role.part !== "disputes" && ((role.part === "opens" && role.kind === "measure") || object.hasMeasureNoun);
  const fitting = mentions.filter(({ id }) => onMeasure || known.rows.get(id)?.kind !== "measure");
  const within = (span: Span | undefined): readonly Mention[] =>
    fitting.filter(({ start, end }) => span !== undefined && start < span.end && span.start < end);
  const isLoose = object.names.length + object.acronyms.length + object.designations.length + object.topics.length === 0;
  return [within(claim.spans["object"]), isLoose ? within(claim.evidence) : []]
    .map((inside) => inside.find(({ by }) => by === "name") ?? inside.find(({ id }) => isOfParties(claim, known.rows.get(id), words.keys)))
    .find((mention) => mention !== undefined)?.id;
}

/** Acts that hand goods over. */
export const HANDS_OVER: ReadonlySet<Act> = new Set<Act>(["order", "sell", "deliver"]);

/** Goods that are handed over to nobody who is a party of a contract are of another one, whatever they are called. */
export function isForOthers({ act, actors, targets }: Claim, { kind, parties }: KnownDeal, keys: PartyKeys): boolean {
  const recipients = HANDS_OVER.has(act) && kind === "transfer" && !parties.includes("*") ? [...recipientsOf({ actors, targets }, act)] : [];
  return recipients.length > 0 && recipients.every((party) => party.id !== undefined && !parties.includes(partyKey(party, keys)));
}

/** What a description means is settled by the parties: all who agree are parties of it, or one of those who act upon it is. */
function isOfParties({ actors, targets }: Claim, row: KnownDeal | undefined, keys: PartyKeys): boolean {
  if (row === undefined || row.parties.includes("*")) return row !== undefined;
  const isParty = (party: Party): boolean => row.parties.includes(partyKey(party, keys));
  if (actors.length > 1 && targets.length === 0) return actors.every((party) => party.id === undefined || isParty(party));
  return actors.length + targets.length === 0 || [...actors, ...targets].some((party) => party.id === undefined || isParty(party));
}

/** Works out a claim's view. `mentions` are those of its document. */
export function viewOf(member: ClaimInText, knowledge: DealKnowledge, mentions: readonly Mention[] = []): View {
  const { claim } = member;
  const { words } = knowledge;
  const object = readPhrase(claim.object ?? "", words, false);
  const reasoned = knowledge.roles[claim.act].part === "disputes" && claim.reason !== undefined ? [readPhrase(claim.reason, words, false)] : [];
  const items = claim.items.map((item) => readPhrase(item.name, words, true));
  const subject = subjectOf(member, [object, ...reasoned], items);
  const keyed = (party: Party): string => partyKey(party, words.keys);
  const sides = { actors: claim.actors.map(keyed), targets: claim.targets.map(keyed) };
  const when = whenOf(member, words);
  const topical = subject.names.size + subject.acronyms.size + subject.designations.size + subject.itemWords.size + subject.topics.size;
  const known = knownOf(member, object, mentions, knowledge);
  return {
    member,
    ...(known === undefined ? {} : { known }),
    ...partOf(member, knowledge, object, topical > 0),
    ...sides,
    parties: new Set([...sides.actors, ...sides.targets, ...(sides.targets.length === 0 ? object.parties : [])]),
    recipients: recipientsOf(sides, claim.act),
    subject,
    points: known === undefined && namesNothing(subject, words),
    pointsBack: object.hasActNoun || object.dealNouns.length > 0,
    isNew: [object, ...items].some((phrase) => phrase.isNew),
    isNews: isNews(member, when),
    when,
  };
}
