// Plain text as it came: nothing is changed, the layout only says what each stretch is.
import { proseDay } from "./calendar.ts";
import { datelineOf } from "./dateline.ts";
import type { Block, Document, Published } from "./document.ts";
import type { Furniture } from "./furniture.ts";
import { layout } from "./layout.ts";
import { makeDocument } from "./make-document.ts";
import type { DocumentSetting, Given } from "./outcome.ts";
import { unitsOf } from "./units.ts";

/** The document of a plain text. Throws as `makeDocument` does. */
export function plainTextDocument(text: string, setting: DocumentSetting, given: Given = {}): Document {
  const blocks = layout(text, unitsOf(text), setting.furniture, { head: given.told?.heading === undefined });
  return makeDocument({ text, blocks, byline: bylineIn(text, blocks), dates: datesIn(text, blocks, setting.furniture) }, setting, given);
}

/** The byline block without its "By". */
export function bylineIn(text: string, blocks: readonly Block[]): string | undefined {
  const block = blocks.find((each) => each.kind === "byline");
  return block === undefined ? undefined : withoutBy(text.slice(block.start, block.end));
}

/** "By Jane Doe" as "Jane Doe". */
export function withoutBy(byline: string): string {
  return byline.replace(/^(?:(?:written|reported) )?by:?\s+/i, "").trim();
}

/** The days that datelines and day lines state in full. */
export function datesIn(text: string, blocks: readonly Block[], furniture: Furniture): Published[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== "dateline") return [];
    const paragraph = { start: block.start, end: blocks[index + 1]?.end ?? block.end };
    const day = datelineOf(text, paragraph, furniture)?.day ?? proseDay(text.slice(block.start, block.end));
    return day === undefined ? [] : [{ day, basis: "dateline" as const }];
  });
}
