// Who says what: each reporting cue with its speaker and the words that the speaker answers for.
import { overlaps } from "../../document/index.ts";
import type { Resolver } from "../coreference/index.ts";
import { ancestors, caseOf, conjuncts, dependents, phraseSpan, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { Scene } from "../scene/index.ts";
import type { Attribution, EarlierSpeaker, Speaker } from "./attribution.ts";
import { contentOf } from "./content.ts";
import type { ReportCues } from "./cues.ts";
import { fullestNames } from "./fullest.ts";
import { headlineSplit } from "./headline.ts";
import { speakingHeads } from "./heads.ts";
import { contentOfNoun } from "./noun.ts";
import { continued } from "./quotation.ts";
import { sourceOf, speakersAt } from "./speaker.ts";

/** What attributions are made from; `earlier` are those who spoke before. */
interface Setting {
  readonly scene: Scene;
  readonly resolver: Resolver;
  readonly cues: ReportCues;
  readonly earlier: EarlierSpeaker[];
}

/** All attributions of a document, in text order. */
export function attributionsOf(scene: Scene, resolver: Resolver, cues: ReportCues): Attribution[] {
  const setting: Setting = { scene, resolver, cues, earlier: [] };
  const said = scene.sentences.map((_, s) => {
    const own = ownAttributions(setting, s);
    setting.earlier.push(...own.map(({ source: { name, role }, span }) => ({ name, span, sentence: s, ...(role === undefined ? {} : { role }) })));
    return own;
  });
  const fullest = fullestNames(scene);
  return continued(scene, said)
    .flat()
    .map((one) => ({ ...one, source: { ...one.source, name: fullest(one.source.name) } }));
}

function ownAttributions(setting: Setting, s: number): Attribution[] {
  const tree = setting.scene.sentences[s]?.tree;
  if (tree === undefined) return [];
  const own = tree.words.flatMap((w) => attributionsAt(setting, s, tree, w.index));
  return own.length > 0 ? own : headlined(setting, s, tree);
}

function attributionsAt(setting: Setting, s: number, tree: Tree, index: number): Attribution[] {
  const { cues } = setting;
  const word = wordAt(tree, index);
  const marker = caseOf(tree, index) ?? "";
  if (cues.adpositions.has(marker) && (word.relation === "obl" || word.relation === "nmod")) return adpositional(setting, s, tree, index, marker);
  if (isWordsOf(tree, index)) return wordsOf(setting, s, tree, index);
  if (isAccountOf(setting, tree, index))
    return beside(setting, s, tree, index, dependents(tree, index, "nmod:poss"), `by ${wordAt(tree, index).form}`);
  if (word.upos === "NOUN") return nominal(setting, s, tree, index);
  return word.upos === "VERB" ? verbal(setting, s, tree, index) : [];
}

function verbal(setting: Setting, s: number, tree: Tree, verb: number): Attribution[] {
  const { scene, cues } = setting;
  const said = contentOf(tree, verb, cues);
  if (said === undefined) return cited(setting, s, tree, verb);
  const channel = channelOf(scene, tree, verb, cues);
  const heads = speakingHeads(tree, verb, cues);
  const content = { ...said, words: withoutSpeakers(tree, said.words, heads) };
  const speaking = heads.filter((head) => content.asks || !cues.instruments.has(wordAt(tree, head).lemma.toLowerCase()));
  const speakers = titled(
    scene,
    s,
    speaking.flatMap((head) => speakersIn(setting, s, head, content.words)),
  );
  return speakers.map((speaker) => attribution(s, tree, verb, speaker, { channel, content: content.words, asks: content.asks }));
}

/** Who speaks is no part of what is said, whatever the parser ties the phrase to. */
function withoutSpeakers(tree: Tree, said: ReadonlySet<number>, heads: readonly number[]): ReadonlySet<number> {
  const speakers = new Set(heads.filter((head) => said.has(head)).flatMap((head) => subtree(tree, head)));
  return speakers.size === 0 ? said : new Set([...said].filter((i) => !speakers.has(i)));
}

/** "The daily reported, citing two officials, that": people who are cited say what the sentence reports. */
function cited(setting: Setting, s: number, tree: Tree, verb: number): Attribution[] {
  const { cues } = setting;
  const { lemma, xpos, head, relation } = wordAt(tree, verb);
  if (!cues.quoters.has(lemma.toLowerCase()) || xpos !== "VBG" || relation !== "advcl" || head < 0) return [];
  const people = dependents(tree, verb, "obj").filter((c) => cues.persons.has(wordAt(tree, c).lemma.toLowerCase()));
  const content = people.length > 0 ? contentOf(tree, head, cues) : undefined;
  if (content === undefined || content.asks) return [];
  const below = new Set(subtree(tree, verb));
  const words = new Set([...content.words].filter((i) => !below.has(i)));
  const speakers = people.flatMap((c) => conjuncts(tree, c)).flatMap((c) => speakersIn(setting, s, c, words));
  return speakers.map((speaker) => attribution(s, tree, verb, speaker, { content: words }));
}

/** "The Secretary-General of the United Nations Ola Berg said": one speaker, whom the tree has as two. */
function titled({ sentences, text }: Scene, s: number, speakers: readonly Speaker[]): Speaker[] {
  const persons = sentences[s]?.parties.filter(({ form, kind }) => form === "person" || kind === "person") ?? [];
  const isPerson = ({ span }: Speaker): boolean => persons.some((mention) => overlaps(mention, span));
  const isBefore = (title: Speaker, one: Speaker): boolean =>
    !isPerson(title) && isPerson(one) && title.span.end <= one.span.start && /^,?\s+$/.test(text.slice(title.span.end, one.span.start));
  return speakers.flatMap((one) => {
    if (speakers.some((other) => isBefore(one, other))) return [];
    const title = speakers.find((other) => isBefore(other, one));
    return [title ? { ...one, role: one.role ?? title.name } : one];
  });
}

function speakersIn({ scene, resolver, cues, earlier }: Setting, s: number, head: number, content: ReadonlySet<number>): Speaker[] {
  return speakersAt({ scene, resolver, cues, s, earlier, content }, head);
}

/** "reports of a deal", "claims by the ministry that …": what a noun of saying holds, by its owner or, of reports, by themselves. */
function nominal(setting: Setting, s: number, tree: Tree, noun: number): Attribution[] {
  const { cues } = setting;
  const content = contentOfNoun(tree, noun, cues);
  if (content === undefined) return [];
  const { form, lemma, start, end } = wordAt(tree, noun);
  const own: Speaker[] = cues.anonymous.has(lemma.toLowerCase()) && !isDenied(tree, noun) ? [{ name: form, span: { start, end } }] : [];
  const { words, asks, owners } = content;
  const speakers = owners.length > 0 ? owners.flatMap((c) => speakersIn(setting, s, c, words)) : own;
  return speakers.map((speaker) => attribution(s, tree, noun, speaker, { content: words, asks }));
}

/** Reports that are denied speak for nobody: who denies them answers for what is said. */
function isDenied(tree: Tree, noun: number): boolean {
  const { relation, head } = wordAt(tree, noun);
  return relation === "obj" && DENIALS.has(wordAt(tree, head).lemma.toLowerCase());
}

const DENIALS: ReadonlySet<string> = new Set(["deny", "reject", "refute", "dismiss", "dispute"]);
/** Cues that say that something is not so. */
const DENYING: ReadonlySet<string> = new Set(["deny", "refute", "denial"]);

interface Told {
  readonly content: ReadonlySet<number>;
  readonly cue?: string;
  readonly channel?: string | undefined;
  readonly asks?: boolean;
}

function attribution(s: number, tree: Tree, cueIndex: number, speaker: Speaker, told: Told): Attribution {
  const { form, lemma } = wordAt(tree, cueIndex);
  return {
    sentence: s,
    source: sourceOf(speaker, told.cue ?? form, told.channel),
    span: speaker.span,
    cueIndex,
    content: beforeSemicolon(tree, cueIndex, told.content),
    depth: ancestors(tree, cueIndex).length,
    denies: DENYING.has(lemma.toLowerCase()),
    ...(told.asks === true ? { asks: true } : {}),
  };
}

/** "Norway said it would pay; Poland has not": what is said ends with a semicolon, unless that is quoted. */
function beforeSemicolon(tree: Tree, cue: number, content: ReadonlySet<number>): ReadonlySet<number> {
  let quoted = false;
  let [from, to] = [0, tree.words.length];
  for (const { form, index } of tree.words) {
    if (/^[“”"]$/u.test(form)) quoted = form === "“" || (form === '"' && !quoted);
    if (form !== ";" || quoted) continue;
    if (index < cue) from = index;
    else if (index < to) to = index;
  }
  return from === 0 && to === tree.words.length ? content : new Set([...content].filter((i) => i >= from && i < to));
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

/** "according to X": X answers for the clause that the phrase stands in; a plan or a treaty is followed, and says nothing. */
function adpositional(setting: Setting, s: number, tree: Tree, index: number, cue: string): Attribution[] {
  const { head, lemma } = wordAt(tree, index);
  const followed = setting.cues.followed.has(lemma.toLowerCase()) || (cue === "per" && isRate(tree, index));
  return head < 0 || followed ? [] : beside(setting, s, tree, index, conjuncts(tree, index), cue);
}

/** "per head", "per 1,000 residents": a measure rather than somebody; who speaks has a name, an article or an owner. */
function isRate(tree: Tree, index: number): boolean {
  return wordAt(tree, index).upos !== "PROPN" && dependents(tree, index, "det", "nmod:poss", "compound").length === 0;
}

/** "in the words of a statement": whoever's words they are answers for the clause. */
function isWordsOf(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index);
  return word.relation === "obl" && /^words?$/i.test(word.form) && caseOf(tree, index) === "in" && dependents(tree, index, "nmod").length > 0;
}

/** "by its own account": whose account it is answers for the clause. */
function isAccountOf({ cues }: Setting, tree: Tree, index: number): boolean {
  const { relation, lemma } = wordAt(tree, index);
  return relation.startsWith("obl") && cues.accounts.has(lemma.toLowerCase()) && caseOf(tree, index) === "by";
}

function wordsOf(setting: Setting, s: number, tree: Tree, index: number): Attribution[] {
  return beside(setting, s, tree, index, dependents(tree, index, "nmod"), "in the words of");
}

/** What stands beside a phrase that names who says it. */
function beside(setting: Setting, s: number, tree: Tree, index: number, heads: readonly number[], cue: string): Attribution[] {
  const below = new Set(subtree(tree, index));
  const content = new Set(subtree(tree, clauseBeside(tree, index)).filter((i) => !below.has(i)));
  const speakers = heads.flatMap((c) => speakersIn(setting, s, c, content));
  return speakers.map((speaker) => attribution(s, tree, index, speaker, { content, cue }));
}

/** What a phrase stands beside; one that a comma sets apart is said of the whole clause, whatever infinitive or complement of it parsers tie it to. */
function clauseBeside(tree: Tree, index: number): number {
  const first = Math.min(...subtree(tree, index));
  let { head } = wordAt(tree, index);
  if (first > 0 && tree.words[first - 1]?.form !== "," && tree.words[first]?.form !== ",") return head;
  while (COMPLEMENTS.has(wordAt(tree, head).relation) && wordAt(tree, head).head >= 0) head = wordAt(tree, head).head;
  return head;
}

const COMPLEMENTS: ReadonlySet<string> = new Set(["xcomp", "ccomp"]);

/** "Iran to get S-300s: minister", "Rostec: S-300 contract in force": in headlines a colon is the cue. */
function headlined(setting: Setting, s: number, tree: Tree): Attribution[] {
  const split = headlineSplit(setting.scene, tree, setting.cues, setting.scene.sentences[s]?.partyAt ?? []);
  if (split === undefined) return [];
  const content = new Set(split.content);
  return speakersIn(setting, s, split.speaker, content).map((speaker) => attribution(s, tree, split.colon, speaker, { content }));
}
