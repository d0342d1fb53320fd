// What outlets do to a wire story before they print it, as programs: each takes a report and gives the text of a copy, or
// nothing where the report is too short for it.
import type { Chance } from "./numbers.ts";
import type { Page } from "./pages.ts";

/** One way of editing, at one strength. `other` is another report, for words and paragraphs that are not this one's. */
export interface Edit {
  readonly kind: string;
  readonly strength: string;
  readonly text: (page: Page, other: Page, chance: Chance) => string | undefined;
}

type Paragraphs = readonly string[];

const joined = (paragraphs: Paragraphs): string => paragraphs.join("\n\n");

/** Another headline, byline and dateline around the paragraphs. */
function dressed([first = "", ...rest]: Paragraphs, other: Page): string {
  return joined([
    other.headline,
    "By Ann Lee, Reuters",
    `GENEVA, Jan 5 (Reuters) - ${first}`,
    ...rest,
    "(Reporting by Ann Lee; Editing by Jon Berg)",
  ]);
}

/** The first so many, where more are left out than one. */
function firstOf(paragraphs: Paragraphs, count: number): Paragraphs | undefined {
  return paragraphs.length > count + 1 ? paragraphs.slice(0, count) : undefined;
}

/** All but so large a share at the end. */
function withoutTail(paragraphs: Paragraphs, share: number): Paragraphs {
  return paragraphs.slice(0, Math.max(1, Math.round(paragraphs.length * (1 - share))));
}

function withInserted(paragraphs: Paragraphs, other: Page, count: number, chance: Chance): Paragraphs {
  const more = other.paragraphs.filter((paragraph) => paragraph.length > 100).slice(0, count);
  return more.reduce<Paragraphs>((all, paragraph) => all.toSpliced(chance.below(all.length + 1), 0, paragraph), paragraphs);
}

/** Other words in the place of so large a share of them; what has a digit stays. */
function withSwapped(paragraphs: Paragraphs, other: Page, share: number, chance: Chance): Paragraphs {
  const words = other.paragraphs.join(" ").match(/\p{L}+/gu) ?? ["other"];
  const swapped = (word: string): string => (chance.share(share) ? (words[chance.below(words.length)] ?? word) : word);
  return paragraphs.map((paragraph) => paragraph.replace(/[\p{L}\p{M}\p{N}'’]+/gu, (word) => (/\p{N}/u.test(word) ? word : swapped(word))));
}

function shuffled(paragraphs: Paragraphs, chance: Chance): Paragraphs {
  const left = [...paragraphs];
  return Array.from(paragraphs, () => left.splice(chance.below(left.length), 1)).flat();
}

/** Another house's style: straight quotes, dashes with spaces, two spaces after a sentence. */
function restyled(text: string): string {
  return text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s*—\s*/g, " - ")
    .replace(/\. (?=\p{Lu})/gu, ".  ");
}

/** The edits by kind, each from weak to strong. */
export const EDITS: readonly Edit[] = [
  { kind: "another house's quotes, dashes and spaces", strength: "", text: ({ paragraphs }) => restyled(joined(paragraphs)) },
  { kind: "another headline, byline and dateline", strength: "", text: ({ paragraphs }, other) => dressed(paragraphs, other) },
  ...[0.25, 0.5, 0.75].map((share) => ({
    kind: "the tail cut off",
    strength: `${share * 100} %`,
    text: ({ paragraphs }: Page) => joined(withoutTail(paragraphs, share)),
  })),
  ...[10, 5, 3, 2].map((count) => ({
    kind: "only the first paragraphs",
    strength: String(count),
    text: ({ paragraphs }: Page, other: Page) => {
      const kept = firstOf(paragraphs, count);
      return kept === undefined ? undefined : dressed(kept, other);
    },
  })),
  ...[1, 3, 6].map((count) => ({
    kind: "paragraphs inserted",
    strength: String(count),
    text: ({ paragraphs }: Page, other: Page, chance: Chance) => joined(withInserted(paragraphs, other, count, chance)),
  })),
  ...[0.02, 0.05, 0.1, 0.2].map((share) => ({
    kind: "words swapped",
    strength: `${share * 100} %`,
    text: ({ paragraphs }: Page, other: Page, chance: Chance) => joined(withSwapped(paragraphs, other, share, chance)),
  })),
  { kind: "paragraphs in another order", strength: "", text: ({ paragraphs }, _, chance) => joined(shuffled(paragraphs, chance)) },
  {
    kind: "new head, half the tail cut, a paragraph inserted, 5 % of words swapped",
    strength: "",
    text: ({ paragraphs }, other, chance) =>
      dressed(withInserted(withSwapped(withoutTail(paragraphs, 0.5), other, 0.05, chance), other, 1, chance), other),
  },
];

/** The paragraphs that others quote: long ones, but not the first, which tells the whole story again. */
function quotable({ paragraphs }: Page): Paragraphs {
  return paragraphs.slice(1).filter((paragraph) => paragraph.length > 100);
}

/** What is no copy: other reports that hold words of this one, at most a quarter of its paragraphs. */
export const QUOTES: readonly Edit[] = [
  {
    kind: "a page of its longest paragraph",
    strength: "",
    text: (page) => (page.paragraphs.length < 4 ? undefined : quotable(page).toSorted((a, b) => b.length - a.length)[0]),
  },
  ...[1, 2, 3].map((count) => ({
    kind: "another report that quotes paragraphs of it",
    strength: String(count),
    text: (page: Page, other: Page) => {
      const quoted = quotable(page).slice(0, count);
      if (quoted.length < count || page.paragraphs.length < 4 * count || other.paragraphs.length < 2 * count) return undefined;
      return joined(other.paragraphs.toSpliced(Math.ceil(other.paragraphs.length / 2), 0, ...quoted));
    },
  })),
];
