// Which drafts of a sentence stand: an act that is only the object or complement of another act is no claim of its own,
// unless the frame keeps it; conditions and what a speaker leaves out are none.
import { ancestors, baseRelation, firstConjunct, isVerbal, markOf, wordAt, type Tree } from "../grammar/index.ts";
import { hasItsParties } from "../act/index.ts";
import { partyKey } from "../coreference/index.ts";
import type { Draft, Dropped, DropReason } from "./draft.ts";
import type { Filled } from "./fill.ts";
import { leftOut } from "./silence.ts";

/** Splits the drafts of a sentence into those that stand and those that do not, with the reason. */
export function select(tree: Tree, filled: readonly Filled[]): { readonly kept: Draft[]; readonly dropped: Dropped[] } {
  const kept: Draft[] = [];
  const dropped: Dropped[] = [];
  const silent = leftOut(tree);
  for (const one of filled) {
    const why: Why | undefined = silent.has(one.draft.match.trigger) ? { reason: "not-mentioned-by-speaker" } : reasonToDrop(tree, one, filled);
    if (why) dropped.push({ draft: one.draft, ...why });
    else kept.push(one.draft);
  }
  return { kept, dropped };
}

/** The same of drafts that no frame gave, but the network; `standing` are those of the frames that stand, and what is part of one of them is none. */
export function selectProposed(
  tree: Tree,
  filled: readonly Filled[],
  standing: readonly Draft[],
): { readonly kept: Draft[]; readonly dropped: Dropped[] } {
  const silent = leftOut(tree);
  const kept: Draft[] = [];
  const dropped: Dropped[] = [];
  for (const { draft, presentation } of filled) {
    const outer = standing.find((other) => isObjectOf(tree, draft, other));
    const complement = draft.match.frame.yields ? standing.find(({ match }) => isComplementOf(tree, match.trigger, draft.match.trigger)) : undefined;
    const reason = silent.has(draft.match.trigger) ? "not-mentioned-by-speaker" : presentedAsNone(presentation);
    if (reason) dropped.push({ draft, reason });
    else if (complement) dropped.push({ draft, reason: "complement-is-act", other: complement.match });
    else if (outer) dropped.push({ draft, reason: "object-of-other-act", other: outer.match });
    else kept.push(draft);
  }
  return { kept, dropped };
}

type Why = Omit<Dropped, "draft">;

function presentedAsNone({ condition, speculation }: Filled["presentation"]): DropReason | undefined {
  if (condition) return "condition";
  return speculation ? "speculation-without-act" : undefined;
}

function reasonToDrop(tree: Tree, { draft, presentation }: Filled, all: readonly Filled[]): Why | undefined {
  const { match } = draft;
  const none = presentedAsNone(presentation);
  if (none) return { reason: none };
  const others = all.filter((o) => o.draft.match.trigger !== match.trigger);
  const complement = match.frame.yields ? others.find((o) => yieldsTo(tree, match.trigger, o.draft, others)) : undefined;
  if (complement) return { reason: "complement-is-act", other: complement.draft.match };
  const outer = others.find((o) => isObjectOf(tree, draft, o.draft));
  return outer && { reason: "object-of-other-act", other: outer.draft.match };
}

/** The complement is an act, and one that what governs them both does not make its own object: "welcomed the call to sell". */
function yieldsTo(tree: Tree, outer: number, inner: Draft, others: readonly Filled[]): boolean {
  if (!isComplementOf(tree, inner.match.trigger, outer) || lacks(inner) !== undefined) return false;
  const above = ancestors(tree, outer);
  return !others.some((o) => above.includes(o.draft.match.trigger) && isObjectOf(tree, inner, o.draft));
}

/** True where the one act is merely what the other acts on. */
function isObjectOf(tree: Tree, draft: Draft, other: Draft): boolean {
  const { match } = draft;
  const outer = other.match;
  if (outer.trigger === match.trigger || !hasItsParties(outer.frame, other) || isRetelling(draft)) return false;
  if (outer.frame.swallows && isSwallowed(tree, match.trigger, outer.trigger)) return true;
  if (STANCES.has(outer.frame.act) && isAnothers(draft, other)) return false;
  if (!isInsideOf(tree, match.trigger, outer.trigger, outer.objects) || keeps(outer.frame.keeps, match, outer.objects, tree)) return false;
  return !isVerbal(tree, match.trigger) || outer.frame.swallows || isUnderObject(tree, match.trigger, outer.objects);
}

