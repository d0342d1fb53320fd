// Who says what: each reporting cue with its speaker and the words that the speaker answers for.
import type { Span } from "../../document/index.ts";
import type { Source } from "../claim.ts";
import type { Resolver } from "../coreference/index.ts";
import {
  ancestors,
  caseOf,
  conjuncts,
  dependents,
  isPassive,
  isVerbal,
  markOf,
  phraseSpan,
  spanOf,
  subtree,
  surfaceSubject,
  wordAt,
  type Tree,
} from "../grammar/index.ts";
import type { Scene } from "../scene/index.ts";
import type { ReportCues } from "./cues.ts";
import { sourceOf, speakerAt, type Speaker } from "./speaker.ts";

/** One attribution. `content` holds the indices of the words that are said; `cueIndex` the reporting word. */
export interface Attribution {
  readonly sentence: number;
  readonly source: Source;
  readonly span: Span;
  readonly cueIndex: number;
  readonly content: ReadonlySet<number>;
  /** How deep the cue stands in the tree: an inner attribution is deeper. */
  readonly depth: number;
  /** "denied that": what is said is denied. */
  readonly denies: boolean;
  /** "urged Chad to sign": asked for, not told. */
  readonly asks?: boolean;
}

/** What attributions are made from; `earlier` are those who spoke before. */
interface Setting {
  readonly scene: Scene;
  readonly resolver: Resolver;
  readonly cues: ReportCues;
  readonly earlier: Speaker[];
}

/** All attributions of a document, in text order. */
export function attributionsOf(scene: Scene, resolver: Resolver, cues: ReportCues): Attribution[] {
  const found: Attribution[] = [];
  const setting: Setting = { scene, resolver, cues, earlier: [] };
  let lastSpeaker: Attribution | undefined;
  for (const [s, sentence] of scene.sentences.entries()) {
    const own = sentence.tree.words.flatMap((w) => attributionsAt(setting, s, sentence.tree, w.index));
    const carried = own.length === 0 && lastSpeaker ? continuedQuote(scene, s, lastSpeaker) : undefined;
    found.push(...own, ...(carried ? [carried] : []));
    if (sentence.tree.words.length > 0) lastSpeaker = own.findLast(({ asks }) => !asks) ?? carried;
    setting.earlier.push(...own.map(({ source: { name, role }, span }) => ({ name, span, ...(role === undefined ? {} : { role }) })));
  }
  return found;
}

function attributionsAt(setting: Setting, s: number, tree: Tree, index: number): Attribution[] {
  const { scene, cues } = setting;
  const word = wordAt(tree, index);
  const lemma = word.lemma.toLowerCase();
  if (cues.adpositions.has(caseOf(tree, index) ?? "") && (word.relation === "obl" || word.relation === "nmod"))
    return adpositional(setting, s, tree, index);
  if (isWordsOf(tree, index)) return wordsOf(setting, s, tree, index);
  if (word.upos === "NOUN" && cues.nouns.has(lemma)) return nominal(setting, s, tree, index);
  if (word.upos !== "VERB") return [];
  const asked = cues.asks.has(lemma) ? askedOf(tree, index) : [];
  const content =
    asked.length > 0 ? new Set(asked.flatMap((c) => subtree(tree, c))) : cues.verbs.has(lemma) ? contentOf(tree, index, lemma, cues) : undefined;
  if (content === undefined || content.size === 0) return [];
  const channel = channelOf(scene, tree, index, cues);
  const speakers = speakingHeads(tree, index).flatMap((head) => speakerIn(setting, s, head));
  return speakers.map((speaker) => ({
    ...attribution(s, tree, index, speaker, word.form, channel, content, lemma === "deny"),
    ...(asked.length > 0 ? { asks: true } : {}),
  }));
}

function speakerIn({ scene, resolver, cues, earlier }: Setting, s: number, head: number): Speaker[] {
  const speaker = speakerAt(scene, resolver, cues, s, head, earlier);
  return speaker === undefined ? [] : [speaker];
}

