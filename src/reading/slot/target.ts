// The other side of a directed act where no role of its frame names it. Which ways are open to which act, and the words that
// lead there, are data (knowledge/reading/targets.yaml).
import { join } from "node:path";
import { z } from "zod";
import { contains, type Span } from "../../document/index.ts";
import { headsAt, type Match } from "../act/index.ts";
import { ACTS, type Mode } from "../claim.ts";
import { bridgedParties, distinct, partyKey, referenceOf, type PartyReference, type Resolver, type Sort } from "../coreference/index.ts";
import {
  ancestors,
  baseRelation,
  caseOf,
  conjuncts,
  dependents,
  firstConjunct,
  headOfSpan,
  isVerbal,
  phraseSpan,
  spanOf,
  subtree,
  surfaceSubject,
  wordAt,
  type Tree,
} from "../grammar/index.ts";
import { isSeen } from "../learned/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import { readKnowledge } from "../../yaml.ts";

const WAYS = ["phrase", "project", "group", "taken-up", "cause", "clause", "asker", "owner", "alone"] as const;
type Way = (typeof WAYS)[number];
const words = z.array(z.string().min(1)).transform((list) => new Set(list));
const acts = z.enum(ACTS);
const schema = z.strictObject({
  ways: z.partialRecord(acts, z.array(z.enum(WAYS))),
  leads: z.partialRecord(acts, words).and(z.object({ others: words })),
  named: words,
  answers: words,
  over: words,
  groups: words,
  citizens: words,
  judged: z.array(acts).transform((list) => new Set<string>(list)),
  judges: words,
});

/** Ways to the other side of an act, by act. */
export type TargetCues = z.infer<typeof schema>;

/** Reads `targets.yaml` from a folder. Throws as `readKnowledge`. */
export function loadTargetCues(folder: string): TargetCues {
  return readKnowledge(join(folder, "targets.yaml"), schema);
}

/** What a search for the other side needs beside the match. */
export interface TargetSearch {
  readonly scene: Scene;
  readonly resolver: Resolver;
  readonly bridging: readonly Sort[];
  readonly targetCues: TargetCues;
  /** Name of a state by its id. */
  readonly nameOf: (id: string) => string | undefined;
}

interface Search extends TargetSearch {
  readonly match: Match;
  readonly mode: Mode;
  readonly sentence: SceneSentence;
  readonly tree: Tree;
  readonly isOther: (reference: PartyReference) => boolean;
}

/** The targets of a match: those of its frame's roles, else the first that a way of its act leads to. */
export function targetsOf(sentence: SceneSentence, match: Match, mode: Mode, context: TargetSearch): readonly PartyReference[] {
  const { frame, actors, targets } = match;
  if (frame.joint || actors.length === 0) return targets;
  const own = new Set(actors.map((a) => partyKey(a.party)));
  const search: Search = { ...context, match, mode, sentence, tree: sentence.tree, isOther: ({ party }) => !own.has(partyKey(party)) };
  const named = targets.filter((target) => !isWhereTried(search, target) && (!isInside(search, target) || isSeen(match, target, search.tree)));
  if (named.length > 0) return distinct([...named.map((t) => behindDemonym(search, t)).filter(search.isOther), ...companions(search)]);
  if (frame.needs.includes("targets") || frame.parties > 1) return named;
  for (const way of context.targetCues.ways[frame.act] ?? []) {
    if (way === "alone") continue;
    const found = distinct(FINDERS[way](search).filter(search.isOther));
    if (found.length > 0) return found;
  }
  return [];
}

/** "filed a complaint with the World Court": where it is tried, not against whom. */
function isWhereTried({ match, targetCues: { judged, judges } }: Search, { party, kind }: PartyReference): boolean {
  return judged.has(match.frame.act) && (kind === "court" || judges.has(party.id ?? ""));
}

/** "opposed the visit of Chad's president to Niger": whoever only stands in the phrase of what is acted on. */
function isInside({ match: { objects }, tree }: Search, { span, antecedent }: PartyReference): boolean {
  const head = headOfSpan(tree, span);
  return (
    antecedent === undefined &&
    head >= 0 &&
    ancestors(tree, head)
      .slice(1)
      .some((above) => objects.includes(above))
  );
}

const FINDERS: Readonly<Record<Exclude<Way, "alone">, (search: Search) => readonly PartyReference[]>> = {
  phrase: inPhrase,
  project: namedProject,
  "taken-up": takenUp,
  cause: inCause,
  clause: besideNoun,
  owner: ofOwner,
  asker: (search) => (search.mode === "demanded" ? inClause(search) : []),
  group: described,
};

/** How far down a phrase the other side may stand. */
const DEEPEST = 6;
const INSIDE = new Set(["nmod", "compound", "amod", "obl", "acl", "obj", "xcomp", "appos", "conj", "flat", "ccomp", "nsubj"]);

