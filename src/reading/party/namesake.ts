// Names that are borne by something else as well: "Georgia" of the USA, "Turkey" the bird, "Interpol" the band. Which is meant
// is settled by words beside it (namesakes.tsv), unless the rest of the document names the party in another way.
import type { Sentence, Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";

/** How far from a name that a sentence has twice ("the PLA" and "toys in PLA") a word speaks for its meaning. */
const NEAR = 6;

/** How many words to each side "province of *" may take. */
const AROUND = 4;

const CLAUSE: ReadonlySet<string> = new Set(["CCONJ", "SCONJ"]);

/** True where words of the sentence say that the name is its namesake's. */
export function isNamesake({ text, entry, first, last }: Anchor, { words }: Sentence, { lexicon, namedBy }: Context): boolean {
  const namesakes = lexicon.namesakes.get(text) ?? lexicon.namesakes.get(text.charAt(0) + text.slice(1).toLowerCase()) ?? [];
  if (namesakes.length === 0 || entry.kind === "substate") return false;
  const forms = words.map(({ form }) => form.toLowerCase());
  const around = [...forms.slice(Math.max(0, first - AROUND), first), "*", ...forms.slice(last + 1, last + 1 + AROUND)];
  if (namesakes.some(({ sure }) => holds(around, sure))) return true;
  const otherwise = entry.id === undefined ? [] : [...(namedBy.get(entry.id) ?? [])].filter((name) => name !== text);
  if (otherwise.length > 0) return false;
  const near = isRepeated(text, words) ? nearby(words, first, last) : forms;
  return namesakes.some(({ cues, behind }) => holds(near, cues) || startsWith(forms.slice(last + 1, last + 4), behind));
}

/** True where the sentence has the name twice and its words speak of the namesake beside another of the two only. */
export function isToldApart(anchor: Anchor, sentence: Sentence, context: Context): boolean {
  return isRepeated(anchor.text, sentence.words) && !isNamesake(anchor, sentence, context) && context.lexicon.namesakes.has(anchor.text);
}

/** "Turkey farmers …, but Turkey said": the words around as far as the clause goes. */
function nearby(words: readonly Word[], first: number, last: number): string[] {
  const stops = (word: Word): boolean => word.form === ";" || (word.form === "," && CLAUSE.has(words[word.index + 1]?.upos ?? ""));
  const before = words.slice(Math.max(0, first - NEAR), first);
  const behind = words.slice(last + 1, last + NEAR + 1);
  const from = before.findLastIndex(stops) + 1;
  const to = behind.findIndex(stops);
  return [...before.slice(from), ...words.slice(first, last + 1), ...behind.slice(0, to < 0 ? behind.length : to)].map(({ form }) =>
    form.toLowerCase(),
  );
}

/** "a hanging chad … for Chad": the common word is a second one too. */
function isRepeated(text: string, words: readonly Word[]): boolean {
  const last = text.split(" ").at(-1)?.toLowerCase();
  return words.filter(({ form }) => form.toLowerCase() === last).length > 1;
}

function holds(forms: readonly string[], cues: readonly string[]): boolean {
  const all = ` ${forms.join(" ")} `;
  return cues.some((cue) => all.includes(` ${cue} `));
}

function startsWith(forms: readonly string[], nouns: readonly string[]): boolean {
  const run = `${forms.join(" ")} `;
  return nouns.some((noun) => run.startsWith(`${noun} `));
}
