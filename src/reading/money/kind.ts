// What a sum is for, told by the words that it stands with in its sentence: its own phrase first ("a $4bn loan"), then the
// verb over it ("fined $3m"), what else stands under that verb ("pay $4m to victims"), and who orders it paid.
import type { Span } from "../../document/index.ts";
import type { MoneyMention } from "../annotation.ts";
import type { Money } from "../claim.ts";
import { ancestors, baseRelation, caseOf, dependents, headOfSpan, isVerbal, wordAt, type Tree } from "../grammar/index.ts";
import { loadKindCues } from "./cues.ts";
import type { CueKind, KindCues } from "./cues.ts";

let shipped: KindCues | undefined;

/** How far up the tree a sum is followed: further up stand other acts than its own. */
const HIGHEST = 6;
/** How far down a verb's clause cues are looked for. */
const DEEPEST = 3;
const IN_PHRASE = new Set(["compound", "amod", "nmod", "flat", "appos", "nummod"]);
const BESIDE = new Set(["obj", "iobj", "obl", "xcomp", "advcl", "nmod", "appos", "acl", "compound", "amod"]);

/** What the sum is for; absent where its sentence does not tell, or tells that it is no deal's sum. */
export function kindOf(tree: Tree, sum: Span, cues: KindCues = (shipped ??= loadKindCues())): Money["kind"] | undefined {
  const head = headOfSpan(tree, sum);
  if (head < 0) return undefined;
  const path = pathOf(tree, head);
  const found =
    inPhrase(tree, head, path.nouns, cues) ?? inOwnClause(tree, head, cues) ?? aboutClause(tree, path, head, cues) ?? weakly(tree, path, head, cues);
  return found === "none" ? undefined : found;
}

/** The sums of a sentence, each with its kind where the sentence tells. */
export function withKinds(tree: Tree, sums: readonly MoneyMention[]): readonly MoneyMention[] {
  return sums.map((sum) => {
    const kind = kindOf(tree, sum);
    return kind === undefined ? sum : { ...sum, kind };
  });
}

interface Path {
  /** The sum's own head and the nouns over it, up to its verb. */
  readonly nouns: readonly number[];
  /** The verbs over it, the closest first. */
  readonly verbs: readonly number[];
  /** All words over it within its clause and those over that, up to a relative clause or an apposition. */
  readonly above: readonly number[];
}

function pathOf(tree: Tree, head: number): Path {
  const all = ancestors(tree, head).slice(1, HIGHEST);
  const own = all.findIndex((at) => ["acl:relcl", "appos"].includes(wordAt(tree, at).relation));
  const above = all.slice(0, own < 0 ? undefined : own + 1);
  const verbs = above.filter((at) => isVerbal(tree, at));
  const clause = above.findIndex((at) => isVerbal(tree, at) && !isParticiple(tree, at));
  const nouns = above.slice(0, clause < 0 ? undefined : clause).filter((at) => !isVerbal(tree, at));
  return { nouns: [head, ...nouns], verbs, above };
}

/** "a deal valued at $4bn": the participle belongs to the noun over it. */
function isParticiple(tree: Tree, verb: number): boolean {
  const { relation, xpos } = wordAt(tree, verb);
  return (relation === "acl" || relation === "amod") && xpos === "VBN";
}

function cueAt(tree: Tree, index: number, words: ReadonlyMap<string, CueKind>): CueKind | undefined {
  const { form, lemma } = wordAt(tree, index);
  const particle = dependents(tree, index, "compound:prt")[0];
  const phrase = particle === undefined ? undefined : `${lemma.toLowerCase()} ${wordAt(tree, particle).form.toLowerCase()}`;
  return (phrase === undefined ? undefined : words.get(phrase)) ?? words.get(lemma.toLowerCase()) ?? words.get(form.toLowerCase());
}

function firstCue(tree: Tree, indices: readonly number[], words: ReadonlyMap<string, CueKind>): CueKind | undefined {
  return indices.map((index) => cueAt(tree, index, words)).find((kind) => kind !== undefined);
}

/** A noun of the phrase that is more than a value, else one of value. */
function inPhrase(tree: Tree, head: number, nouns: readonly number[], cues: KindCues): CueKind | undefined {
  const kinds = nouns
    .flatMap((noun) => [noun, ...dependents(tree, noun, ...IN_PHRASE).filter((child) => !nouns.includes(child))])
    .filter((word) => word !== head)
    .flatMap((word) => cueAt(tree, word, cues.noun) ?? []);
  return kinds.find((kind) => kind !== "value") ?? kinds[0];
}

