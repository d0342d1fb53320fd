// The words by which texts are compared: those of the body, in a form that leaves out what an outlet changes without
// changing the report (case, punctuation, quotes, white space). No language is assumed.
import type { Block, Document } from "../document.ts";

/** What is compared of a document: its text and what each stretch of it is. */
export type Laid = Pick<Document, "text" | "blocks">;

/** Headlines, datelines, bylines, captions, credits and prompts are each outlet's own. */
const BODY: ReadonlySet<Block["kind"]> = new Set(["paragraph", "list", "quote"]);

/** Scripts that set no spaces between words: each sign is a word of its own. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv;
/** Signs within a word or a number that outlets set differently or not at all: "o’clock", "1,200". */
const WITHIN = /(?<=\p{L})['’ʼ](?=\p{L})|(?<=\d)[,.](?=\d{3})|\u00ad/gu;

/** The words of the body; of the whole text where it has no body. */
export function bodyWords({ text, blocks }: Laid): string[] {
  const body = blocks.filter(({ kind }) => BODY.has(kind)).map(({ start, end }) => text.slice(start, end));
  const words = plainForms(body.join("\n"));
  return words.length > 0 ? words : plainForms(text);
}

function plainForms(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().replace(WITHIN, "").match(WORD) ?? [];
}
