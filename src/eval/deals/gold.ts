// Gold deals: which documents tell of one undertaking, and how it stood on a day as known on a day.
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { PactaError } from "../../error.ts";

const row = z.object({
  as_of_valid: z.iso.date(),
  as_known: z.iso.date(),
  state: z.string(),
  also: z.array(z.string()).default([]),
  dispute: z.string().default("none"),
});

const goldDeal = z.object({
  deal: z.string(),
  documents: z.array(z.string()),
  not: z.array(z.string()).default([]),
  unclear: z.array(z.string()).default([]),
  states: z.array(row),
});

/** How a deal stood on a day, as known on a day; `also` are states that are as right. */
export type GoldRow = Readonly<z.infer<typeof row>>;

/** A coded deal: its documents, near misses (`not`), documents that count neither way (`unclear`) and rows of states. */
export type GoldDeal = Readonly<z.infer<typeof goldDeal>>;

/** Reads a file of gold deals. Throws `PACTA_GOLD_MISSING` or `PACTA_GOLD_INVALID`. */
export function loadGoldDeals(file: string): readonly GoldDeal[] {
  if (!existsSync(file))
    throw new PactaError("PACTA_GOLD_MISSING", "there are no gold deals", "Set PACTA_SHARED to the folder that holds gold/", { source: file });
  try {
    return z.array(goldDeal).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (thrown) {
    const what = thrown instanceof z.ZodError ? z.prettifyError(thrown) : String(thrown);
    throw new PactaError("PACTA_GOLD_INVALID", `these are no gold deals: ${what}`, "Correct the file, or take it afresh", { source: file }, thrown);
  }
}