/** "the $50bn awarded by a court", "$6bn transferred to Qatar". */
function inOwnClause(tree: Tree, head: number, cues: KindCues): CueKind | undefined {
  const own = dependents(tree, head, "acl");
  return firstCue(tree, own, cues.verb) ?? firstCue(tree, own, cues.weak);
}

/** The words under a verb that are no part of the sum, a few steps down, without its subject. */
function beside(tree: Tree, verb: number, head: number, steps = DEEPEST): readonly number[] {
  const below = (tree.children[verb] ?? []).filter((c) => c !== head && BESIDE.has(baseRelation(wordAt(tree, c).relation)));
  return steps === 1 ? below : below.flatMap((child) => [child, ...beside(tree, child, head, steps - 1)]);
}

/** "the fine came to $4m", "a settlement that will cost $4m", "the ships cost $4m", "the loan is $4m", "the order is worth $4m". */
function measured(tree: Tree, head: number, { above, verbs }: Path, cues: KindCues): CueKind | undefined {
  const worth = dependents(tree, head, "case").find((marker) => cueAt(tree, marker, cues.measure) !== undefined);
  const predicate = worth ?? [head, ...above].find((at) => at === verbs[0] || dependents(tree, at, "nsubj").length > 0);
  if (predicate === undefined) return undefined;
  const gives = cueAt(tree, predicate, cues.measure);
  if (gives === undefined && predicate === verbs[0]) return undefined;
  const relative = wordAt(tree, predicate).relation === "acl:relcl" ? [wordAt(tree, predicate).head] : [];
  const subjects = [...relative, ...dependents(tree, predicate, "nsubj")];
  return subjects.map((subject) => inPhrase(tree, -1, [subject], cues)).find((kind) => kind !== undefined) ?? gives;
}

/** What the verb over a sum, the words beside the sum under it, and who orders it paid say. */
function aboutClause(tree: Tree, path: Path, head: number, cues: KindCues): CueKind | undefined {
  const [closest] = path.verbs;
  const around = closest === undefined ? [] : beside(tree, closest, head);
  const nouns = around.flatMap((word) => cueAt(tree, word, cues.noun) ?? []);
  return (
    firstCue(tree, path.verbs.slice(0, 1), cues.verb) ??
    nouns.find((kind) => kind !== "value" && kind !== "none") ??
    besideGiving(tree, path, around, cues) ??
    ruled(tree, path, cues) ??
    measured(tree, head, path, cues)
  );
}

/** "pay $4m to victims": whom it goes to tells only where something is given or asked for. */
function besideGiving(tree: Tree, { verbs }: Path, around: readonly number[], cues: KindCues): CueKind | undefined {
  const kind = firstCue(tree, around, cues.clause);
  const given = firstCue(tree, verbs.slice(0, 2), cues.weak);
  return kind === "compensation" && (given === undefined || given === "value" || given === "none") ? undefined : kind;
}

/** "ordered Iran to pay $4m": what a court has paid is a compensation. */
function ruled(tree: Tree, { verbs, above }: Path, cues: KindCues): CueKind | undefined {
  if (firstCue(tree, verbs.slice(0, 2), cues.weak) !== "payment") return undefined;
  return firstCue(tree, [...above, ...verbs.flatMap((verb) => dependents(tree, verb, "nsubj"))], cues.ruling);
}

/** What nothing else settles: a verb that says what sums are for, a thing of value beside the sum, or "for $4m" as a price. */
function weakly(tree: Tree, { nouns, verbs }: Path, head: number, cues: KindCues): CueKind | undefined {
  const [closest, next] = verbs;
  if (closest === undefined) return undefined;
  const price = caseOf(tree, head) === "for";
  const own = cueAt(tree, closest, cues.weak);
  if (own === "aid") return price || nouns.length > 1 ? "value" : "aid";
  const over = next === undefined ? undefined : cueAt(tree, next, cues.weak);
  if (own !== undefined || (over !== undefined && over !== "aid")) return own ?? over;
  return price || beside(tree, closest, head).some((word) => cueAt(tree, word, cues.noun) === "value") ? "value" : undefined;
}
