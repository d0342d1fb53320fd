// Which language a text is in. Only English is read for claims, so a wrong answer silently loses a document:
// where the words do not tell for sure, there is no answer, and the document is read.
import type { DetectLanguage } from "./outcome.ts";

/** Characters looked at: more changes no answer and costs time. */
const SAMPLE = 2000;

/** Below this many letters a text is a name or a headline, which looks like many languages. */
const LETTERS = 40;

/** Loads the language statistics (half a second, once) and returns the detector. */
export async function loadLanguageDetector(): Promise<DetectLanguage> {
  const { eld } = await import("eld/small");
  return (text) => {
    const sample = text.slice(0, SAMPLE);
    if ((sample.match(/\p{L}/gu)?.length ?? 0) < LETTERS) return undefined;
    const found = eld.detect(sample);
    return found.isReliable() ? found.language : undefined;
  };
}
