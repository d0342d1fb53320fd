// The edge of document/: where its data is read from disk, once.
import { loadAddressRules } from "./address-rules.ts";
import { loadFurniture } from "./furniture-tables.ts";
import { languageDetector } from "./language.ts";
import { loadNearRules } from "./near/index.ts";
import type { NearSetting } from "./near/index.ts";
import type { DocumentSetting } from "./outcome.ts";

/** Loads what reading documents needs. `directory` holds tails.tsv, agencies.tsv and addresses.yaml (the package's own by default). Throws `PACTA_KNOWLEDGE` and as `readKnowledge`. */
export function loadDocumentSetting(directory?: string): DocumentSetting {
  return { furniture: loadFurniture(directory), detectLanguage: languageDetector(), addresses: loadAddressRules(directory) };
}

/** Loads what telling copies and their origins needs: near.yaml and agencies.tsv. Throws `PACTA_KNOWLEDGE` and as `readKnowledge`. */
export function loadNearSetting(directory?: string): NearSetting {
  return { rules: loadNearRules(directory), agencies: loadFurniture(directory).agencies };
}
