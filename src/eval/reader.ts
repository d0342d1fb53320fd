// Where the evaluation takes its reader from: the product's own, fed gold documents as `pacta read FILE.jsonl` would be.
import { loadDocumentSetting, recordDocument } from "../document/index.ts";
import { openReader as openProductReader } from "../reading/index.ts";
import type { GoldDocument } from "./gold.ts";
import type { ReadGold } from "./part.ts";

/** Opens the product's reader with its model and knowledge. Throws `PACTA_MODEL_*` and `PACTA_KNOWLEDGE_*`. */
export async function openReader(): Promise<ReadGold> {
  const setting = loadDocumentSetting();
  const reader = await openProductReader();
  const documentOf = ({ id, date, heading, text, sources }: GoldDocument) => recordDocument({ id, date, heading, text, sources }, setting);
  return (documents) => reader.read(documents.map(documentOf));
}
