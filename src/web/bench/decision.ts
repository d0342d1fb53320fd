// Decisions as the server takes them, made of what a person did.
import type { Forms } from "../asking/index.ts";
import { SLOT_LABELS } from "../evidence/index.ts";
import type { SlotName } from "../evidence/index.ts";
import type { Signed, Wanted } from "../shell/index.ts";
import { draftOf, spansOf, valuesOf } from "./draft.ts";
import type { Draft } from "./draft.ts";

type Claim = Forms["Claim"];
type Decision = Wanted["decision"];
type Standing = Forms["StandingClaim"];

/** What was not claimed, and why. */
export type Abstention = Forms["Standing"]["abstained"][number];

const SLOTS = Object.keys(SLOT_LABELS) as readonly SlotName[];

/** The slots that a draft changes of a claim. */
export function changedSlots(claim: Claim, draft: Draft): readonly SlotName[] {
  const [before, after] = [valuesOf(draftOf(claim)), valuesOf(draft)];
  return SLOTS.filter((slot) => JSON.stringify(before[slot]) !== JSON.stringify(after[slot]));
}

/** With a reason where one was typed. */
function why(typed: string): { readonly why?: string } {
  const text = typed.trim();
  return text === "" ? {} : { why: text };
}

/** That a claim is right, or is not. */
export function verdict(type: "confirm" | "reject", { ref }: Standing, basis: number, reason = ""): readonly Wanted[] {
  return [{ decision: { type, claim: ref }, basis, ...why(reason) }];
}

/** A correction for each slot that was changed. The first alone carries what its author saw: those behind it come after it. */
export function corrections({ ref, claim }: Standing, draft: Draft, basis: number, reason: string): readonly Wanted[] {
  const values = valuesOf(draft);
  return changedSlots(claim, draft).map((slot, n) => {
    const decision = { type: "correct", claim: ref, slot, value: values[slot] } as Decision;
    return { decision, ...(n === 0 ? { basis } : {}), ...why(reason) };
  });
}

/** A claim that a person makes: theirs by its rule; the server gives it its id. */
export function madeClaim(draft: Draft, { name }: Pick<Signed, "name">): Claim {
  const { object, time, place, reason, ...values } = valuesOf(draft);
  const told = { object, time, place, reason };
  const filled = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  return { id: "", ...values, ...filled, tellings: [], spans: spansOf(draft), rule: `person:${name}`, confidence: 1 } as Claim;
}

/** Where a claim is added: a version of a document. */
interface Where {
  readonly document: string;
  readonly version: number;
}

/** A claim that was missed; or, of an abstention, one that is claimed after all. */
export function added({ document, version }: Where, draft: Draft, signed: Pick<Signed, "name">, reason: string, of?: Abstention): readonly Wanted[] {
  const claim = madeClaim(draft, signed);
  if (of === undefined) return [{ decision: { type: "add-claim", document, version, claim }, ...why(reason) }];
  const { reason: code, act, start, end } = of;
  const abstention = { reason: code, ...(act === undefined ? {} : { act }), start, end };
  return [{ decision: { type: "promote", document, version, abstention, claim }, ...why(reason) }];
}

/** That claims are of one deal, or are not. */
export function ofDeals(type: "join" | "split", claims: readonly [Standing["ref"], Standing["ref"]], reason: string): readonly Wanted[] {
  return [{ decision: { type, claims: [...claims] }, ...why(reason) }];
}

/** Takes a decision back. */
export function undoing(seq: number): readonly Wanted[] {
  return [{ decision: { type: "undo", decision: seq } }];
}
