// A step of a deal's life as an answer gives it: what is told, in which words, by whom, and where the deal stands after it.
import { z } from "zod";
import type { Chapter, Step } from "../../deal/index.ts";
import { boundsText } from "../../phrasing/index.ts";
import { claimSlots, originText, slotsSchema, slotsText } from "./claim.ts";
import { boundsSchema } from "./deal.ts";
import { documentPart, documentPartSchema, documentText } from "./document.ts";
import { quoteSchema, quoteText } from "./quote.ts";
import type { Texts } from "./quote.ts";
import { few } from "./shown.ts";

/** The schema of a step. */
export const stepSchema = slotsSchema.extend({
  when: boundsSchema,
  moved: z.boolean().describe("true: it changed the state or the dispute"),
  state: z.string().describe("the state after it"),
  dispute: z.string().describe("the dispute after it"),
  part: z.string().describe("opens, joins, disputes, refers, touches; hints: the words were seen and not claimed"),
  presumed: z.literal(true).optional().describe("nobody says so: the claim presumes that it was so the day before"),
  lapsed: z.literal(true).optional().describe("nobody says so: the end that the claim states has passed"),
  why: z.array(z.string()).describe("why it is held to belong to the deal"),
  confidence: z.number().describe("how sure that is, 0 to 1"),
  claim: z.string().nullable().describe("the claim's id, as get_evidence takes it; null where it is no claim (hints)"),
  quote: quoteSchema,
  source: documentPartSchema,
  again: z.array(z.strictObject({ claim: z.string().nullable(), source: documentPartSchema })).describe("later tellings of the same"),
  toldAgain: z.int().describe("how many tellings there are in all"),
});

export type StepPart = z.infer<typeof stepSchema>;

const WORDS = 600;
const AGAIN = 3;
const WHY = 12;

/** A chapter of a life as an answer gives it. */
export async function stepPart({ step, again }: Chapter, texts: Texts): Promise<StepPart> {
  const { attachment, when, state, dispute, moved, presumed, lapsed } = step;
  const { part, why, confidence, member } = attachment;
  const { claim, document } = member;
  return {
    ...claimSlots(claim),
    when,
    moved,
    state,
    dispute,
    part,
    ...(presumed === undefined ? {} : { presumed }),
    ...(lapsed === undefined ? {} : { lapsed }),
    why: few(why, WHY),
    confidence,
    claim: part === "hints" ? null : claim.id,
    quote: await texts.quote(document.id, claim.evidence, WORDS),
    source: documentPart(document),
    again: few(again, AGAIN).map(toldAgain),
    toldAgain: again.length,
  };
}

function toldAgain({ attachment: { part, member } }: Step): StepPart["again"][number] {
  return { claim: part === "hints" ? null : member.claim.id, source: documentPart(member.document) };
}

/** A step in a few lines. */
export function stepText(step: StepPart): string {
  const told = slotsText(step);
  const happened = step.lapsed === true ? `its time is over by ${told}` : step.presumed === true ? `presumed by ${told}` : told;
  const after = step.moved ? ` => ${step.dispute === "none" ? step.state : `${step.state}, dispute ${step.dispute}`}` : "";
  const named = step.again.map(({ source }) => documentText(source)).join("; ");
  const more = step.toldAgain > step.again.length ? "; and others" : "";
  return [
    `${boundsText(step.when)} ${step.moved ? "●" : "·"} ${happened}${step.claim === null ? " (not claimed)" : ""}${after}`,
    `  ${quoteText(step.quote)}`,
    `  ${originText(step, step.source, step.quote, step.claim ?? undefined)}`,
    ...(step.toldAgain === 0 ? [] : [`  told again ${step.toldAgain} time${step.toldAgain === 1 ? "" : "s"}: ${named}${more}`]),
    "",
  ].join("\n");
}
