// Holding an answer against the text: a claim stands only on words that stand there. Whatever a text may have talked a
// model into, what comes out here is a claim of the contract on the text's own words, or an abstention that says why not.
import { z } from "zod";
import { quoteOf } from "../document/index.ts";
import type { Span } from "../document/index.ts";
import { ACTS, claimIdIn, claimSchema } from "../reading/index.ts";
import type { Abstention, Act, AnnotatedDocument, Claim } from "../reading/index.ts";
import { anchor } from "./anchor.ts";
import type { Guideline } from "./guideline.ts";
import type { Passage } from "./passage.ts";
import { fillSlots, spansOf, valuesOf } from "./slots.ts";
import type { SlotReason } from "./slots.ts";
import { toldClaimSchema } from "./wire.ts";
import type { ToldClaim } from "./wire.ts";

/** Why something that a coder gave was not taken. docs/claims.md explains each. */
export type CoderReason =
  | "coder-malformed"
  | "coder-unknown-act"
  | "coder-evidence-not-in-text"
  | "coder-evidence-too-long"
  | SlotReason
  | "coder-no-party"
  | "coder-too-many"
  | "coder-too-long"
  | "coder-repeats"
  | "coder-agrees";

/** A claim on the text's own words, or none; and what was left out of it, or why there is none. */
export interface Grounded {
  readonly claim?: Claim;
  readonly abstained: readonly Abstention[];
}

/** What grounding needs: the passage that was asked about, the document as the reader's recognisers see it, and who answered. */
export interface Ground {
  readonly passage: Passage;
  readonly annotated: AnnotatedDocument;
  readonly guideline: Pick<Guideline, "confidence" | "limits">;
  readonly rule: string;
}

/** Grounds the claims of one answer, in its order; those beyond the limit are one abstention. */
export function groundAll(told: readonly unknown[], ground: Ground): readonly Grounded[] {
  const { claims } = ground.guideline.limits;
  const beyond = told.length > claims ? [{ abstained: [ofPassage("coder-too-many", ground)] }] : [];
  return [...told.slice(0, claims).map((one) => groundOne(one, ground)), ...beyond];
}

function groundOne(told: unknown, ground: Ground): Grounded {
  const { act } = z.object({ act: z.string() }).safeParse(told).data ?? {};
  if (act !== undefined && !ACTS.some((known) => known === act)) return { abstained: [ofPassage("coder-unknown-act", ground)] };
  const { data } = toldClaimSchema.safeParse(told);
  if (data === undefined) return { abstained: [ofPassage("coder-malformed", ground)] };
  const { limits } = ground.guideline;
  if (data.evidence.length > limits.evidence) return { abstained: [ofPassage("coder-evidence-too-long", ground, data.act)] };
  const evidence = anchor(data.evidence, ground.passage);
  if (evidence === undefined) return { abstained: [ofPassage("coder-evidence-not-in-text", ground, data.act)] };
  return claimOn(evidence, data, ground);
}

/** Words of the answer that cannot be shown at a place of their own are shown at the passage that was asked about. */
function ofPassage(reason: CoderReason, { passage, annotated }: Ground, act?: Act): Abstention {
  return abstentionAt(reason, passage, annotated.analysis.document.text, act);
}

/** The longest quote of an abstention. */
const SHOWN = 200;

/** An abstention at a span of the text; of a long one the beginning is quoted and the whole told beside. */
export function abstentionAt(reason: CoderReason, { start, end }: Span, text: string, act?: Act): Abstention {
  const told = { reason, ...(act === undefined ? {} : { act }) };
  if (end - start <= SHOWN) return { ...told, ...quoteOf(text, { start, end }) };
  const cut = (text.codePointAt(start + SHOWN - 1) ?? 0) > 0xffff ? start + SHOWN - 1 : start + SHOWN;
  return { ...told, ...quoteOf(text, { start, end: cut }), part: { start, end } };
}

function claimOn(evidence: Span, told: ToldClaim, ground: Ground): Grounded {
  const { document } = ground.annotated.analysis;
  const { slots, empty } = fillSlots(told, evidence, { ...ground, limits: ground.guideline.limits });
  const abstained = empty.map((reason) => abstentionAt(reason, evidence, document.text, told.act));
  if (slots.actors.length + slots.targets.length === 0) {
    return { abstained: [...abstained, abstentionAt("coder-no-party", evidence, document.text, told.act)] };
  }
  const claim: Claim = {
    id: "",
    act: told.act,
    mode: told.mode,
    negated: told.negated,
    ...valuesOf(slots),
    evidence: quoteOf(document.text, evidence),
    tellings: [],
    spans: spansOf(slots),
    rule: ground.rule,
    confidence: ground.guideline.confidence,
  };
  return { claim: claimSchema.parse({ ...claim, id: claimIdIn(claim, document) }), abstained };
}
