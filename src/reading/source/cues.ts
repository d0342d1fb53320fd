// Reporting cues as data: knowledge/reading/reports.yaml.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { PactaError } from "../../error.ts";

const words = z.array(z.string().min(1)).transform((list) => new Set(list));
const schema = z.strictObject({
  verbs: words,
  asks: words,
  faults: words,
  ofs: words,
  labels: words,
  quoters: words,
  nouns: words,
  thoughts: words,
  requests: words,
  givers: words,
  anonymous: words,
  objects: words,
  refused: words,
  wishes: words,
  adpositions: words,
  followed: words,
  accounts: words,
  instruments: words,
  texts: words,
  channels: words,
  media: words,
  carriers: words,
  bodies: words,
  speakers: words,
});

/** Lemmas and adpositions by which texts say who says so. */
export type ReportCues = z.infer<typeof schema>;

/** Reads `reports.yaml` from a folder. Throws `PACTA_KNOWLEDGE_INVALID` where it breaks its schema. */
export function loadReportCues(folder: string): ReportCues {
  const file = join(folder, "reports.yaml");
  const result = schema.safeParse(parse(readFileSync(file, "utf8")));
  if (!result.success) throw new PactaError("PACTA_KNOWLEDGE_INVALID", z.prettifyError(result.error), "Correct the file", { source: file });
  return result.data;
}
