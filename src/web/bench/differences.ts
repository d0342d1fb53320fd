// How a claim that stands now differs from the one that somebody saw, slot by slot, in words.
import type { Forms } from "../asking/index.ts";
import { SLOT_LABELS, slotRows } from "../evidence/index.ts";
import type { SlotName } from "../evidence/index.ts";
import { actName, modeText } from "../piece/index.ts";
import { changedSlots } from "./decision.ts";
import { draftOf } from "./draft.ts";

type Claim = Forms["Claim"];

/** A slot that stands otherwise than it was seen. */
export interface Difference {
  readonly slot: SlotName;
  readonly label: string;
  readonly seen: string;
  readonly now: string;
}

/** The slots in which two tellings of a claim differ. */
export function differences(seen: Claim, now: Claim): readonly Difference[] {
  return changedSlots(seen, draftOf(now)).map((slot) => ({
    slot,
    label: SLOT_LABELS[slot][0],
    seen: slotText(seen, slot),
    now: slotText(now, slot),
  }));
}

const PLAIN: Partial<Readonly<Record<SlotName, (claim: Claim) => string>>> = {
  act: ({ act }) => actName(act),
  mode: ({ mode }) => modeText(mode),
  negated: ({ negated }) => (negated ? "yes" : "no"),
  evidence: ({ evidence }) => evidence.quote,
};

function slotText(claim: Claim, slot: SlotName): string {
  const plain = PLAIN[slot]?.(claim);
  if (plain !== undefined) return plain;
  const told = slotRows(claim).filter((row) => row.slot === slot);
  return told.length === 0 ? "nothing" : told.map(({ text, more }) => (more === undefined ? text : `${text} (${more})`)).join("; ");
}
