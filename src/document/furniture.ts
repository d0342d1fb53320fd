// The words around an article that are not the article: prompts after its end, agencies in credits and datelines.
// They are data (furniture-tables.ts), because every outlet has its own.

/** A prompt or sign-off. `opens`: short lines after it belong to it ("read more:" and its links). */
export interface Tail {
  /** Lower case, with straight apostrophes. */
  readonly phrase: string;
  readonly where: "start" | "whole";
  readonly opens: boolean;
  /** True where all that follows belongs to it: what readers say of the article. */
  readonly rest?: true;
}

/** What the layout of news looks for. */
export interface Furniture {
  readonly tails: readonly Tail[];
  /** What else stands around an article on a page that was copied whole. */
  readonly around: readonly Tail[];
  /** Names of agencies in lower case. */
  readonly agencies: ReadonlySet<string>;
}

/** The form in which phrases are compared: lower case, straight apostrophes, single spaces. */
export function plainWords(words: string): string {
  return words.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}