/** Who says it, of a passive whoever stands behind "by"; "condemns the raid, saying that …" is said by whoever condemns, whatever the parser ties it to. */
function speakingHeads(tree: Tree, verb: number): number[] {
  const { xpos, relation } = wordAt(tree, verb);
  if (isPassive(tree, verb))
    return dependents(tree, verb, "obl")
      .filter((c) => caseOf(tree, c) === "by")
      .flatMap((c) => conjuncts(tree, c));
  const own = dependents(tree, verb, "nsubj", "nsubj:pass");
  const adjunct = xpos === "VBG" && own.length === 0 && ["acl", "advcl", "acl:relcl"].includes(relation) && isBehindComma(tree, verb);
  const main = adjunct ? ancestors(tree, verb).find((a) => a !== verb && isVerbal(tree, a)) : undefined;
  return surfaceSubject(tree, main ?? verb, 4);
}

function isBehindComma(tree: Tree, verb: number): boolean {
  const before = tree.words.slice(0, verb).findLast((w) => w.upos !== "ADV" && w.upos !== "CCONJ" && w.upos !== "SCONJ");
  return before?.form === ",";
}

/** "urged Chad to sign", "called on Chad to sign": the clause that is asked for. */
function askedOf(tree: Tree, verb: number): number[] {
  return dependents(tree, verb, "xcomp", "ccomp", "advcl").filter((c) => c > verb && ["to", "that"].includes(markOf(tree, c) ?? ""));
}

/** "reports of a deal", "claims by the ministry that …": what a noun of saying holds, by its owner or, of reports, by themselves. */
function nominal(setting: Setting, s: number, tree: Tree, noun: number): Attribution[] {
  const { cues } = setting;
  const clauses = dependents(tree, noun, "acl", "ccomp").filter((c) => markOf(tree, c) === "that");
  const phrases = dependents(tree, noun, "nmod").filter((c) => caseOf(tree, c) === "of");
  const content = new Set((clauses.length > 0 ? clauses : phrases).flatMap((c) => subtree(tree, c)));
  if (content.size === 0) return [];
  const owners = dependents(tree, noun, "nmod", "nmod:poss").filter((c) => wordAt(tree, c).relation === "nmod:poss" || caseOf(tree, c) === "by");
  const { form, lemma, start, end } = wordAt(tree, noun);
  const own: Speaker[] = cues.anonymous.has(lemma.toLowerCase()) ? [{ name: form, span: { start, end } }] : [];
  const speakers = owners.length > 0 ? owners.flatMap((c) => speakerIn(setting, s, c)) : own;
  return speakers.map((speaker) => attribution(s, tree, noun, speaker, form, undefined, content, lemma.toLowerCase() === "denial"));
}

function attribution(
  s: number,
  tree: Tree,
  cueIndex: number,
  speaker: Speaker,
  cue: string,
  channel: string | undefined,
  content: ReadonlySet<number>,
  denies: boolean,
): Attribution {
  return {
    sentence: s,
    source: sourceOf(speaker, cue, channel),
    span: speaker.span,
    cueIndex,
    content,
    depth: ancestors(tree, cueIndex).length,
    denies,
  };
}

/** What a reporting verb reports: its clause, the clause it interrupts or follows, or the noun that it announces. */
function contentOf(tree: Tree, verb: number, lemma: string, cues: ReportCues): Set<number> {
  const clauses = dependents(tree, verb, "ccomp", "xcomp", "advcl", "parataxis").filter((c) => isContentClause(tree, verb, c, lemma));
  const objects = cues.objects.has(lemma) ? dependents(tree, verb, "obj", "nsubj:pass") : [];
  const words = [...clauses, ...objects].flatMap((c) => subtree(tree, c));
  const { relation, head } = wordAt(tree, verb);
  if (words.length === 0 && (relation === "parataxis" || relation === "ccomp") && head >= 0 && isVerbalOrRoot(tree, head)) {
    const below = new Set(subtree(tree, verb));
    return new Set(subtree(tree, head).filter((i) => !below.has(i)));
  }
  return new Set(words);
}

