// What is said: the words that a reporting verb holds, by the construction that it stands in.
import { ancestors, caseOf, dependents, isPassive, isVerbal, markOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { ReportCues } from "./cues.ts";

/** The words that are said, and whether they are asked for rather than told. */
export interface Content {
  readonly words: ReadonlySet<number>;
  readonly asks: boolean;
}

/** What a verb reports or asks for; undefined where it does neither. */
export function contentOf(tree: Tree, verb: number, cues: ReportCues): Content | undefined {
  const lemma = wordAt(tree, verb).lemma.toLowerCase();
  const clauses = cues.asks.has(lemma) ? askedOf(tree, verb, cues.verbs.has(lemma)) : [];
  const asked = clauses.length === 0 && cues.wishes.has(lemma) ? dependents(tree, verb, "obj", "nsubj:pass") : clauses;
  if (asked.length > 0) return { words: wordsSaid(tree, verb, asked, cues), asks: true };
  const heads = [...clausesOf(tree, verb, lemma, cues), ...nounsOf(tree, verb, lemma, cues)];
  if (heads.length > 0) return { words: wordsSaid(tree, verb, heads, cues), asks: false };
  const around = cues.verbs.has(lemma) ? interrupted(tree, verb) : undefined;
  return around && { words: around, asks: false };
}

/** "urged Chad to sign", "called on Chad to sign", "called for Chad to sign"; who wants to sign itself asks nobody. */
function askedOf(tree: Tree, verb: number, tellsToo: boolean): number[] {
  const addressed = dependents(tree, verb, "obj", "iobj", "obl", "nsubj:pass").length > 0;
  return dependents(tree, verb, "xcomp", "ccomp", "advcl").filter((c) => {
    const marks = marksOf(tree, c);
    const own = dependents(tree, c, "nsubj", "nsubj:pass").length > 0;
    if (c < verb) return false;
    if (marks.includes("to")) return addressed || own || marks.includes("for");
    return !tellsToo && (marks.includes("that") || (own && marks.length === 0 && wordAt(tree, c).relation === "ccomp"));
  });
}

function marksOf(tree: Tree, clause: number): string[] {
  return dependents(tree, clause, "mark", "case").map((m) => wordAt(tree, m).form.toLowerCase());
}

function clausesOf(tree: Tree, verb: number, lemma: string, cues: ReportCues): number[] {
  return dependents(tree, verb, "ccomp", "xcomp", "advcl", "parataxis", "obl", "csubj").filter((c) => {
    if (cues.quoters.has(lemma)) return c > verb && marksOf(tree, c).includes("as") && isVerbal(tree, c);
    if (cues.faults.has(lemma) && isFault(tree, verb, c)) return true;
    return cues.verbs.has(lemma) && isContentClause(tree, verb, c, lemma);
  });
}

/** "accused Norway of breaking", "criticised it for supporting", "thanked them for having signed". */
function isFault(tree: Tree, verb: number, clause: number): boolean {
  const { relation } = wordAt(tree, clause);
  const doing = [clause, ...dependents(tree, clause, "aux", "aux:pass", "cop")].some((i) => wordAt(tree, i).xpos === "VBG");
  return clause > verb && relation !== "parataxis" && doing && marksOf(tree, clause).some((m) => m === "for" || m === "of");
}

function isContentClause(tree: Tree, verb: number, clause: number, lemma: string): boolean {
  const word = wordAt(tree, clause);
  if (word.relation === "ccomp") return true;
  if (word.relation.startsWith("csubj")) return clause > verb && dependents(tree, verb, "expl").length > 0;
  if (word.relation === "parataxis") return clause < verb || dependents(tree, clause, "nsubj").length > 0;
  if (word.relation === "xcomp") return CLAIMING.has(lemma);
  return lemma === "deny" && word.xpos === "VBG" && marksOf(tree, clause).length === 0 && !opensWith(tree, clause, /^,$/);
}

/** Verbs that say something with an infinitive or a participle: "claims to have sold", "admitted selling". */
const CLAIMING: ReadonlySet<string> = new Set(["claim", "admit", "acknowledge", "deny", "allege", "report", "declare"]);

/** Nouns that are said: "announced the sale", "accused it of a breach", "calls the move a breach", "described it as a breach". */
function nounsOf(tree: Tree, verb: number, lemma: string, cues: ReportCues): number[] {
  const named = cues.labels.has(lemma) ? labelsOf(tree, verb) : [];
  if (named.length > 0) return named;
  const of = cues.ofs.has(lemma) ? phrases(tree, verb, ["of"]) : [];
  if (of.length > 0) return of;
  const objects = cues.objects.has(lemma) ? dependents(tree, verb, "obj", "nsubj:pass") : [];
  const told = objects.filter((c) => lemma !== "deny" || !isRefused(tree, verb, c, cues));
  return told.length === 0 ? [] : [...told, ...phrases(tree, verb, OF_NOUNS)];
}

/** Adpositions of what belongs to the noun that is announced, although parsers tie it to the verb: "announced sanctions in response to the raid". */
const OF_NOUNS: readonly string[] = ["in response to", "because of", "due to", "over", "against", "in retaliation for", "with"];

function labelsOf(tree: Tree, verb: number): number[] {
  const clauses = dependents(tree, verb, "advcl").filter((c) => c > verb && marksOf(tree, c).includes("as") && wordAt(tree, c).xpos === "VBG");
  const bare = dependents(tree, verb, "xcomp").filter((c) => c > verb && markOf(tree, c) === undefined && !isVerbal(tree, c));
  return [...phrases(tree, verb, ["as"]), ...clauses, ...bare];
}

function phrases(tree: Tree, verb: number, adpositions: readonly string[]): number[] {
  return dependents(tree, verb, "obl", "obj", "xcomp").filter((c) => c > verb && adpositions.includes(caseOf(tree, c) ?? ""));
}

/** "denied visas to them", "denied them visas": refused, not said to be untrue. */
function isRefused(tree: Tree, verb: number, object: number, cues: ReportCues): boolean {
  if (cues.refused.has(wordAt(tree, object).lemma.toLowerCase())) return true;
  return dependents(tree, verb, "iobj").length > 0 || dependents(tree, verb, "obj").length > 1;
}

/** "Norway, he said, sold the ships": a cue that stands in the midst or at the end of what it reports. */
function interrupted(tree: Tree, verb: number): Set<number> | undefined {
  const { relation } = wordAt(tree, verb);
  if (isPassive(tree, verb) || dependents(tree, verb, "obj").length > 0 || opensAnew(tree, verb)) return undefined;
  if (relation === "ccomp" ? markOf(tree, verb) !== undefined : relation !== "parataxis" && !isParenthesis(tree, verb)) return undefined;
  const main = ancestors(tree, verb).find((a) => a !== verb && (isVerbal(tree, a) || wordAt(tree, a).head < 0));
  if (main === undefined || (relation !== "acl" && main !== wordAt(tree, verb).head)) return undefined;
  const below = new Set(subtree(tree, verb));
  return new Set(subtree(tree, main).filter((i) => !below.has(i)));
}

/** "..., the ministers announced on Tuesday", which parsers tie to the noun before it. */
function isParenthesis(tree: Tree, verb: number): boolean {
  const { relation, xpos } = wordAt(tree, verb);
  if (relation !== "acl" || !/^VB[DZP]$/.test(xpos) || dependents(tree, verb, "nsubj").length === 0) return false;
  return marksOf(tree, verb).length === 0 && opensWith(tree, verb, /^,$/);
}

/** A colon or semicolon before a clause parts it from what stands before. */
function opensAnew(tree: Tree, clause: number): boolean {
  return opensWith(tree, clause, /^[:;]$/);
}

function opensWith(tree: Tree, clause: number, mark: RegExp): boolean {
  const first = Math.min(...subtree(tree, clause));
  return [first - 1, first].some((i) => mark.test(tree.words[i]?.form ?? ""));
}

/** The words below some heads, without those that are the narrator's. */
function wordsSaid(tree: Tree, verb: number, heads: readonly number[], cues: ReportCues): Set<number> {
  const all = new Set(heads.flatMap((c) => subtree(tree, c)));
  for (const at of all) if (isNarrators(tree, verb, at, cues)) for (const below of subtree(tree, at)) all.delete(below);
  return all;
}

/** "says that A is ready while Norway condemns B", "says that A may end and urges Norway to act": parsers tie to the words said what goes on beside them. */
function isNarrators(tree: Tree, verb: number, at: number, cues: ReportCues): boolean {
  const { relation } = wordAt(tree, at);
  if (relation === "advcl") return markOf(tree, at) === "while" && dependents(tree, at, "nsubj").some((c) => wordAt(tree, c).upos !== "PRON");
  return relation === "conj" && isSayersOwn(tree, verb, at, cues);
}

/** A verb of saying without a subject of its own, tied to a verb of another form than the cue's, which has the cue's form. */
function isSayersOwn(tree: Tree, verb: number, at: number, cues: ReportCues): boolean {
  const { xpos, lemma, head, upos } = wordAt(tree, at);
  if (upos !== "VERB" || !/^VB[DZP]$/.test(xpos) || xpos !== wordAt(tree, verb).xpos) return false;
  const says = cues.verbs.has(lemma) || cues.asks.has(lemma) || cues.faults.has(lemma);
  const own = dependents(tree, at, "nsubj", "nsubj:pass", "aux").length > 0;
  return says && !own && wordAt(tree, head).xpos !== xpos;
}

/** The verb of saying that a coordinated one goes with although it is tied to what is said; undefined where it is tied rightly. */
export function sayerOf(tree: Tree, at: number, cues: ReportCues): number | undefined {
  if (wordAt(tree, at).relation !== "conj") return undefined;
  return ancestors(tree, at).find((a) => a !== at && cues.verbs.has(wordAt(tree, a).lemma.toLowerCase()) && isSayersOwn(tree, a, at, cues));
}
