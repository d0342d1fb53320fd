// The cause that the text gives for an act, in its words; only after words of cause (knowledge/reading/reasons.yaml).
import { join } from "node:path";
import { z } from "zod";
import type { Span } from "../../document/index.ts";
import { caseOf, dependents, markOf, phrasesOf, spanOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import { readKnowledge } from "../../yaml.ts";

const words = z.array(z.string().min(1)).transform((list) => new Set(list));
const schema = z.strictObject({
  always: words,
  over: words,
  for: words,
  "for-deeds": words,
  nouns: words,
  as: words,
  never: words,
  reasons: words,
  amid: words,
  verbs: words,
  saying: words,
  said: words,
  marks: words,
  justifies: words,
});

/** Words of cause, and the acts for which "over" and "for" are such. */
export type ReasonCues = z.infer<typeof schema>;

/** Reads `reasons.yaml` from a folder. Throws as `readKnowledge`. */
export function loadReasonCues(folder: string): ReasonCues {
  return readKnowledge(join(folder, "reasons.yaml"), schema);
}

/** Where the reason for the act at `trigger` stands; undefined where the text gives none. `objects` are heads of the act's object. */
export function reasonOf(tree: Tree, trigger: number, objects: readonly number[], act: string, cues: ReasonCues): Span | undefined {
  const args = dependents(tree, trigger, "obj", "obl").filter((a) => wordAt(tree, a).upos === "NOUN" && !cues.amid.has(caseOf(tree, a) ?? ""));
  for (const head of new Set([trigger, ...objects, ...args])) {
    for (const child of new Set([...(tree.children[head] ?? []), ...phrasesOf(tree, head)])) {
      const found = objects.includes(child) ? undefined : reasonAt(tree, head, child, act, cues);
      if (found) return found;
    }
  }
  return citedBehind(tree, trigger, cues) ?? justifiedBelow(tree, trigger, cues);
}

/** "the scrapping by London, which justified the step with sanctions". */
function justifiedBelow(tree: Tree, trigger: number, cues: ReasonCues): Span | undefined {
  const verb = subtree(tree, trigger).find((i) => i !== trigger && cues.justifies.has(wordAt(tree, i).lemma.toLowerCase()));
  const means =
    verb === undefined
      ? undefined
      : [verb, ...dependents(tree, verb, "obj")].flatMap((h) => phrasesOf(tree, h)).find((c) => ["with", "by"].includes(caseOf(tree, c) ?? ""));
  return means === undefined ? undefined : withoutMarkers(tree, means);
}

/** "cancelled a contract to deliver missiles, citing sanctions": a citing set off by a comma belongs to the clause right before it, whatever it is tied to. */
function citedBehind(tree: Tree, trigger: number, cues: ReasonCues): Span | undefined {
  const clause = new Set(subtree(tree, trigger));
  const citing = tree.words.find(
    (w) =>
      w.relation === "advcl" &&
      w.xpos === "VBG" &&
      cues.verbs.has(w.lemma.toLowerCase()) &&
      tree.words[w.index - 1]?.form === "," &&
      clause.has(w.index - 2),
  );
  const object = citing === undefined ? undefined : dependents(tree, citing.index, "obj", "ccomp", "obl")[0];
  return object === undefined ? undefined : withoutMarkers(tree, object);
}

function reasonAt(tree: Tree, head: number, child: number, act: string, cues: ReasonCues): Span | undefined {
  const word = wordAt(tree, child);
  const lemma = word.lemma.toLowerCase();
  if (word.relation === "advcl") return reasonClause(tree, child, lemma, act, cues);
  if (!["obl", "nmod"].includes(word.relation)) return undefined;
  const adposition = caseOf(tree, child) ?? "";
  if (cues.nouns.has(lemma) && (adposition === "in" || adposition === "on")) return nounReason(tree, child);
  if (cues.as.has(lemma) && adposition === "as") return nounReason(tree, child);
  if (cues.reasons.has(lemma) && adposition === "for") return withoutMarkers(tree, child);
  if (cues.never.has(lemma)) return undefined;
  const caused =
    cues.always.has(adposition) ||
    (adposition === "over" && cues.over.has(act)) ||
    (adposition === "for" && cues.for.has(act) && (head < child || isFronted(tree, child)));
  return caused ? withoutMarkers(tree, child) : undefined;
}

/** "For the scrapping of the order, damages were sought". */
function isFronted(tree: Tree, phrase: number): boolean {
  return dependents(tree, phrase, "case").some((c) => c === 0);
}

function reasonClause(tree: Tree, clause: number, lemma: string, act: string, cues: ReasonCues): Span | undefined {
  if (cues.verbs.has(lemma)) {
    const object = dependents(tree, clause, "obj", "ccomp", "obl")[0];
    return object === undefined ? undefined : withoutMarkers(tree, object);
  }
  if (cues.saying.has(lemma) && cues.said.has(act) && wordAt(tree, clause).xpos === "VBG") {
    const told = dependents(tree, clause, "ccomp")[0];
    return told === undefined ? undefined : withoutMarkers(tree, told);
  }
  const mark = markOf(tree, clause) ?? caseOf(tree, clause) ?? "";
  const gerund = wordAt(tree, clause).xpos === "VBG";
  if (cues.marks.has(mark) && !gerund) return mark === "because" ? withoutMarkers(tree, clause) : undefined;
  return (mark === "for" && gerund && (cues.for.has(act) || cues["for-deeds"].has(act))) || (mark === "over" && gerund)
    ? withoutMarkers(tree, clause)
    : undefined;
}

function nounReason(tree: Tree, noun: number): Span | undefined {
  const inner = dependents(tree, noun, "nmod", "acl")[0];
  return inner === undefined ? undefined : withoutMarkers(tree, inner);
}

/** A phrase or clause without its own adposition or subordinator and without what is set off by a comma. */
function withoutMarkers(tree: Tree, head: number): Span {
  const own = subtree(tree, head, (child) => child.head === head && ["case", "mark", "punct", "cc"].includes(child.relation) && child.index < head);
  return spanOf(
    tree,
    own.filter((i) => !(wordAt(tree, i).upos === "PUNCT" && (i === own.at(-1) || i === own[0]))),
  );
}
