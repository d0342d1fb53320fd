// Folds strands of many documents into deals. Strands are taken in canonical order (day, document, place in the text), never in
// the order of arrival, so that the same claims give the same deals; what has no opener in the end waits, whoever came first.
import type { Attachment, ClaimInDocument, Deal, DealDocument, DealReading, Membership, Waiting } from "./deal.ts";
import { hintsOf } from "./hint.ts";
import { dealId, kindOf } from "./identity.ts";
import { mentionsByHeading, mentionsIn } from "./known/index.ts";
import type { Mention } from "./known/index.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { Linker } from "./link.ts";
import type { Node } from "./link.ts";
import { compareDocuments, compareMembers } from "./order.ts";
import { partiesInText, stem } from "./phrase.ts";
import { confidenceOf } from "./profile.ts";
import type { Evidence } from "./profile.ts";
import { strandsOf } from "./strand.ts";
import type { Link, Strand } from "./strand.ts";
import { viewOf } from "./view.ts";
import type { View } from "./view.ts";

/** The strands of one document, the older undertakings first, so that a new deal knows the one that it stands beside. */
export function strandsIn({ document, claims, abstained }: DealReading, knowledge: DealKnowledge): readonly Strand[] {
  const mentions = mentionsOf(document, knowledge);
  const viewsOf = (members: readonly ClaimInDocument[]): readonly View[] =>
    [...members].sort(compareMembers).map((member) => viewOf(member, knowledge, mentions));
  const views = viewsOf(claims.map((claim) => ({ claim, document })));
  const all = strandsOf(document, views, viewsOf(hintsOf(document, abstained, knowledge.words)), mentions, knowledge);
  // What a document merely names beside what it tells is not its matter.
  const tells = all.some(({ known, links }) => known !== undefined && links.length > 0);
  const strands = all.filter(({ links, mentions: places }) => links.length > 0 || (!tells && places.length > 0));
  return [...strands.filter(({ profile }) => !profile.isNew), ...strands.filter(({ profile }) => profile.isNew)];
}

function mentionsOf({ text, published, heading }: DealDocument, { known, words }: DealKnowledge): readonly Mention[] {
  const partiesIn = (part: string): ReadonlySet<string> => partiesInText(part, words);
  const inText = mentionsIn(text, published, known, partiesIn);
  const named = new Set(inText.map(({ id }) => id));
  const byHeading = mentionsByHeading(heading, text, published, known, partiesIn, (word) => words.deal.has(stem(word)));
  return [...inText, ...byHeading.filter(({ id }) => !named.has(id))];
}

/** Two undertakings of the same parties that are called or supplied alike: one of them may replace the other. */
function areAlike(a: Strand, b: Strand): boolean {
  const common = (of: (strand: Strand) => ReadonlySet<string>): number => [...of(a)].filter((value) => of(b).has(value)).length;
  const alike =
    common(({ profile }) => profile.subject.nouns) +
    common(({ profile }) => profile.subject.designations) +
    common(({ profile }) => profile.subject.itemWords);
  return alike > 0 && common(({ profile }) => profile.parties) >= 2;
}

/** Groups of the same document that a strand, told as new, stands beside. */
export function eldersOf(strand: Strand, here: readonly Node[]): ReadonlySet<string> {
  if (!strand.profile.isNew) return new Set();
  const older = here.filter((other) => other.strand.family === strand.family && !other.strand.profile.isNew && areAlike(strand, other.strand));
  return new Set(older.map(({ root }) => root));
}

/** An undertaking: its strands with where each was placed, in canonical order. */
type Group = readonly Node[];

function attachmentOf(link: Link, evidence: Evidence | undefined, knowledge: DealKnowledge): Attachment {
  const own = confidenceOf(link.score, knowledge.inText);
  const confidence = evidence === undefined ? own : Math.min(own, confidenceOf(evidence.score, knowledge.across));
  const why = [...new Set([...link.reasons, ...(evidence?.reasons ?? [])])];
  return { member: link.view.member, part: link.part, why, confidence };
}

function membersOf(group: Group, knowledge: DealKnowledge): Attachment[] {
  const all = group.flatMap(({ strand, evidence }) => strand.links.map((link) => attachmentOf(link, evidence, knowledge)));
  return all.sort((a, b) => compareMembers(a.member, b.member));
}

