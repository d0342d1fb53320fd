// The strands of one document: its claims, the acts that were not claimed, and the undertakings that it names, put together.
import type { Claim } from "../reading/index.ts";
import type { ClaimInText, DealReading, DealText } from "./deal.ts";
import { hintsOf } from "./hint.ts";
import { mentionsByHeading, mentionsIn } from "./known/index.ts";
import type { Mention } from "./known/index.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { compareMembers } from "./order.ts";
import { partiesInText, stem } from "./phrase.ts";
import { strandsOf } from "./strand.ts";
import type { Strand } from "./strand.ts";
import { isForOthers, viewOf } from "./view.ts";
import type { View } from "./view.ts";

/** The strands of one document, the older undertakings first, so that a new deal knows the one that it stands beside. */
export function strandsIn({ document, claims, abstained }: DealReading, knowledge: DealKnowledge): readonly Strand[] {
  const mentions = mentionsOf(document, knowledge).filter((mention) => !claims.some((claim) => isOfAnother(claim, mention, knowledge)));
  const viewsOf = (members: readonly ClaimInText[]): readonly View[] =>
    [...members].sort(compareMembers).map((member) => viewOf(member, knowledge, mentions));
  const views = viewsOf(claims.map((claim) => ({ claim, document })));
  const all = strandsOf(document, views, viewsOf(hintsOf(document, abstained, knowledge.words)), mentions, knowledge);
  // What a document merely names beside what it tells is not its matter.
  const tells = all.some(({ known, links }) => known !== undefined && links.length > 0);
  const strands = all.filter(({ links, mentions: places }) => links.length > 0 || (!tells && places.length > 0));
  return [...strands.filter(({ profile }) => !profile.isNew), ...strands.filter(({ profile }) => profile.isNew)];
}

/** "The first AW101" of what is told to go to Norway is none of the contract for India. */
function isOfAnother(claim: Claim, { id, start, end, by }: Mention, { known, words }: DealKnowledge): boolean {
  const row = known.rows.get(id);
  return row !== undefined && by === "description" && start < claim.evidence.end && claim.evidence.start < end && isForOthers(claim, row, words.keys);
}

function mentionsOf({ text, published, heading }: DealText, { known, words }: DealKnowledge): readonly Mention[] {
  const partiesIn = (part: string): ReadonlySet<string> => partiesInText(part, words);
  const inText = mentionsIn(text, published, known, partiesIn);
  const named = new Set(inText.map(({ id }) => id));
  const byHeading = mentionsByHeading(heading, text, published, known, partiesIn, (word) => words.deal.has(stem(word)));
  return [...inText, ...byHeading.filter(({ id }) => !named.has(id))];
}

/** Two undertakings of the same parties that are called or supplied alike: one of them may replace the other. */
export function areAlike(a: Strand, b: Strand): boolean {
  const common = (of: (strand: Strand) => ReadonlySet<string>): number => [...of(a)].filter((value) => of(b).has(value)).length;
  const alike =
    common(({ profile }) => profile.subject.nouns) +
    common(({ profile }) => profile.subject.designations) +
    common(({ profile }) => profile.subject.itemWords);
  return alike > 0 && common(({ profile }) => profile.parties) >= 2;
}
