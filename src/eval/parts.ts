// The parts of the evaluation, by the word that names each on the command line. A new layer adds its file and its line.
import { budget } from "./budget.ts";
import { claims } from "./claims.ts";
import { deals } from "./deals/index.ts";
import { documents } from "./documents/index.ts";
import { plover } from "./events/index.ts";
import { extraction } from "./extraction/index.ts";
import { language } from "./language/index.ts";
import { coreference, items, judged, money, parties, quantities, sources, times } from "./mentions/index.ts";
import { misses } from "./misses.ts";
import type { Part } from "./part.ts";
import { timelines } from "./timelines/index.ts";

/** Every part; the first is run when none is named. */
export const PARTS: Readonly<Record<string, Part>> = {
  claims,
  misses,
  budget,
  documents,
  extraction,
  language,
  times,
  money,
  quantities,
  parties,
  items,
  coreference,
  sources,
  judged,
  plover,
  deals,
  timelines,
};