/** The row of the catalogue that a group is. */
function knownOf([first]: Group): string | undefined {
  return first?.root.startsWith("known ") === true ? first.root.slice("known ".length) : undefined;
}

function kindOfGroup(group: Group, members: readonly Attachment[], knowledge: DealKnowledge): Deal["kind"] | undefined {
  const known = knownOf(group);
  if (known !== undefined) return knowledge.known.rows.get(known)?.kind;
  const named = group.some(({ profile: { subject } }) => subject.names.size + subject.acronyms.size + subject.designations.size > 0);
  return kindOf(members, group[0]?.strand.family === "measure", named, knowledge.presuming);
}

/** Groups that turned out to be deals, by root. */
function dealsOf(groups: ReadonlyMap<string, Group>, knowledge: DealKnowledge): ReadonlyMap<string, Deal> {
  const made = new Map<string, Deal>();
  const taken = new Set<string>();
  for (const [root, group] of groups) {
    const members = membersOf(group, knowledge);
    const kind = kindOfGroup(group, members, knowledge);
    if (kind === undefined) continue;
    const known = knownOf(group);
    const id = known === undefined ? dealId(kind, members, taken) : `deal-${known}`;
    const mentions = group.flatMap(({ strand: { document, mentions: places } }) => places.map(({ start, end }) => ({ document, start, end })));
    const elder = [...new Set(group.flatMap(({ elders }) => [...elders]))].flatMap((one) => made.get(one) ?? []).at(-1);
    made.set(root, {
      id,
      kind,
      members,
      mentions,
      ...(known === undefined ? {} : { known }),
      ...(elder === undefined || elder.id === id ? {} : { replaces: elder.id }),
    });
  }
  return made;
}

/** Why the claims of a group without an opener wait. */
function waitingOf(group: Group, deals: ReadonlyMap<string, Deal>, knowledge: DealKnowledge): Waiting[] {
  const best = group.flatMap(({ unsure }) => unsure ?? []).find(({ place }) => deals.has(place.root));
  const deal = best === undefined ? undefined : deals.get(best.place.root);
  const told = membersOf(group, knowledge).filter(({ part }) => part !== "refers" && part !== "touches" && part !== "hints");
  if (deal === undefined || best === undefined) return told.map(({ member }) => ({ member, reason: "no-deal", why: [], confidence: 0 }));
  return told.map(({ member }) => ({
    member,
    reason: "unsure",
    deal: deal.id,
    why: best.evidence.reasons,
    confidence: confidenceOf(best.evidence.score, knowledge.across),
  }));
}

/**
 * Every claim's place, with hindsight over all readings given; the result does not depend on their order. A document without claims may
 * still speak of a deal. A restriction may stand in a measure and touch a deal; every other claim has one place.
 */
export function cluster(readings: readonly DealReading[], knowledge: DealKnowledge): Membership {
  const linker = new Linker(knowledge);
  for (const reading of [...readings].sort((a, b) => compareDocuments(a.document, b.document))) {
    const { id, published } = reading.document;
    const here: Node[] = [];
    for (const [n, strand] of strandsIn(reading, knowledge).entries())
      here.push(linker.add(strand, eldersOf(strand, here), `${published ?? "\uffff"} ${id} ${n}`));
  }
  const groups = Map.groupBy(linker.nodes, ({ root }) => root);
  const deals = dealsOf(groups, knowledge);
  const review = [...groups].filter(([root]) => !deals.has(root)).flatMap(([, group]) => waitingOf(group, deals, knowledge));
  const members = new Set([...deals.values()].flatMap((deal) => deal.members.map(({ member }) => member.claim.id)));
  const claims = readings.flatMap(({ document, claims: own }) => own.map((claim) => ({ claim, document })));
  const apart = claims.filter(({ claim }) => knowledge.roles[claim.act].part === "refers" && !members.has(claim.id));
  return {
    deals: [...deals.values()].filter(({ members: of, mentions }) => of.length + mentions.length > 0),
    review: review.sort((a, b) => compareMembers(a.member, b.member)),
    apart: [...apart].sort(compareMembers),
  };
}

/** Claims with their documents as readings. */
export function readingsOf(claims: readonly ClaimInDocument[]): readonly DealReading[] {
  return [...Map.groupBy(claims, ({ document }) => document.id).values()].flatMap((of) => {
    const document = of[0]?.document;
    return document === undefined ? [] : [{ document, claims: of.map(({ claim }) => claim), abstained: [] }];
  });
}
