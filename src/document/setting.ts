// The edge of document/: where its data is read from disk, once.
import { loadFurniture } from "./furniture.ts";
import { languageDetector } from "./language.ts";
import type { DocumentSetting } from "./outcome.ts";

/** Loads what reading documents needs. `directory` holds tails.tsv and agencies.tsv (the package's own by default). Throws `PACTA_KNOWLEDGE`. */
export function loadDocumentSetting(directory?: string): DocumentSetting {
  return { furniture: loadFurniture(directory), detectLanguage: languageDetector() };
}
