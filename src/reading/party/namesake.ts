// Names that are borne by something else as well: "Georgia" of the USA, "Turkey" the bird, "Interpol" the band. Which is meant
// is settled by words beside it (namesakes.tsv), unless the rest of the document names the party in another way.
import type { Sentence, Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";

/** How far from a name that a sentence has twice ("the PLA" and "toys in PLA") a word speaks for its meaning. */
const NEAR = 6;

/** True where words of the sentence say that the name is its namesake's. */
export function isNamesake({ text, entry, first, last }: Anchor, { words }: Sentence, { lexicon, namedBy }: Context): boolean {
  const namesakes = lexicon.namesakes.get(text) ?? [];
  if (namesakes.length === 0 || entry.kind === "substate") return false;
  const otherwise = entry.id === undefined ? [] : [...(namedBy.get(entry.id) ?? [])].filter((name) => name !== text);
  if (otherwise.length > 0) return false;
  const forms = words.map(({ form }) => form.toLowerCase());
  const near = isRepeated(text, words) ? forms.slice(Math.max(0, first - NEAR), last + NEAR + 1) : forms;
  return namesakes.some(({ cues, behind }) => holds(near, cues) || startsWith(forms.slice(last + 1, last + 4), behind));
}

function isRepeated(text: string, words: readonly Word[]): boolean {
  const last = text.split(" ").at(-1);
  return words.filter(({ form }) => form === last).length > 1;
}

function holds(forms: readonly string[], cues: readonly string[]): boolean {
  const all = ` ${forms.join(" ")} `;
  return cues.some((cue) => all.includes(` ${cue} `));
}

function startsWith(forms: readonly string[], nouns: readonly string[]): boolean {
  const run = `${forms.join(" ")} `;
  return nouns.some((noun) => run.startsWith(`${noun} `));
}