function isVerbalOrRoot(tree: Tree, index: number): boolean {
  return isVerbal(tree, index) || wordAt(tree, index).head < 0;
}

function isContentClause(tree: Tree, verb: number, clause: number, lemma: string): boolean {
  const word = wordAt(tree, clause);
  if (word.relation === "ccomp") return true;
  if (word.relation === "parataxis") return clause < verb || dependents(tree, clause, "nsubj").length > 0;
  const marks = dependents(tree, clause, "mark", "case").map((m) => wordAt(tree, m).form.toLowerCase());
  if (word.relation === "xcomp") return ["claim", "admit", "acknowledge", "deny", "allege", "report", "declare"].includes(lemma);
  return lemma === "accuse" ? marks.includes("of") : lemma === "quote" ? false : lemma === "deny" && word.xpos === "VBG" && marks.length === 0;
}

/** "told state television", "said in remarks carried by Russian news agencies". */
function channelOf(scene: Scene, tree: Tree, verb: number, cues: ReportCues): string | undefined {
  const told = dependents(tree, verb, "obj", "iobj").find((o) => cues.media.has(wordAt(tree, o).lemma.toLowerCase()));
  if (told !== undefined) return textOf(scene, tree, told);
  for (const { index: at, relation, lemma } of tree.words) {
    if (at === verb || relation !== "acl" || !cues.carriers.has(lemma.toLowerCase())) continue;
    const agent = dependents(tree, at, "obl").find((c) => caseOf(tree, c) === "by");
    if (agent !== undefined) return textOf(scene, tree, agent);
  }
  return undefined;
}

function textOf(scene: Scene, tree: Tree, head: number): string {
  const span = phraseSpan(tree, head);
  return scene.text.slice(span.start, span.end);
}

/** "according to X": X answers for the clause that the phrase stands in. */
function adpositional(setting: Setting, s: number, tree: Tree, index: number): Attribution[] {
  const head = wordAt(tree, index).head;
  if (head < 0) return [];
  const below = new Set(subtree(tree, index));
  const content = new Set(subtree(tree, head).filter((i) => !below.has(i)));
  const speakers = conjuncts(tree, index).flatMap((c) => speakerIn(setting, s, c));
  return speakers.map((speaker) => attribution(s, tree, index, speaker, caseOf(tree, index) ?? "according to", undefined, content, false));
}

/** "in the words of a statement": whoever's words they are answers for the clause. */
function isWordsOf(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index);
  return word.relation === "obl" && /^words?$/i.test(word.form) && caseOf(tree, index) === "in" && dependents(tree, index, "nmod").length > 0;
}

function wordsOf(setting: Setting, s: number, tree: Tree, index: number): Attribution[] {
  const head = wordAt(tree, index).head;
  const below = new Set(subtree(tree, index));
  const content = new Set(subtree(tree, head).filter((i) => !below.has(i)));
  const speakers = dependents(tree, index, "nmod").flatMap((c) => speakerIn(setting, s, c));
  return speakers.map((speaker) => attribution(s, tree, index, speaker, "in the words of", undefined, content, false));
}

/** A sentence that stands wholly in quotation marks goes on with the last speaker. */
function continuedQuote(scene: Scene, s: number, last: Attribution): Attribution | undefined {
  const tree = scene.sentences[s]?.tree;
  if (!tree || tree.words.length === 0 || last.sentence !== s - 1 || !/^[“"]/.test(tree.words[0]?.form ?? "")) return undefined;
  return { ...last, sentence: s, cueIndex: -1, content: new Set(tree.words.map((w) => w.index)), depth: 0 };
}

/** The words of an attribution's content as one span. */
export function contentSpan(tree: Tree, attribution: Attribution): Span {
  return spanOf(tree, [...attribution.content]);
}
