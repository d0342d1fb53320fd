// Acts on the command line: a slip is answered with the act that was meant.
import { PactaError } from "../error.ts";
import type { Act } from "../reading/index.ts";
import { nearest } from "../nearest.ts";

/** The act of that name. Throws `PACTA_USAGE_VALUE` for what is none. */
export async function actOf(word: string): Promise<Act> {
  const { ACTS } = await import("../reading/index.ts");
  const found = ACTS.find((act) => act === word);
  if (found !== undefined) return found;
  const meant = nearest(word, ACTS);
  throw new PactaError(
    "PACTA_USAGE_VALUE",
    `there is no act "${word}"`,
    meant === undefined ? `The acts are ${ACTS.join(", ")}` : `Did you mean ${meant}?`,
  );
}
