// The words by which a hyphen at the end of a line is told, as data: knowledge/document/hyphens.yaml.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { readKnowledge } from "../../yaml.ts";

const words = z.array(z.array(z.string().regex(/^\p{Ll}+$/u, "write a word in small letters")).min(1)).transform((lists) => new Set(lists.flat()));

const hyphensSchema = z.strictObject({ first: words, within: words, second: words, between: words });

/** Words about which a hyphen stays or goes; see knowledge/document/hyphens.yaml. */
export type HyphenWords = Readonly<Record<"first" | "within" | "second" | "between", ReadonlySet<string>>>;

let loaded: HyphenWords | undefined;

/** The words, read once, when the first line that ends in a hyphen is met. Throws `PACTA_KNOWLEDGE_MISSING` or `PACTA_KNOWLEDGE_INVALID`. */
export function hyphenWords(): HyphenWords {
  loaded ??= readKnowledge(resource("knowledge", "document", "hyphens.yaml"), hyphensSchema);
  return loaded;
}
