// What training leaves out so that it can be measured here: one file, training/held-back.json, that the training script
// reads too, so that no document is on both sides.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { PactaError } from "../../error.ts";

const count = z.int().positive();
const schema = z.strictObject({
  since: z.string().regex(/^\d+\.\d+\.\d+$/),
  gum: z.array(z.string()).min(1),
  wikigold: z.strictObject({ of: count, documents: z.array(z.int().nonnegative()).min(1) }),
  re3d: z.strictObject({ of: count, documents: z.array(z.string()).min(1) }),
  wnut17: z.strictObject({ of: count, every: count }),
});

/** `since` is the first version of the weights that kept to it. Names of GUM documents; positions of wikigold documents, ids of re3d documents; of wnut17 the last of every so many sentences. `of` counts all. */
export type HeldBack = z.infer<typeof schema>;

/** Reads training/held-back.json. Throws `PACTA_HELD_BACK` where it is missing or has another form. */
export function readHeldBack(file: string): HeldBack {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new PactaError(
      "PACTA_HELD_BACK",
      `the list of what is held back cannot be read: ${what}`,
      "Restore it from the repository",
      { source: file },
      cause,
    );
  }
}

/** True where weights of that version were trained before the list was kept. */
export function isOlder(version: string, { since }: HeldBack): boolean {
  return version.localeCompare(since, "en", { numeric: true }) < 0;
}

/** The parts of a corpus that are held back. Throws `PACTA_CORPUS_OTHER` where the corpus has another number of parts than the list was written for. */
export function heldBackOf<Part>(
  corpus: "wikigold" | "re3d" | "wnut17",
  parts: readonly Part[],
  rule: { readonly of: number } & ({ readonly every: number } | { readonly documents: readonly (string | number)[] }),
  keyOf: (part: Part, index: number) => string | number = (_, index) => index,
): Part[] {
  if (parts.length !== rule.of)
    throw new PactaError(
      "PACTA_CORPUS_OTHER",
      `${corpus} has ${parts.length} parts, and what is held back was listed for ${rule.of}`,
      "Use the release that corpora/README.md describes",
    );
  if ("every" in rule) return parts.filter((_, index) => index % rule.every === rule.every - 1);
  const keys = new Set(rule.documents);
  return parts.filter((part, index) => keys.has(keyOf(part, index)));
}
