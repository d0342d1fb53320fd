// Everything that the reader knows beside the model, loaded once from knowledge/.
import { join } from "node:path";
import { loadLexicon, type Lexicon } from "../language/index.ts";
import { resource } from "../resources.ts";
import { loadActs, type ActLexicon } from "./act/index.ts";
import { loadConfidence, loadCounterparts, loadVote, type ConfidenceOf, type Counterparts, type Vote } from "./claiming/index.ts";
import { loadBridging, loadNominals, type Nominals, type Sort } from "./coreference/index.ts";
import { loadItems, type ItemLexicon } from "./item/index.ts";
import { loadModeCues, type ModeCues } from "./mode/index.ts";
import { loadParties, type PartyLexicon } from "./party/index.ts";
import { loadReasonCues, loadSlotCues, loadTargetCues, type ReasonCues, type SlotCues, type TargetCues } from "./slot/index.ts";
import { loadReportCues, type ReportCues } from "./source/index.ts";

/** The reader's data files, checked and indexed. */
export interface Knowledge {
  readonly acts: ActLexicon;
  readonly parties: PartyLexicon;
  readonly items: ItemLexicon;
  readonly nominals: Nominals;
  readonly bridging: readonly Sort[];
  readonly modes: ModeCues;
  readonly reasons: ReasonCues;
  readonly slots: SlotCues;
  readonly reports: ReportCues;
  readonly targets: TargetCues;
  readonly confidence: ConfidenceOf;
  /** Absent in a folder without counterparts.tsv. */
  readonly counterparts: Counterparts | undefined;
  /** Absent in a folder without vote.tsv. */
  readonly vote: Vote | undefined;
  /** Word lists of the tokeniser, for headings. */
  readonly lexicon: Lexicon;
}

/** Loads a knowledge folder, by default the package's own. Throws `PACTA_KNOWLEDGE_INVALID` with the file that breaks its schema. */
export function loadKnowledge(folder: string = resource("knowledge")): Knowledge {
  const reading = join(folder, "reading");
  return {
    acts: loadActs(join(folder, "acts")),
    parties: loadParties(join(folder, "parties")),
    items: loadItems(join(folder, "items")),
    nominals: loadNominals(reading),
    bridging: loadBridging(reading),
    modes: loadModeCues(reading),
    reasons: loadReasonCues(reading),
    slots: loadSlotCues(reading),
    reports: loadReportCues(reading),
    targets: loadTargetCues(reading),
    confidence: loadConfidence(reading),
    counterparts: loadCounterparts(reading),
    vote: loadVote(reading),
    lexicon: loadLexicon(),
  };
}