/** "suspended talks on a new agreement with Chad": the party nearest below what is acted on. */
function inPhrase(search: Search): readonly PartyReference[] {
  return below(search, actedOn(search)).filter((found) => isSeen(search.match, found, search.tree));
}

/** Heads of what is acted on: the object that the frame names, else the verb's own, else the noun that tells the act. */
function actedOn({ match, tree }: Search): readonly number[] {
  if (match.objects.length > 0) return match.objects;
  return isVerbal(tree, match.trigger) ? dependents(tree, match.trigger, "obj") : [match.trigger];
}

function below(search: Search, heads: readonly number[]): readonly PartyReference[] {
  const { tree } = search;
  const seen = new Set<number>();
  let layer = [...heads];
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth++) {
    for (const head of layer) {
      const found = conjuncts(tree, head).flatMap((c) => partiesAt(search, c));
      if (found.length > 0) return found;
    }
    for (const head of layer) seen.add(head);
    layer = layer.flatMap((head) => (tree.children[head] ?? []).filter((c) => !seen.has(c) && leadsOn(search, c)));
  }
  return [];
}

/** Parties with an id and named bodies; a person or an accord by its name is no other side. */
function partiesAt({ resolver, match, isOther }: Search, index: number): readonly PartyReference[] {
  const found = resolver.resolveModifier(match.sentence, index);
  return found.filter((r) => isOther(r) && (r.party.id !== undefined || r.kind === "group"));
}

/** Whether the way goes on to a dependent: owners that are pronouns are who acts, mostly. */
function leadsOn({ tree, targetCues: { leads, named }, match, resolver, isOther }: Search, child: number): boolean {
  const { relation, upos, head } = wordAt(tree, child);
  const namesActor = subtree(tree, head).some((i) => resolver.resolveModifier(match.sentence, i).some((r) => !isOther(r)));
  const base = baseRelation(relation);
  if (!INSIDE.has(base) || relation === "acl:relcl" || upos === "PRON") return false;
  if (named.has(match.frame.act) && (base === "compound" || base === "amod") && !namesActor) return false;
  const adposition = caseOf(tree, child);
  if (adposition === undefined || (base !== "nmod" && base !== "obl")) return true;
  return (leads[match.frame.act] ?? leads.others).has(adposition);
}

const PROJECT = new Set(["pipeline", "power-plant"]);

/** "sanctions on the Nord Stream 2 project": the work itself. */
function namedProject({ sentence, match, tree }: Search): readonly PartyReference[] {
  const heads = match.objects.flatMap((head) => subtree(tree, head));
  const found = sentence.items.find(
    (item) => item.id !== undefined && PROJECT.has(item.kind ?? "") && heads.some((i) => contains(item, wordAt(tree, i))),
  );
  return found === undefined
    ? []
    : [{ party: { name: found.name }, span: { start: found.start, end: found.end }, kind: "company", human: false, demonym: false }];
}

/** "condemned the attack": whose the thing is that a definite noun takes up. */
function takenUp(search: Search): readonly PartyReference[] {
  const { match, scene, resolver, bridging } = search;
  const found = actedOn(search).flatMap((head) => bridgedParties(scene, resolver, bridging, match.sentence, head));
  const doing = found.filter(({ antecedent }) => antecedent !== undefined && isTopic(scene, antecedent));
  return doing.length > 0 ? doing : found;
}

/** The subject of its sentence, or what stands right before it ("a Chadian airstrike"). */
function isTopic({ sentences }: Scene, span: Span): boolean {
  const sentence = sentences.find(({ tree }) => tree.sentence.start <= span.start && span.end <= tree.sentence.end);
  if (!sentence) return false;
  const { tree } = sentence;
  const head = headOfSpan(tree, span);
  if (head < 0) return false;
  let at = firstConjunct(tree, head);
  while (/^(?:compound|amod|nmod:poss|nmod:desc|flat)/.test(wordAt(tree, at).relation)) at = firstConjunct(tree, wordAt(tree, at).head);
  return wordAt(tree, at).relation.startsWith("nsubj");
}

/** "in response to Chad's ban", "over Chad's refusal": the party nearest below what the act answers. */
function inCause(search: Search): readonly PartyReference[] {
  const {
    tree,
    match,
    targetCues: { answers, over },
  } = search;
  const phrases = [match.trigger, ...match.objects].flatMap((head) => dependents(tree, head, "obl", "nmod"));
  const causes = phrases.filter((c) => answers.has(wordAt(tree, c).lemma.toLowerCase()) || over.has(caseOf(tree, c) ?? ""));
  for (const cause of causes) {
    const found = below(search, [cause]);
    if (found.length > 0) return found;
  }
  return [];
}