/** Acts that are about what someone else does: "condemned the decision to sell", "opposes the bid by Georgia to join". */
const STANCES = new Set(["object", "support"]);

/** True where an act names parties who do it and none of them takes the stance. */
function isAnothers(draft: Draft, outer: Draft): boolean {
  const taking = new Set(outer.actors.map((a) => partyKey(a.party)));
  return draft.actors.length > 0 && !draft.actors.some((a) => taking.has(partyKey(a.party)));
}

/** "for the cancelled order, valued at £140m": an act without parties but with a sum of its own tells again what was told. */
function isRetelling(draft: Draft): boolean {
  return !hasParty(draft) && draft.money.length > 0;
}

function hasParty(draft: Draft): boolean {
  return draft.actors.length + draft.targets.length > 0;
}

const COMPLEMENT = new Set(["xcomp", "ccomp", "acl", "advcl"]);
/** Without what only stands beside the verb. */
const OWN_COMPLEMENT = new Set(["xcomp", "ccomp"]);

/** True when `inner` is the verb of a complement of `outer`, coordination of complements included. */
function isComplementOf(tree: Tree, inner: number, outer: number, tied: ReadonlySet<string> = COMPLEMENT): boolean {
  let at = firstVerbConjunct(tree, inner, outer);
  for (let steps = 0; at >= 0 && steps < 8; steps++) {
    const { head, relation } = wordAt(tree, at);
    if (head === outer) return tied.has(relation) && !isCircumstance(tree, at);
    if (!["xcomp", "obj", "ccomp"].includes(relation)) return false;
    at = head;
  }
  return false;
}

/** "proposed to lift the ban": the verb is the clause that another act is about, not one beside it. */
function isSwallowed(tree: Tree, inner: number, outer: number): boolean {
  return isVerbal(tree, inner) && isComplementOf(tree, inner, outer, OWN_COMPLEMENT);
}

/** "demands an answer after reports that ..." asks for no report. */
function isCircumstance(tree: Tree, clause: number): boolean {
  const opener = markOf(tree, clause)?.toLowerCase();
  return wordAt(tree, clause).relation === "advcl" && opener !== undefined && !["to", "for", "that", "in order"].includes(opener);
}

function firstVerbConjunct(tree: Tree, inner: number, outer: number): number {
  const first = firstConjunct(tree, inner);
  return first === outer ? inner : first;
}

/** True when the inner trigger stands in the outer act's object or complement. */
function isInsideOf(tree: Tree, inner: number, outer: number, objects: readonly number[]): boolean {
  const path = ancestors(tree, inner);
  if (!path.includes(outer) && !objects.some((o) => path.includes(o))) return false;
  return objects.some((o) => path.includes(o)) && !crossesFinite(tree, path, outer, objects);
}

/** A relative clause or a reported clause inside the object tells an act of its own. */
function crossesFinite(tree: Tree, path: readonly number[], outer: number, objects: readonly number[]): boolean {
  for (const at of path) {
    if (at === outer || objects.includes(at)) return false;
    const relation = wordAt(tree, at).relation;
    if (relation === "acl:relcl" || relation === "parataxis") return true;
    if (relation === "acl" && wordAt(tree, at).xpos === "VBN") return true;
    if (baseRelation(relation) === "advcl") return true;
  }
  return false;
}

function isUnderObject(tree: Tree, inner: number, objects: readonly number[]): boolean {
  return objects.some((o) => o !== inner && ancestors(tree, inner).includes(o) && !isVerbal(tree, o));
}

function keeps(kept: readonly ("noun" | "clause")[], match: Draft["match"], objects: readonly number[], tree: Tree): boolean {
  if (isVerbal(tree, match.trigger)) return kept.includes("clause");
  return (
    kept.includes("noun") ||
    (kept.includes("clause") &&
      !objects.includes(match.trigger) &&
      ancestors(tree, match.trigger).some((a) => isVerbal(tree, a) && objects.some((o) => ancestors(tree, a).includes(o))))
  );
}

/** What a draft still lacks after everything that could fill it; a telling of another claim needs nothing of its own. */
export function lacks(draft: Draft): DropReason | undefined {
  if (!hasParty(draft)) return "no-party";
  if (draft.match.otherActor && draft.actors.length === 0) return "actor-is-no-party";
  const missing = draft.match.frame.needs.some((slot) => (slot === "object" ? draft.match.objects : draft[slot]).length === 0);
  return missing || !hasItsParties(draft.match.frame, draft) ? "slot-missing" : undefined;
}
