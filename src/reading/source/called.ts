// What the phrase of a speaker calls him, where it is no person's name.
import type { Span } from "../../document/index.ts";
import { caseOf, conjuncts, dependents, phraseSpan, phraseWords, spanOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { Speaker } from "./attribution.ts";
import type { ReportCues } from "./cues.ts";

/** A speaking phrase ends before what is told of it: "a report commissioned by", "documents found in", "a study on", "the High Court in Oslo". */
export function speakingSpan(cues: ReportCues, { tree, partyAt }: SceneSentence, head: number): Span {
  const telling = isUnnamedPerson(cues, tree, head)
    ? dependents(tree, head, "acl").filter((c) => wordAt(tree, c).xpos !== "VBN")
    : [...dependents(tree, head, "acl"), ...dependents(tree, head, "nmod").filter((c) => isBesideName(tree, head, c))];
  const starts = telling.filter((c) => c > head).map((c) => Math.min(...subtree(tree, c)));
  const words = phraseWords(tree, head).filter((i) => starts.every((from) => i < from));
  const phrase = spanOf(tree, words);
  const mention = partyAt[head];
  return mention ? { start: Math.min(mention.start, phrase.start), end: Math.max(mention.end, phrase.end) } : phrase;
}

/** "Two people briefed on the matter", "a lawmaker on the committee": who has no name is called by what is told of him. */
function isUnnamedPerson(cues: ReportCues, tree: Tree, head: number): boolean {
  const { upos, lemma } = wordAt(tree, head);
  return upos === "NOUN" && cues.persons.has(lemma.toLowerCase());
}

function isBesideName(tree: Tree, head: number, phrase: number): boolean {
  const adposition = caseOf(tree, phrase) ?? "";
  return TOPICS.has(adposition) || (adposition === "in" && wordAt(tree, head).upos === "PROPN");
}

/** Adpositions of what a text is about. */
const TOPICS: ReadonlySet<string> = new Set(["on", "about", "regarding", "concerning"]);

/** "The foreign ministries of Chad and Mali": two bodies that speak together; else one, named as the text has it. */
export function bodiesOf(cues: ReportCues, text: string, sentence: SceneSentence, head: number): Speaker[] {
  const { tree } = sentence;
  const owners = dependents(tree, head, "nmod").filter((c) => caseOf(tree, c) === "of");
  const owned = owners.length === 1 && wordAt(tree, head).xpos.endsWith("S") ? owners.flatMap((c) => conjuncts(tree, c)) : [];
  if (owned.length < 2 || owned.some((c) => wordAt(tree, c).upos !== "PROPN"))
    return [{ name: nameOf(cues, text, sentence, head), span: speakingSpan(cues, sentence, head) }];
  const what = { start: speakingSpan(cues, sentence, head).start, end: wordAt(tree, head).end };
  return owned.map((c) => {
    const span = phraseSpan(tree, c);
    return { name: text.slice(span.start, span.end), role: text.slice(what.start, what.end), span };
  });
}

/** Sources stay what the text calls them; anonymous ones keep "a", names lose their article. */
function nameOf(cues: ReportCues, text: string, sentence: SceneSentence, head: number): string {
  const { tree } = sentence;
  const span = speakingSpan(cues, sentence, head);
  const named = wordAt(tree, head).upos === "PROPN";
  const article = dependents(tree, head, "det")[0];
  const start = article !== undefined && !named && /^an?$/i.test(wordAt(tree, article).form) ? wordAt(tree, article).start : span.start;
  const name = text.slice(Math.min(start, span.start), span.end);
  return isPossessor(tree, head) ? name.replace(/['’]s?$/u, "") : name;
}

/** "Norway's" of "Norway's claim" speaks; "Marks & Spencer's" is called so. */
function isPossessor(tree: Tree, head: number): boolean {
  return wordAt(tree, head).relation === "nmod:poss";
}
