// The parts of the bench, by the word that names each on the command line. A new measurement adds its file and its line.
import { annotating } from "./annotating.ts";
import { corpus } from "./corpus-run.ts";
import { extraction } from "./extraction/index.ts";
import { faults } from "./faults/index.ts";
import { hostile } from "./hostile/index.ts";
import { language } from "./language/index.ts";
import { ledger, ledgerOnServer } from "./ledger/index.ts";
import type { Part } from "./part.ts";
import { reading } from "./reading.ts";
import { server } from "./server/index.ts";

/** Every part, in the order in which they run when none is named. */
export const PARTS: Readonly<Record<string, Part>> = {
  reading,
  annotating,
  corpus,
  language,
  extraction,
  faults,
  hostile,
  ledger,
  "ledger-postgres": ledgerOnServer,
  server,
};
