// Mode and negation of an act: its own clause first, then everything that governs the clause, from the inside out.
import { ancestors, baseRelation, caseOf, dependents, firstConjunct, isPassive, isVerbal, markOf, wordAt, type Tree } from "../grammar/index.ts";
import type { Mode } from "../claim.ts";
import type { Effect, ModeCues } from "./cues.ts";

/** How the text presents an act. `asked` is the governing verb by which someone else asks for it. */
export interface Presentation {
  readonly mode: Mode;
  readonly negated: boolean;
  /** The act stands in a condition ("if Iran signs") and is no claim. */
  readonly condition: boolean;
  /** The act is only thought of ("the need to cooperate") and is no claim. */
  readonly speculation: boolean;
  /** The act is planned only as what another is done for: "withdrew in order to protest". */
  readonly purpose?: boolean;
  /** Index of the verb of asking, where the mode is `demanded` by one. */
  readonly asked?: number;
  /** Index of a reporting verb that denies. */
  readonly denied?: number;
}

interface State {
  mode: Mode;
  negated: boolean;
  condition: boolean;
  speculation: boolean;
  purpose?: boolean;
  asked?: number;
  denied?: number;
}

/** Reads mode and negation of the act whose trigger is at `index`. */
export function presentationOf(tree: Tree, index: number, cues: ModeCues): Presentation {
  const state: State = { mode: "actual", negated: false, condition: false, speculation: false };
  if (isVerbal(tree, index)) ownClause(tree, index, cues, state);
  else nominal(tree, index, cues, state);
  climb(tree, index, cues, state);
  return state;
}

const STRENGTH: Record<Mode, number> = { actual: 0, planned: 1, possible: 2, demanded: 3, conditional: 4 };

function apply(state: State, effect: Effect | undefined): void {
  if (!effect) return;
  if (effect.mode && (state.mode === "actual" || (state.mode === "planned" && STRENGTH[effect.mode] > 1))) state.mode = effect.mode;
  if (effect.negates) state.negated = true;
}

/** Auxiliaries, negation and conditions of a clause. A coordinated verb shares those of the first where it has none. */
function ownClause(tree: Tree, verb: number, cues: ModeCues, state: State): void {
  const own = auxiliaries(tree, verb);
  const shared =
    own.length === 0 && wordAt(tree, verb).relation === "conj" && sharesAuxiliary(tree, verb) ? auxiliaries(tree, firstConjunct(tree, verb)) : [];
  for (const aux of [...own, ...shared]) apply(state, isReportedWill(tree, verb, aux) ? { mode: "planned" } : cues.auxiliaries.get(aux));
  if (isInfinitiveOfBe(tree, verb)) apply(state, { mode: "planned" });
  if (isNegated(tree, verb, cues) || sharesNegation(tree, verb, cues)) state.negated = !state.negated;
  if (state.negated && dependents(tree, verb, "advcl").some((c) => markOf(tree, c) === "until")) apply(state, { mode: "conditional" });
  if (hasCondition(tree, verb, cues) && (state.mode === "planned" || state.mode === "possible" || state.mode === "conditional"))
    state.mode = "conditional";
}

