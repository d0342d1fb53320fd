// Drafts of a text before the vote, for tests of what speaks for and against them.
import { analyseDocuments, loadLanguage, type Language } from "../language/index.ts";
import { loadKnowledge, type Knowledge } from "./knowledge.ts";
import { documentOf, MODEL } from "./model.fixture.ts";
import { unvoted, type Unvoted } from "./read.ts";

let loaded: Promise<{ readonly language: Language; readonly knowledge: Knowledge }> | undefined;

/** What the vote is asked of in a text; every rule is a coin's toss. */
export async function unvotedIn(text: string): Promise<readonly Unvoted[]> {
  loaded ??= loadLanguage({ folder: MODEL, threads: 1 }).then((language) => ({ language, knowledge: loadKnowledge() }));
  const { language, knowledge } = await loaded;
  const [analysis] = await analyseDocuments([documentOf(text)], language);
  return analysis ? unvoted(analysis, knowledge, () => 0.5) : [];
}
