// Words by which places, evidence and goods are told, as data: knowledge/reading/slots.yaml.
import { join } from "node:path";
import { z } from "zod";
import { readKnowledge } from "../../yaml.ts";
import { ACTS } from "../claim.ts";

const words = z.array(z.string().min(1)).transform((list): ReadonlySet<string> => new Set(list));
const schema = z.strictObject({
  going: z.array(z.enum(ACTS)).transform((list): ReadonlySet<string> => new Set(list)),
  occasions: words,
  intentions: words,
  circumstances: words,
  trade: words,
  "no-goods": words,
  "passed-over": words,
  tariffs: words,
});

/** Sets of lemmas in lower case; the file says what each is for. */
export type SlotCues = z.infer<typeof schema>;

/** Reads `slots.yaml` from a folder. Throws as `readKnowledge`. */
export function loadSlotCues(folder: string): SlotCues {
  return readKnowledge(join(folder, "slots.yaml"), schema);
}
