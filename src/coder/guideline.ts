// What a second coder is told, as data: knowledge/coder/guideline.yaml. A hash of the file goes into its version, so that
// a correction of it can never pass under the name of the one before.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { resource } from "../resources.ts";
import { readKnowledge } from "../yaml.ts";

const most = z.int().positive();

const schema = z.strictObject({
  version: z.string().regex(/^[\w-]+$/),
  confidence: z.number().min(0).max(1),
  limits: z.strictObject({
    passage: most,
    passages: most,
    claims: most,
    entries: most,
    evidence: most,
    slot: most,
    answer_tokens: most,
    answer_bytes: most,
  }),
  instructions: z.string().min(1),
});

/** The bounds within which answers are taken; the file says what each is. */
export type Limits = z.infer<typeof schema>["limits"];

/** The guideline as it is sent, with what goes along with its answers. */
export interface Guideline {
  /** The file's own version and the beginning of its SHA-256, `1.3fa9c2de`. */
  readonly version: string;
  /** Of a claim that only the second coder has. Stated, not counted. */
  readonly confidence: number;
  readonly limits: Limits;
  readonly instructions: string;
}

/** Reads `guideline.yaml` from a folder, by default the package's own. Throws as `readKnowledge`. */
export function loadGuideline(folder: string = resource("knowledge", "coder")): Guideline {
  const file = join(folder, "guideline.yaml");
  const { version, ...told } = readKnowledge(file, schema);
  const hash = createHash("sha256").update(readFileSync(file, "utf8").replaceAll("\r\n", "\n")).digest("hex");
  return { ...told, version: `${version}.${hash.slice(0, 8)}` };
}
