// Recall by construction: how gold tells each act ("was signed", "the signing", "a deal signed by"), found in the tree, and how
// many of the claims told so were read. It shows which grammar the reader lacks, whatever the act.
import { ancestors, CLAUSES, constructionOf, FORMS, headOfSpan, treeOf } from "../reading/index.ts";
import type { Construction, Explanation } from "../reading/index.ts";
import type { GoldClaim, GoldDocument } from "./gold.ts";
import { matchClaims } from "./match.ts";
import { share, table } from "./table.ts";

/** A gold claim with how it is told; no construction where its evidence has no tree. */
export interface ToldClaim {
  readonly construction: Construction | undefined;
  /** In a headline or a dek. */
  readonly headline: boolean;
  /** Gold names who says so. */
  readonly reported: boolean;
  readonly read: boolean;
}

/** How each gold claim of a document is told, and whether the explained reading has it. */
export function toldClaims({ claims }: Pick<GoldDocument, "claims">, explanation: Explanation): ToldClaim[] {
  const answers = new Map(matchClaims(claims, explanation.reading.claims).map(({ gold, predicted }) => [gold, predicted]));
  return claims.map((claim, i) => {
    const answer = explanation.reading.claims[answers.get(i) ?? -1];
    const place = placeOf(explanation, claim, answer?.id);
    return {
      construction: place && constructionOf(treeAt(explanation, place.sentence), place.word),
      headline: place !== undefined && isHeadline(explanation, place.sentence),
      reported: (claim.sources ?? []).length > 0,
      read: answer !== undefined,
    };
  });
}

/** A word in a sentence, both by index. */
interface Place {
  readonly sentence: number;
  readonly word: number;
}

/**
 * The word that tells a gold claim: the trigger of the claim that answers it; of a missed one the topmost word in its evidence
 * that names a frame of its act, fitting or not; where there is none, the evidence's own head.
 */
function placeOf(explanation: Explanation, { act, evidence }: GoldClaim, answer: string | undefined): Place | undefined {
  const all = explanation.sentences.map((sentence, at) => ({ ...sentence, at }));
  const answering = all.flatMap(({ at, candidates }) =>
    candidates.filter(({ end }) => end.kind === "claim" && end.claim === answer).map(({ word }) => ({ sentence: at, word })),
  );
  const near = all.filter((s) => s.start < evidence.end && evidence.start < s.end && s.words.length > 0);
  const named = near.flatMap(({ at, candidates, refused }) =>
    [...candidates, ...refused]
      .filter((one) => one.act === act && one.trigger.start >= evidence.start && one.trigger.end <= evidence.end)
      .map(({ word }) => ({ sentence: at, word })),
  );
  const head = near.map(({ at }) => ({ sentence: at, word: headOfSpan(treeAt(explanation, at), evidence) })).find(({ word }) => word >= 0);
  const depth = ({ sentence, word }: Place): number => ancestors(treeAt(explanation, sentence), word).length;
  return answering[0] ?? named.toSorted((a, b) => depth(a) - depth(b))[0] ?? head;
}

function treeAt({ analysis }: Explanation, at: number): ReturnType<typeof treeOf> {
  const sentence = analysis.sentences[at];
  if (sentence === undefined) throw new RangeError(`no sentence ${at} of ${analysis.sentences.length}`);
  return treeOf(sentence);
}

function isHeadline({ analysis: { document, sentences } }: Explanation, at: number): boolean {
  const kind = document.blocks[sentences[at]?.block ?? -1]?.kind;
  return kind === "headline" || kind === "dek";
}

/** How the page calls them. */
const FORM_WORDS: Readonly<Record<Construction["form"], string>> = {
  active: "active verb",
  passive: "passive verb",
  participle: "participle (reduced clause)",
  infinitive: "infinitive",
  gerund: "gerund",
  noun: "noun",
  adjective: "adjective or other word",
};
const CLAUSE_WORDS: Readonly<Record<Construction["clause"], string>> = {
  main: "a main clause",
  conjunct: "a conjunct",
  relative: "a relative clause",
  complement: "a complement clause",
  adverbial: "an adverbial clause",
};

/** What the table counts, group by group: each claim is once among the forms and once among the clauses; the last two stand beside. */
const ROWS: readonly (readonly [string, (claim: ToldClaim) => boolean])[] = [
  ...FORMS.map((form) => [FORM_WORDS[form], (claim: ToldClaim) => claim.construction?.form === form] as const),
  ...CLAUSES.map((clause) => [`in ${CLAUSE_WORDS[clause]}`, (claim: ToldClaim) => claim.construction?.clause === clause] as const),
  ["in a headline", (claim) => claim.headline],
  ["in reported speech (gold has a source)", (claim) => claim.reported],
  ["all", () => true],
];

/** Recall and n of each construction, a column for each set. */
export function constructionTable(sets: readonly { readonly name: string; readonly told: readonly ToldClaim[] }[]): string {
  const cell = (told: readonly ToldClaim[]): string =>
    told.length === 0 ? "– (0)" : `${share(told.filter(({ read }) => read).length / told.length)} (${told.length})`;
  return table(
    ["told by", ...sets.map(({ name }) => name)],
    ROWS.map(([label, holds]) => [label, ...sets.map(({ told }) => cell(told.filter(holds)))]),
  );
}
