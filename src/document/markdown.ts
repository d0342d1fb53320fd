// Markdown as it came: the text is kept with its marks, and blocks leave out what is no prose (code, tables, comments,
// front matter). The front matter's own fields are read as a page's metadata.
import { parse } from "yaml";
import { z } from "zod";
import { PactaError } from "../error.ts";
import { ownAddress, webAddress } from "./address.ts";
import { webDay } from "./calendar.ts";
import type { Document } from "./document.ts";
import { layout } from "./layout.ts";
import { makeDocument } from "./make-document.ts";
import { markdownUnits } from "./markdown-units.ts";
import type { DocumentSetting, Given } from "./outcome.ts";
import { bylineIn, datesIn, withoutBy } from "./stated.ts";

/** A field of another shape belongs to another tool, and is as good as absent. */
const words = z.string().optional().catch(undefined);

const frontMatterSchema = z
  .object({ title: words, description: words, date: words, url: words, canonical: words, author: words, lang: words })
  .extend({
    tags: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
  });

type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Characters; a longer one is no front matter. */
const FRONT_MATTER_LIMIT = 64 * 1024;

/** The document of a Markdown text. Throws as `makeDocument` does, and `PACTA_INPUT_FRONT_MATTER` with its line. */
export function markdownDocument(text: string, setting: DocumentSetting, given: Given = {}): Document {
  const { fields, end } = frontMatterOf(text);
  const blocks = layout(text, markdownUnits(text, end), setting.furniture, { head: fields.title === undefined });
  const day = fields.date === undefined ? undefined : webDay(fields.date);
  const url = fields.canonical ?? fields.url;
  const draft = {
    text,
    blocks,
    url: url === undefined ? undefined : ownAddress(webAddress(url), given.url, setting.addresses),
    heading: fields.title,
    dek: fields.description,
    byline: fields.author === undefined ? bylineIn(text, blocks) : withoutBy(fields.author),
    language: fields.lang,
    dates: [...(day === undefined ? [] : [{ day, basis: "meta" as const }]), ...datesIn(text, blocks, setting.furniture)],
    tags: typeof fields.tags === "string" ? fields.tags.split(",").map((tag) => tag.trim()) : (fields.tags ?? []),
  };
  return makeDocument(draft, setting, given);
}

/** The fields between `---` lines at the very start, and the offset where the body begins. */
function frontMatterOf(text: string): { fields: Partial<FrontMatter>; end: number } {
  const match = /^---[ \t]*\r?\n([^]*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/my.exec(text.slice(0, FRONT_MATTER_LIMIT));
  if (match === null) return { fields: {}, end: 0 };
  return { fields: parseFrontMatter(match[1] ?? ""), end: match[0].length };
}

/** The failsafe schema: dates are not turned into moments in some time zone. */
function parseFrontMatter(yaml: string): Partial<FrontMatter> {
  let value: unknown;
  try {
    value = parse(yaml, { schema: "failsafe", maxAliasCount: 0 });
  } catch (thrown) {
    const line = thrown instanceof Error ? Number(/at line (\d+)/.exec(thrown.message)?.[1] ?? 0) : 0;
    throw new PactaError("PACTA_INPUT_FRONT_MATTER", "the front matter is not YAML", "Correct it, or take it out", { line: line + 1 }, thrown);
  }
  const fields = frontMatterSchema.safeParse(value);
  return fields.success ? fields.data : {};
}
