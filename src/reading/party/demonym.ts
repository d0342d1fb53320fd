// Demonyms that name no party: a language ("speaks Russian", "printed in French") or people by descent ("a Chinese-American chef").
import type { Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";

const MODIFIES: ReadonlySet<string> = new Set(["amod", "compound", "nmod:desc", "flat"]);
const TOLD: ReadonlySet<string> = new Set(["obj", "xcomp", "conj", "nsubj:pass"]);
const AMERICAN = /^Americans?$/;

/** "in Russian", "speaks fluent French": a demonym that stands as a noun without an article, after a word of tongues or "in". */
export function isTongue(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const word = words[anchor.last];
  if (word === undefined || anchor.entry.people === true || anchor.first !== anchor.last) return false;
  if (MODIFIES.has(word.relation) && word.head > word.index) return false;
  if (words.some(({ head, upos, form }) => head === word.index && upos === "DET" && !/^(?:no|any|some|little)$/i.test(form))) return false;
  if (isSubjectTongue(word, words, lexicon)) return true;
  const before = words[anchor.first - 1];
  const { tongue } = lexicon.called;
  if (["in", "into", "from"].includes(before?.form ?? "")) return true;
  if (tongue.has(before?.lemma.toLowerCase() ?? "")) return true;
  const head = words[word.head];
  return head !== undefined && TOLD.has(word.relation) && governs(head, words, tongue);
}

/** "Portuguese has overtaken French": a bare demonym as the subject of a verb in the singular, or told together with one. */
function isSubjectTongue(word: Word, words: readonly Word[], lexicon: Context["lexicon"]): boolean {
  const subject = ["obj", "conj"].includes(word.relation) ? words.find(({ head, relation }) => relation === "nsubj" && head === word.head) : word;
  if (subject === undefined || subject.relation !== "nsubj" || !lexicon.demonyms.has(subject.form)) return false;
  if (words.some(({ head, relation }) => head === subject.index && (relation === "det" || relation === "case"))) return false;
  return words.some(({ index, head, xpos }) => xpos === "VBZ" && index > subject.index && (index === subject.head || head === subject.head));
}

function governs(head: Word, words: readonly Word[], tongue: ReadonlySet<string>): boolean {
  if (tongue.has(head.lemma.toLowerCase())) return true;
  const before = words[head.index - 1];
  const verb = words[head.head];
  return (
    (before?.form === "in" && head.relation === "obl") || (verb !== undefined && head.relation === "obj" && tongue.has(verb.lemma.toLowerCase()))
  );
}

/** "Chinese-American chef", "Irish Americans": one descent before the other, and people behind; not "Chinese-American talks". */
export function isEthnic({ first, last, text }: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const hyphen = (at: number): boolean => /^[-–]$/.test(words[at]?.form ?? "");
  const people = (at: number): boolean =>
    lexicon.heads(words.slice(at, at + 2))[0]?.values[0]?.class === "person" || /(?:er|or|ist|ian|man|woman|chef)$/.test(words[at]?.form ?? "");
  const isPair = (at: number): boolean => AMERICAN.test(words[at]?.form ?? "") && (words[at]?.form.endsWith("s") === true || people(at + 1));
  if (AMERICAN.test(text)) {
    const before = hyphen(first - 1) ? first - 2 : first - 1;
    return lexicon.demonyms.has(words[before]?.form ?? "") && isPair(first);
  }
  return isPair(hyphen(last + 1) ? last + 2 : last + 1);
}
