// Which language a text is in. Only English is read for claims, so a wrong answer silently loses a document: short news
// full of foreign names looks foreign to statistics, and then there is no answer and the document is read.
import type { DetectLanguage } from "./outcome.ts";
import { loadStatistics } from "./statistics.ts";
import type { Statistics } from "./statistics.ts";

/** Characters looked at: more changes no answer and costs time. */
const SAMPLE = 2000;

/** Below this many letters beside its names a text is not called foreign: it is a name or a headline. */
const LETTERS = 16;

/** A foreign language must be this much more likely than English: English sentences full of Spanish names reach .85, short Dutch ones .84, longer ones .67. */
const MARGIN = 0.8;

/** Words that English prose cannot do without and other languages hardly have. */
const ENGLISH = new Set([
  "the",
  "of",
  "and",
  "to",
  "in",
  "with",
  "that",
  "by",
  "from",
  "has",
  "after",
  "on",
  "is",
  "are",
  "was",
  "were",
  "its",
  "their",
]);

/** A detector. Its statistics (10 MB, 0.1 s) are loaded by the first text that is not plainly English. */
export function languageDetector(): DetectLanguage {
  let statistics: Statistics | undefined;
  return (text) => {
    const sample = text.slice(0, SAMPLE);
    if (isPlainEnglish(sample)) return "en";
    statistics ??= loadStatistics();
    return mostLikely(sample, statistics);
  };
}

function mostLikely(sample: string, statistics: Statistics): string | undefined {
  const plain = sample.replace(/\p{Lu}[\p{L}\p{M}'’-]*/gu, " ");
  if ((plain.match(/\p{L}/gu)?.length ?? 0) < LETTERS) return undefined;
  const found = statistics.detect(sample);
  if (!found.isReliable() || found.language === "en") return found.isReliable() ? "en" : undefined;
  const scores = found.getScores();
  return (scores["en"] ?? 0) < MARGIN * (scores[found.language] ?? 0) ? found.language : undefined;
}

/** True where every sixth word is one of English's own, of two kinds at least; this spares nine texts in ten the statistics. */
function isPlainEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word));
  return english.length * 6 >= words.length && new Set(english).size >= 2;
}
