// The gold documents, as the shared folder keeps them: one JSON object a line. They are read from outside the
// project by path, since their texts are under another licence than ours.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checkQuote } from "../document/index.ts";
import { PactaError } from "../error.ts";
import { ACTS, claimSchema } from "../reading/index.ts";

/** The sets of coded documents. */
export const GOLD_SETS = ["items.dev", "items.test", "items.train", "articles", "articles.open"] as const;
export type GoldSet = (typeof GOLD_SETS)[number];

const slots = claimSchema.pick({ mode: true, negated: true, evidence: true, time: true, object: true, place: true, reason: true });
const lists = claimSchema.pick({ actors: true, targets: true, items: true, money: true, terms: true, sources: true, tellings: true });
const goldClaim = z.strictObject({ act: z.enum(ACTS), ...slots.shape, ...lists.partial().shape });

const goldDocument = z.object({
  id: z.string(),
  date: z.string(),
  heading: z.string().nullish(),
  text: z.string(),
  sources: z.array(z.string()),
  claims: z.array(goldClaim),
  /** What a reader claimed and a person says is none (`pacta export gold`). */
  rejected: z.array(goldClaim).optional(),
});

/** One coded claim: slots that the text does not fill are absent, and so are the reader's own fields (id, spans, rule). */
export type GoldClaim = z.infer<typeof goldClaim>;
/** One coded document; `date` is ISO 8601 (`YYYY-MM-DD`), spans are UTF-16 offsets into `text`. */
export type GoldDocument = z.infer<typeof goldDocument>;

/** The folder of material that stands beside the checkout: `$PACTA_SHARED`, else `../shared`. */
export function sharedFolder(environment: NodeJS.ProcessEnv): string {
  return environment["PACTA_SHARED"] ?? "../shared";
}

/** The file of a gold set, whether it is there or not. */
export function goldFile(shared: string, set: GoldSet): string {
  return join(shared, "gold", `${set}.jsonl`);
}

/** Loads a gold set. Throws `PACTA_GOLD_MISSING` without the file, `PACTA_GOLD_INVALID` with the line that is not gold. */
export function loadGold(shared: string, set: GoldSet): readonly GoldDocument[] {
  const file = goldFile(shared, set);
  if (!existsSync(file))
    throw new PactaError("PACTA_GOLD_MISSING", `there is no gold set ${set}`, "Set PACTA_SHARED to the folder that holds gold/", { source: file });
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, index) => (line.trim() === "" ? [] : [parseGold(line, file, index + 1)]));
}

/** Reads one line of gold and holds its evidence to the text. Throws `PACTA_GOLD_INVALID`. */
export function parseGold(line: string, source: string, number: number): GoldDocument {
  try {
    const document = goldDocument.parse(JSON.parse(line));
    for (const claim of [...document.claims, ...(document.rejected ?? [])]) checkQuote(document.text, claim.evidence);
    return document;
  } catch (thrown) {
    const what = thrown instanceof z.ZodError ? z.prettifyError(thrown) : String(thrown);
    throw new PactaError(
      "PACTA_GOLD_INVALID",
      `this line is no gold document: ${what}`,
      "Correct the line, or take the file afresh",
      { source, line: number },
      thrown,
    );
  }
}