/** "said it would postpone": the past of "will". */
function isReportedWill(tree: Tree, verb: number, auxiliary: string): boolean {
  const { relation, head } = wordAt(tree, verb);
  return /^(?:would|['’]d)$/.test(auxiliary) && relation === "ccomp" && head >= 0 && ["VBD", "VBN"].includes(wordAt(tree, head).xpos);
}

function auxiliaries(tree: Tree, verb: number): string[] {
  return dependents(tree, verb, "aux").map((a) => wordAt(tree, a).form.toLowerCase());
}

function sharesAuxiliary(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, "nsubj").length === 0 && wordAt(tree, verb).xpos === wordAt(tree, firstConjunct(tree, verb)).xpos;
}

/** "has not signed or ratified": what "or" joins to a negated verb is negated with it. */
function sharesNegation(tree: Tree, verb: number, cues: ModeCues): boolean {
  const { relation, head } = wordAt(tree, verb);
  if (relation !== "conj" || dependents(tree, verb, "nsubj").length > 0 || !isVerbal(tree, head)) return false;
  return dependents(tree, verb, "cc").some((c) => wordAt(tree, c).form.toLowerCase() === "or") && isNegated(tree, head, cues);
}

/** "is to provide", "are to be sold", and in headlines "Angola and Zambia to sign". */
function isInfinitiveOfBe(tree: Tree, verb: number): boolean {
  const word = wordAt(tree, verb);
  const to = dependents(tree, verb, "mark").some((m) => wordAt(tree, m).form.toLowerCase() === "to");
  const be = dependents(tree, verb, "aux", "cop").some((a) => /^(is|are|was|were)$/.test(wordAt(tree, a).form.toLowerCase()));
  const underBe = word.relation === "xcomp" && word.head >= 0 && /^(is|are|was|were)$/.test(wordAt(tree, word.head).form.toLowerCase());
  const passive = word.xpos === "VBN" && dependents(tree, verb, "aux:pass").some((a) => wordAt(tree, a).form.toLowerCase() === "be");
  const headline = word.head < 0 && dependents(tree, verb, "nsubj", "nsubj:pass").length > 0;
  return to && (be || underBe || headline) && (word.xpos === "VB" || passive);
}

function isNegated(tree: Tree, index: number, cues: ModeCues): boolean {
  const direct = dependents(tree, index, "advmod", "det", "mark", "cc", "case", "cc:preconj").some((c) =>
    cues.negations.has(wordAt(tree, c).form.toLowerCase()),
  );
  if (direct || !isVerbal(tree, index)) return direct;
  if (isYetTo(tree, index)) return true;
  return dependents(tree, index, "obj", "nsubj").some((n) => isNone(tree, n));
}

/** "have yet to reach a deal" */
function isYetTo(tree: Tree, verb: number): boolean {
  return tree.words[verb - 1]?.form.toLowerCase() === "to" && tree.words[verb - 2]?.form.toLowerCase() === "yet";
}

/** "no contract", "not one machine", "none of the jets". */
function isNone(tree: Tree, noun: number): boolean {
  const word = wordAt(tree, noun);
  if (/^(?:none|neither|nothing)$/i.test(word.form)) return true;
  if (dependents(tree, noun, "det").some((d) => /^(?:no|neither)$/i.test(wordAt(tree, d).form))) return true;
  return dependents(tree, noun, "nummod").some((d) => /^(?:one|a)$/i.test(wordAt(tree, d).form) && /^not$/i.test(tree.words[d - 1]?.form ?? ""));
}

function hasCondition(tree: Tree, verb: number, cues: ModeCues): boolean {
  return dependents(tree, verb, "advcl").some((c) => cues.conditions.has(markOf(tree, c) ?? ""));
}

function nominal(tree: Tree, noun: number, cues: ModeCues, state: State): void {
  for (const m of dependents(tree, noun, "amod", "compound", "advmod", "nmod:poss", "nmod:unmarked")) {
    apply(state, cues.modifiers.get(wordAt(tree, m).lemma.toLowerCase()) ?? cues.modifiers.get(wordAt(tree, m).form.toLowerCase()));
  }
  const { head, relation } = wordAt(tree, firstConjunct(tree, noun));
  if (head >= 0 && relation === "nmod") deniedHearsay(tree, head, cues, state);
  if (head < 0) {
    state.negated = isNegated(tree, noun, cues);
    return;
  }
  const lemma = wordAt(tree, head).lemma.toLowerCase();
  const happens = baseRelation(relation) === "nsubj" && cues.occurrences.has(lemma);
  const sharesClause = isVerbal(tree, head) && (happens || ["obj", "nsubj:pass"].includes(relation));
  if (isNegated(tree, noun, cues) && !(sharesClause && isNone(tree, noun))) state.negated = true;
  const answered = cues.speech.has(wordAt(tree, noun).lemma.toLowerCase());
  if (["obj", "nsubj:pass", "nmod"].includes(relation) && !answered) apply(state, cues.objects.get(lemma));
  const asked =
    relation === "obl" && caseOf(tree, firstConjunct(tree, noun)) === "for" && !isPassive(tree, head) && dependents(tree, head, "obj").length === 0;
  if (asked && lemma !== "demand") apply(state, cues.verbs.get(lemma));
  if (sharesClause) ownClause(tree, head, cues, state);
}

const PASSES = new Set(["xcomp", "acl", "ccomp", "advcl", "conj", "obl", "nmod", "obj", "nsubj:pass", "csubj"]);

/** Upwards through the words that govern the act's clause. */
function climb(tree: Tree, index: number, cues: ModeCues, state: State): void {
  let viaClause = isVerbal(tree, index);
  for (const at of ancestors(tree, index)) {
    const { head, relation } = wordAt(tree, at);
    if (head < 0) return;
    if (relation === "advcl" || relation === "acl") checkCondition(tree, at, cues, state);
    if (!PASSES.has(relation) && baseRelation(relation) !== "obl") return;
    if (relation === "conj" && (!viaClause || dependents(tree, at, "nsubj").length > 0)) {
      if (!viaClause) continue;
      return;
    }
    if (relation === "acl" && tellsOfNoun(tree, at)) return;
    if (relation === "advcl" && !isAskedFor(tree, at, head, cues) && !isGerundOf(tree, at, head, cues)) {
      purpose(tree, at, state);
      if (isToCome(tree, at, head, cues)) apply(state, { mode: "planned" });
      return;
    }
    if (relation === "conj") continue;
    if (!viaClause && ["obl", "nmod"].includes(baseRelation(relation))) {
      enclosing(tree, head, cues, state);
      return;
    }
    governed(tree, at, head, cues, state);
    viaClause = isVerbal(tree, head);
    if (relation === "ccomp" && cues.verbs.get(wordAt(tree, head).lemma.toLowerCase()) === undefined) return;
  }
}

/** "if Norway goes ahead with the sale": an act that is a noun stands in the condition that its clause is. */
function enclosing(tree: Tree, index: number, cues: ModeCues, state: State): void {
  const verb = [index, ...ancestors(tree, index)].find((at) => isVerbal(tree, at));
  if (verb !== undefined && wordAt(tree, verb).relation === "advcl") checkCondition(tree, verb, cues, state);
}

/** "denied reports that it had sold jets": who denies what is said denies what it says. */
function deniedHearsay(tree: Tree, noun: number, cues: ModeCues, state: State): void {
  const { head, relation, lemma } = wordAt(tree, noun);
  if (head < 0 || !["obj", "nsubj:pass"].includes(relation) || !cues.hearsay.has(lemma.toLowerCase())) return;
  if (!isVerbal(tree, head) || !cues.denials.has(wordAt(tree, head).lemma.toLowerCase()) || isNegated(tree, head, cues)) return;
  state.negated = !state.negated;
  state.denied = head;
}

/** "the agreement signed in May", "a call backed by Chad": a participle tells of the noun, and is not what the noun is for. */
function tellsOfNoun(tree: Tree, clause: number): boolean {
  return wordAt(tree, clause).xpos === "VBN" && dependents(tree, clause, "mark", "aux").length === 0;
}

const OF_GERUNDS = new Set(["in", "of", "to", "on", "about", "against", "from"]);

/** "interested in signing", "close to signing", "decided against signing": parsers tie to a verb or adjective as an adverbial what it is about. */
function isGerundOf(tree: Tree, clause: number, governor: number, cues: ModeCues): boolean {
  const marker = markOf(tree, clause) ?? caseOf(tree, clause) ?? "";
  return wordAt(tree, clause).xpos === "VBG" && OF_GERUNDS.has(marker) && cues.verbs.has(wordAt(tree, governor).lemma.toLowerCase());
}

/** "called on Seoul to deliver", "barred it from selling": parsers tie as an adverbial what is asked for or prevented. */
function isAskedFor(tree: Tree, clause: number, governor: number, cues: ModeCues): boolean {
  const effect = cues.verbs.get(wordAt(tree, governor).lemma.toLowerCase());
  if (effect?.mode === "demanded") return wordAt(tree, clause).xpos === "VB";
  return effect?.negates === true && (markOf(tree, clause) ?? caseOf(tree, clause)) === "from";
}

function checkCondition(tree: Tree, at: number, cues: ModeCues, state: State): void {
  if (cues.conditions.has(markOf(tree, at) ?? "")) state.condition = true;
}

/** "flew to Paris to sign": a purpose is a plan as far as the text says. */
function purpose(tree: Tree, clause: number, state: State): void {
  const to = dependents(tree, clause, "mark").some((m) => wordAt(tree, m).form.toLowerCase() === "to");
  if (!to || wordAt(tree, clause).xpos !== "VB") return;
  if (state.mode === "actual") state.purpose = true;
  apply(state, { mode: "planned" });
}

/** "will lift the ban once the treaty is signed": what a plan waits for, told in the present, is still to come. */
function isToCome(tree: Tree, clause: number, governor: number, cues: ModeCues): boolean {
  const markers = dependents(tree, clause, "mark", "advmod").map((m) => wordAt(tree, m).form.toLowerCase());
  if (!markers.some((marker) => cues.waits.has(marker)) || !isVerbal(tree, governor)) return false;
  const [finite = clause] = dependents(tree, clause, "aux", "aux:pass", "cop");
  return ["VBZ", "VBP"].includes(wordAt(tree, finite).xpos) && presentationOf(tree, governor, cues).mode !== "actual";
}

/** "may say that Norway signed": a finite clause is as actual as it says; "would see it halt" is not finite. */
function isReported(tree: Tree, clause: number): boolean {
  const { relation, xpos } = wordAt(tree, clause);
  return relation === "ccomp" && (xpos !== "VB" || auxiliaries(tree, clause).length > 0);
}

/** Tags of words that make a clause one that is told: "is", "sold", "will". */
const FINITE = new Set(["VBZ", "VBD", "VBP", "MD"]);

/** "told him that Chad is leaving": a clause in the indicative is told and not asked for. */
function isTold(tree: Tree, clause: number): boolean {
  const { relation, xpos } = wordAt(tree, clause);
  if (relation !== "ccomp") return false;
  return [xpos, ...dependents(tree, clause, "aux", "cop").map((a) => wordAt(tree, a).xpos)].some((x) => FINITE.has(x));
}

function governed(tree: Tree, at: number, head: number, cues: ModeCues, state: State): void {
  const governor = wordAt(tree, head);
  const lemma = governor.lemma.toLowerCase();
  const clause = isVerbal(tree, at);
  if (clause && !isVerbal(tree, head)) deniedHearsay(tree, head, cues, state);
  const own = clause ? (isVerbal(tree, head) || governor.upos === "ADJ" ? cues.verbs.get(lemma) : cues.nouns.get(lemma)) : undefined;
  const effect = own?.mode === "demanded" && isTold(tree, at) ? undefined : own;
  if (clause && markOf(tree, at) === "against" && effect) state.negated = !state.negated;
  if (clause && !isVerbal(tree, head) && cues.thoughts.has(lemma)) state.speculation = true;
  const before = state.mode;
  apply(state, effect);
  if (effect?.mode === "demanded" && state.mode === "demanded" && before !== "demanded") state.asked = head;
  if (effect?.negates && effect.mode === undefined) state.denied = head;
  if (!isVerbal(tree, head) || (effect === undefined && isReported(tree, at))) return;
  if (clause) {
    for (const aux of auxiliaries(tree, head))
      if (effect === undefined || before === "actual") apply(state, effect?.mode ? undefined : cues.auxiliaries.get(aux));
    if (effect !== undefined && isNegated(tree, head, cues)) state.negated = !state.negated;
  }
}
