// When two texts are one, as data: knowledge/document/near.yaml says how alike they must be, and under which names outlets
// are credited.
import { join } from "node:path";
import { z } from "zod";
import { resource } from "../../resources.ts";
import { readKnowledge } from "../../yaml.ts";

const share = z.number().gt(0).max(1);
const runs = z.int().positive();

const nearSchema = z.strictObject({
  window: z.int().nonnegative(),
  lasting: runs,
  alike: z.array(z.strictObject({ runs, containment: share, jaccard: share.default(0), lead: share.default(0) })).min(1),
  outlets: z.record(z.string().regex(/^[a-z0-9.-]+$/, "write a host in small letters"), z.array(z.string().min(2)).min(1)),
});

/** How alike copies are; counts are of different runs of words, shares from 0 to 1. */
export type NearRules = Readonly<z.infer<typeof nearSchema>>;

/** Reads near.yaml. Throws `PACTA_KNOWLEDGE_MISSING` or `PACTA_KNOWLEDGE_INVALID`. */
export function loadNearRules(directory: string = resource("knowledge", "document")): NearRules {
  return readKnowledge(join(directory, "near.yaml"), nearSchema);
}
