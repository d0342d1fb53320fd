// Folds strands of many documents into deals. Strands are taken in canonical order (day, document, place in the text), never in
// the order of arrival, so that the same claims give the same deals; what has no opener in the end waits, whoever came first.
import type { Attachment, ClaimInDocument, Deal, Membership, Waiting } from "./deal.ts";
import { Grouping } from "./grouping.ts";
import type { Group } from "./grouping.ts";
import { dealId, kindOf } from "./identity.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { compareMembers } from "./order.ts";
import { confidenceOf } from "./profile.ts";
import type { Evidence } from "./profile.ts";
import { strandsOf } from "./strand.ts";
import type { Link, Strand } from "./strand.ts";
import { viewOf } from "./view.ts";
import type { View } from "./view.ts";

/** The views in canonical order, one list a document. */
function viewsByDocument(claims: readonly ClaimInDocument[], knowledge: DealKnowledge): readonly (readonly View[])[] {
  const documents = new Map<string, View[]>();
  for (const member of [...claims].sort(compareMembers)) {
    const views = documents.get(member.document.id) ?? [];
    views.push(viewOf(member, knowledge));
    documents.set(member.document.id, views);
  }
  return [...documents.values()];
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
function eldersOf(strand: Strand, here: readonly { readonly strand: Strand; readonly group: Group }[]): ReadonlySet<number> {
  if (!strand.profile.isNew) return new Set();
  const older = here.filter((other) => other.strand.family === strand.family && !other.strand.profile.isNew && areAlike(strand, other.strand));
  return new Set(older.map(({ group }) => group.number));
}

/** Places one document's strands, the older undertakings first, so that a new deal knows the one that it stands beside. */
function placeDocument(strands: readonly Strand[], grouping: Grouping, knowledge: DealKnowledge): void {
  const here: { strand: Strand; group: Group }[] = [];
  const made = strands.filter(({ family }) => family !== "loose");
  for (const strand of [...made.filter(({ profile }) => !profile.isNew), ...made.filter(({ profile }) => profile.isNew)]) {
    const elders = eldersOf(strand, here);
    const best = grouping.forStrand(strand, elders);
    const fits = best !== undefined && best.evidence.score >= knowledge.joinAt;
    if (fits) grouping.join(strand, best.group, best.evidence);
    if (fits) grouping.addElders(best.group, elders);
    here.push({ strand, group: fits ? best.group : grouping.begin(strand, elders) });
  }
}

/** Groups that later documents showed to be one: each may join an older one, now that all is known of both. */
function mergeGroups(grouping: Grouping, knowledge: DealKnowledge): void {
  for (const group of grouping.groups) {
    if (group.placed.length === 0) continue;
    const best = grouping.forGroup(group, (other) => other.number < group.number);
    if (best !== undefined && best.evidence.score >= knowledge.mergeAt) grouping.merge(group, best.group, best.evidence);
  }
}

function attachmentOf(link: Link, evidence: Evidence | undefined, knowledge: DealKnowledge): Attachment {
  const score = Math.min(link.score, evidence?.score ?? Number.POSITIVE_INFINITY);
  const why = [...new Set([...link.reasons, ...(evidence?.reasons ?? [])])];
  return { member: link.view.member, part: link.part, why, confidence: confidenceOf(score, knowledge) };
}

function membersOf(group: Group, knowledge: DealKnowledge): Attachment[] {
  const all = group.placed.flatMap(({ strand, evidence }) => strand.links.map((link) => attachmentOf(link, evidence, knowledge)));
  return all.sort((a, b) => compareMembers(a.member, b.member));
}

function kindOfGroup(group: Group, knowledge: DealKnowledge): Deal["kind"] | undefined {
  const { names, acronyms, designations } = group.profile.subject;
  return kindOf(membersOf(group, knowledge), group.family === "measure", names.size + acronyms.size + designations.size > 0, knowledge.presuming);
}

/** Groups that turned out to be deals, by number. */
function dealsOf(groups: readonly Group[], knowledge: DealKnowledge): ReadonlyMap<number, Deal> {
  const made = new Map<number, Deal>();
  const taken = new Set<string>();
  for (const group of groups) {
    const kind = kindOfGroup(group, knowledge);
    if (kind === undefined) continue;
    const members = membersOf(group, knowledge);
    const id = dealId(kind, members, taken);
    const elder = [...group.elders]
      .sort((a, b) => a - b)
      .flatMap((number) => made.get(number) ?? [])
      .at(-1);
    made.set(group.number, { id, kind, members, ...(elder === undefined ? {} : { replaces: elder.id }) });
  }
  return made;
}

/** Why the claims of a group without an opener wait. */
function waitingOf(group: Group, grouping: Grouping, deals: ReadonlyMap<number, Deal>, knowledge: DealKnowledge): Waiting[] {
  const best = grouping.forGroup(group, (other) => deals.has(other.number));
  const deal = best === undefined ? undefined : deals.get(best.group.number);
  const told = membersOf(group, knowledge).filter(({ part }) => part !== "refers" && part !== "touches");
  if (deal === undefined || best === undefined) return told.map(({ member }) => ({ member, reason: "no-deal", why: [], confidence: 0 }));
  return told.map(({ member }) => ({
    member,
    reason: "unsure",
    deal: deal.id,
    why: best.evidence.reasons,
    confidence: confidenceOf(best.evidence.score, knowledge),
  }));
}

/** Claims of relations and restrictions take up deals of other documents; those that find none stay apart. */
function placeLoose(strands: readonly Strand[], grouping: Grouping, knowledge: DealKnowledge): readonly Strand[] {
  const deals = new Set(grouping.groups.filter((group) => kindOfGroup(group, knowledge) !== undefined));
  return strands.filter((strand) => {
    const best = grouping.forStrand(strand, new Set(), (group) => deals.has(group));
    if (best === undefined || best.evidence.score < knowledge.joinAt) return true;
    grouping.join(strand, best.group, best.evidence);
    return false;
  });
}

/** Refers that stand in no deal and no review. */
function apartOf(views: readonly View[], placed: ReadonlySet<string>): ClaimInDocument[] {
  return views.filter(({ part, member }) => part === "refers" && !placed.has(member.claim.id)).map(({ member }) => member);
}

/**
 * Every claim's place, with hindsight over all claims given; the result does not depend on their order.
 * A restriction may stand in a measure and touch a deal; every other claim has one place.
 */
export function cluster(claims: readonly ClaimInDocument[], knowledge: DealKnowledge): Membership {
  const documents = viewsByDocument(claims, knowledge);
  const grouping = new Grouping(knowledge);
  const loose: Strand[] = [];
  for (const views of documents) {
    const strands = strandsOf(views, knowledge);
    placeDocument(strands, grouping, knowledge);
    loose.push(...strands.filter(({ family }) => family === "loose"));
  }
  mergeGroups(grouping, knowledge);
  placeLoose(loose, grouping, knowledge);
  const standing = grouping.groups.filter(({ placed }) => placed.length > 0);
  const deals = dealsOf(standing, knowledge);
  const review = standing.filter(({ number }) => !deals.has(number)).flatMap((group) => waitingOf(group, grouping, deals, knowledge));
  const members = new Set([...deals.values()].flatMap((deal) => deal.members.map(({ member }) => member.claim.id)));
  return { deals: [...deals.values()], review: review.sort((a, b) => compareMembers(a.member, b.member)), apart: apartOf(documents.flat(), members) };
}
