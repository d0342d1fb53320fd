// Lemmas that exist. The network's edit scripts guess well but know no words ("launches" -> "launche"), so a guess
// is held against the lexicon of the training corpora (lemmas.tsv beside the weights) and against English spelling.
import type { Lexicon } from "./lexicon.ts";

/** Known forms and lemmas, lower case. */
export interface Lemmas {
  /** "form UPOS" -> lemma. */
  readonly byForm: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
}

/** Reads the content of a model's `lemmas.tsv`: form, part of speech and lemma a line. */
export function readLemmas(content: string): Lemmas {
  const rows = content
    .split("\n")
    .filter((row) => row !== "")
    .map((row) => row.split("\t"));
  const byForm = new Map(rows.map(([form, upos, lemma]) => [`${form} ${upos}`, lemma ?? ""]));
  return { byForm, known: new Set(byForm.values()) };
}

const SUFFIX: Readonly<Record<string, RegExp>> = { VBZ: /s$/, NNS: /s$/, VBD: /ed$/, VBN: /ed$/, VBG: /ing$/ };

/** A word as the network sees it, with the lemma that it guesses. */
export interface Guess {
  readonly form: string;
  readonly upos: string;
  /** Penn Treebank tag. */
  readonly xpos: string;
  readonly lemma: string;
}

/**
 * The lemma of a word: figures as they are, what the list of irregular forms or the lexicon says, else a known lemma that regular inflection leads to,
 * else the network's guess, spelt as English is.
 */
export function lemmaOf({ form, upos, xpos, lemma }: Guess, lemmas: Lemmas, irregular: Lexicon["irregular"]): string {
  if (/^\p{Nd}+$/u.test(form)) return form;
  if (upos === "PROPN") return lemma;
  const lower = form.toLowerCase();
  const listed = irregular.get(`${upos} ${lower}`) ?? lemmas.byForm.get(`${lower} ${upos}`);
  if (listed !== undefined) return listed;
  if (!SUFFIX[xpos]?.test(lower) || lower.length < 4) return lemma;
  const stems = stemsOf(lower, xpos);
  if (stems.includes(lemma) && lemmas.known.has(lemma)) return lemma;
  return stems.find((stem) => lemmas.known.has(stem)) ?? (lemmas.known.has(lemma) ? lemma : spelt(lower, lemma, stems));
}

/** What regular inflection may have made a form from, likeliest first: "banned" from "ban", "banne", "bann". */
export function stemsOf(lower: string, xpos: string): string[] {
  if (xpos === "VBZ" || xpos === "NNS") {
    const plain = lower.slice(0, -1);
    if (lower.endsWith("ies")) return [`${lower.slice(0, -3)}y`, plain];
    return /(?:ch|sh|ss|x|z|o)es$/.test(lower) ? [lower.slice(0, -2), plain] : [plain];
  }
  const cut = xpos === "VBG" ? 3 : 2;
  const stem = lower.slice(0, -cut);
  const doubled = /([bdfgklmnprtvz])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  const y = stem.endsWith("i") ? [`${stem.slice(0, -1)}y`] : [];
  return [...y, ...(prefersE(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`]), ...doubled].filter((s) => s.length > 1);
}

/** Stems that English writes with a final e: "impos", "agre", "nationaliz", "chang". */
function prefersE(stem: string): boolean {
  return (
    /(?:[^aeiou]|qu)(?:[aeiouy][bcdfgkmnpstvz])$|[cvzu]$|[^aeiou]l$|[nrd]g$|[lnr]s$|at$|it$|ur$/.test(stem) &&
    !/(?:en|er|on|om|op|in|et|el|al|it|ish|ow|ay|ey|oy)$/.test(stem)
  );
}

/** Of a word that no list knows, what English spelling makes of its stem. */
function spelt(lower: string, guess: string, stems: readonly string[]): string {
  if (/(?:ch|sh|ss|x|zz|ie)e$/.test(guess)) return stems[0] ?? guess;
  const doubled = /([bdfgklmnprtvz])\1e?$/.exec(guess);
  if (doubled && /(?:ed|ing)$/.test(lower) && !/(?:ll|ss|ff|zz)$/.test(guess)) return guess.slice(0, guess.length - doubled[0].length + 1);
  if (!stems.includes(guess) || /..[^aeiou]ie?$/.test(guess)) return stems[0] ?? guess;
  if (NO_E.test(guess)) return guess.slice(0, -1);
  return lacksE(lower, guess) ? `${guess}e` : guess;
}

/** Ends that no English verb has: "inflicte", "exporte", "hijacke". */
const NO_E = /(?:[cnprx]t|ck)e$/;

/** Ends of stems that look as if they lacked an e and lack none: "devour", "throng". */
const WHOLE = /(?:ll|zz|wl|[aeiou]at|our|ong)$/;

/** "denounc" of "denounced", "blockad" of "blockaded": the ending hides a final e, and nothing is doubled. */
function lacksE(lower: string, guess: string): boolean {
  return /(?:ed|ing)$/.test(lower) && lower.replace(/(?:ed|ing)$/, "") === guess && prefersE(guess) && !WHOLE.test(guess);
}
