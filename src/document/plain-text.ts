// Plain text as it came: nothing is changed, the layout only says what each stretch is.
import { proseDay, stampDays } from "./calendar.ts";
import type { Block, Document, Published } from "./document.ts";
import type { Furniture } from "./furniture.ts";
import { layout } from "./layout.ts";
import { makeDocument } from "./make-document.ts";
import type { DocumentSetting, Given } from "./outcome.ts";
import { tagsIn } from "./pasted.ts";
import { signedNames } from "./signed-names.ts";
import { bylineIn, datesIn } from "./stated.ts";
import { unitsOf } from "./units.ts";

/** The document of a plain text. Throws as `makeDocument` does. */
export function plainTextDocument(text: string, setting: DocumentSetting, given: Given = {}): Document {
  const blocks = layout(text, unitsOf(text), setting.furniture, {
    head: given.told?.heading === undefined,
    pasted: true,
  });
  const tags = blocks.flatMap((block) => (block.kind === "tail" ? tagsIn(text.slice(block.start, block.end)) : []));
  const { dates, modified } = stampsIn(text, blocks, setting.furniture);
  return makeDocument({ text, blocks, byline: bylineIn(text, blocks), tags, dates, modified }, setting, given);
}

/** The days of publication, and those that lines say the text was changed on: only where there is no other is one of these the day of publication. */
function stampsIn(text: string, blocks: readonly Block[], furniture: Furniture): { readonly dates: Published[]; readonly modified: Published[] } {
  const words = ({ start, end }: Block): string => text.slice(start, end);
  const isChange = (block: Block): boolean => {
    const { published, modified } = stampDays(words(block));
    return block.kind === "dateline" && published === undefined && modified !== undefined;
  };
  const signed = blocks.flatMap((block): Published[] => {
    const day = block.kind === "byline" && signedNames(words(block)) !== undefined ? proseDay(words(block)) : undefined;
    return day === undefined ? [] : [{ day, basis: "dateline" }];
  });
  const dates = [
    ...signed,
    ...datesIn(
      text,
      blocks.filter((block) => !isChange(block)),
      furniture,
    ),
  ];
  const modified = blocks.filter(isChange).flatMap((block): Published[] => {
    const day = stampDays(words(block)).modified;
    return day === undefined ? [] : [{ day, basis: "dateline" }];
  });
  return dates.length === 0 ? { dates: modified, modified } : { dates, modified };
}
