// Where the evaluation takes its reader from: the product's own, fed gold documents as `pacta read FILE.jsonl` would be.
import { loadDocumentSetting, recordDocument } from "../document/index.ts";
import type { Document } from "../document/index.ts";
import { openReader as openProductReader } from "../reading/index.ts";
import type { AnnotatedDocument, Explanation } from "../reading/index.ts";
import type { AnnotateAll, ExplainAll, PlainDocument, ReadGold } from "./part.ts";

/** Opens the product's reader with its model and knowledge. Throws `PACTA_MODEL_*` and `PACTA_KNOWLEDGE_*`. */
export async function openReader(): Promise<ReadGold> {
  const reader = await openProductReader();
  const documentOf = intoDocument();
  return (documents) => reader.read(documents.map(documentOf));
}

/** Opens the product's recognisers. Throws as `openReader` does. */
export async function openAnnotator(): Promise<AnnotateAll> {
  const reader = await openProductReader();
  const documentOf = intoDocument();
  return async (documents) => {
    const annotated: AnnotatedDocument[] = [];
    for (let i = 0; i < documents.length; i += BATCH) annotated.push(...(await reader.annotate(documents.slice(i, i + BATCH).map(documentOf))));
    return annotated;
  };
}

/** Opens the product's reader with its reasons. Throws as `openReader` does. */
export async function openExplainer(): Promise<ExplainAll> {
  const reader = await openProductReader();
  const documentOf = intoDocument();
  return async (documents) => {
    const explained: Explanation[] = [];
    for (let i = 0; i < documents.length; i += BATCH) explained.push(...(await reader.explain(documents.slice(i, i + BATCH).map(documentOf))));
    return explained;
  };
}

/** Documents annotated or explained at once: their trees are all held while they are. */
const BATCH = 64;

function intoDocument(): (document: PlainDocument) => Document {
  const setting = loadDocumentSetting();
  return ({ id, date, heading, text, sources }) => recordDocument({ id, date, heading, text, sources }, setting);
}
