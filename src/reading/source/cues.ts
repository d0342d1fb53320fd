// Reporting cues as data: knowledge/reading/reports.yaml.
import { join } from "node:path";
import { z } from "zod";
import { readKnowledge } from "../../yaml.ts";

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
  described: words,
  heads: words,
  speakers: words,
  persons: words,
});

/** Lemmas and adpositions by which texts say who says so. */
export type ReportCues = z.infer<typeof schema>;

/** Reads `reports.yaml` from a folder. Throws as `readKnowledge`. */
export function loadReportCues(folder: string): ReportCues {
  return readKnowledge(join(folder, "reports.yaml"), schema);
}
