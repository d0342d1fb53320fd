// Plain text as it came: nothing is changed, the layout only says what each stretch is.
import type { Document } from "./document.ts";
import { layout } from "./layout.ts";
import { makeDocument } from "./make-document.ts";
import type { DocumentSetting, Given } from "./outcome.ts";
import { bylineIn, datesIn } from "./stated.ts";
import { unitsOf } from "./units.ts";

/** The document of a plain text. Throws as `makeDocument` does. */
export function plainTextDocument(text: string, setting: DocumentSetting, given: Given = {}): Document {
  const blocks = layout(text, unitsOf(text), setting.furniture, { head: given.told?.heading === undefined });
  return makeDocument({ text, blocks, byline: bylineIn(text, blocks), dates: datesIn(text, blocks, setting.furniture) }, setting, given);
}