/** "violated its airspace": nobody violates what is his own. */
function ofOwner(search: Search): readonly PartyReference[] {
  const { tree, match, sentence, isOther } = search;
  if (!match.objects.some((head) => dependents(tree, head, "nmod:poss").some((c) => wordAt(tree, c).upos === "PRON"))) return [];
  const states = distinct(
    sentence.parties
      .filter((m) => m.kind === "state")
      .map(referenceOf)
      .filter(isOther),
  );
  return states.length === 1 ? states : inClause(search);
}

/** An act that a noun or a participle tells, beside the clause that it stands in. */
function besideNoun(search: Search): readonly PartyReference[] {
  const { tree, match } = search;
  const { xpos, relation } = wordAt(tree, match.trigger);
  return isVerbal(tree, match.trigger) && !(xpos === "VBN" && relation === "acl") ? [] : inClause(search);
}

/** "despite protests from Niger, Chad built the dam": who does what the act is set beside. */
function inClause(search: Search): readonly PartyReference[] {
  const { tree, match, resolver, isOther } = search;
  for (const verb of ancestors(tree, match.trigger)) {
    if (verb === match.trigger || !isVerbal(tree, verb)) continue;
    const subjects = surfaceSubject(tree, verb, 3).flatMap((head) => conjuncts(tree, head));
    const found = subjects.flatMap((head) => resolver.resolve(match.sentence, head)).filter((r) => isOther(r) && r.party.id !== undefined);
    if (found.length > 0) return found;
  }
  return [];
}

/** "sanctions on 17 individuals": people and firms beside a named actor, as the text describes them. */
function described(search: Search): readonly PartyReference[] {
  const { match, tree } = search;
  for (const path of match.frame.targets) {
    const found = headsAt(tree, match.trigger, path, new Map()).filter((head) => isGroup(search, head));
    if (found.length > 0) return found.map((head) => behindDemonym(search, asDescribed(search, head)));
  }
  return [];
}

/** "sanctions on Chad's president and 17 officials": people and firms in one series with a party. */
function companions(search: Search): readonly PartyReference[] {
  const { match, tree } = search;
  const heads = match.targets.flatMap(({ span }) => {
    const head = headOfSpan(tree, span);
    return head < 0 ? [] : conjuncts(tree, firstConjunct(tree, head));
  });
  const named = (head: number): boolean => match.targets.some(({ span }) => contains(span, wordAt(tree, head)));
  return [...new Set(heads)].filter((head) => !named(head) && isGroup(search, head)).map((head) => asDescribed(search, head));
}

function isGroup({ tree, targetCues: { groups } }: Search, head: number): boolean {
  const { xpos, lemma } = wordAt(tree, head);
  // "Chadian diplomats and their families": who belongs to a party that is named adds none.
  if (subtree(tree, head).some((i) => i <= head + 3 && wordAt(tree, i).xpos === "PRP$")) return false;
  return (xpos === "NNS" || lemma.toLowerCase() === "people") && groups.has(lemma.toLowerCase());
}

const AMONG = /^(?:including|such as|like|among)$/;

/** The words of a description, without the clause that tells more of it ("17 firms linked to ..."). */
function asDescribed({ tree, scene }: Search, head: number): PartyReference {
  const phrase = phraseSpan(tree, head);
  const among = dependents(tree, head, "nmod").filter((c) => AMONG.test(caseOf(tree, c) ?? ""));
  const clause = [...dependents(tree, head, "acl"), ...among].map((c) => wordAt(tree, subtree(tree, c)[0] ?? c).start);
  const words = tree.words.filter((w) => contains(phrase, w) && clause.every((start) => w.end <= start) && w.upos !== "PUNCT");
  const span = spanOf(
    tree,
    words.map((w) => w.index),
  );
  return { party: { name: scene.text.slice(span.start, span.end) }, span, kind: "group", human: false, demonym: false };
}

/** "Russian tourists": a measure that hits the people of a state hits the state. */
function behindDemonym(search: Search, reference: PartyReference): PartyReference {
  const { sentence, tree, nameOf, targetCues } = search;
  const head = headOfSpan(tree, reference.span);
  const { xpos, lemma } = wordAt(tree, head);
  if (reference.demonym && /^NNP?S$/.test(xpos) && dependents(tree, head, "nummod").length > 0) return asDescribed(search, head);
  if (reference.party.id !== undefined || xpos !== "NNS" || !targetCues.citizens.has(lemma.toLowerCase())) return reference;
  const id = reference.party.state ?? sentence.parties.find((m) => m.form === "demonym" && contains(reference.span, m))?.id;
  const name = id === undefined ? undefined : nameOf(id);
  return id === undefined || name === undefined ? reference : { ...reference, kind: "state", party: { id, name, via: reference.party.name } };
}
