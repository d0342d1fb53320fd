// Decisions at random, about the claims of the harbour report: for properties that must hold whatever people decide.
import * as fc from "fast-check";
import { harbour, harbourRef, promotion, talks } from "../decided.fixture.ts";
import { quoteIn } from "../report.fixture.ts";
import { refOf } from "./ref.ts";
import type { Decision, Ref, Slot } from "./schema.ts";

const PARTIES = [
  { id: "NOR", name: "Norway" },
  { id: "SWE", name: "Sweden" },
  { name: "Nordverft", state: "NOR" },
];
const parties = fc.subarray(PARTIES);

/** The `n`th correction of a few. */
function corrections(claim: Ref, text: string): fc.Arbitrary<Decision> {
  const of = <Value>(slot: Slot, values: fc.Arbitrary<Value>) =>
    values.map((value) => ({ type: "correct", claim, slot, value }) as unknown as Decision);
  return fc.oneof(
    of("act", fc.constantFrom("sign", "agree", "negotiate", "sue")),
    of("actors", parties),
    of("targets", parties),
    of("object", fc.constantFrom("ferry", "pier", null)),
    of("negated", fc.boolean()),
    of("time", fc.constantFrom({ norm: "2026", basis: "stated" }, null)),
    of("evidence", fc.constantFrom(quoteIn(text, "Norway"), quoteIn(text, "mend a pier"))),
  );
}

/** A decision about the report of this id (or two of the reports `a` and `b`), none that undoes. `n` makes the ids of what it adds. */
export function someDecision(id: string, n: number): fc.Arbitrary<Decision> {
  const { text } = harbour(id).document;
  const refs = fc.constantFrom(
    ...[0, 1, 2].map((at) => harbourRef(id, at)),
    ...Array.from({ length: n }, (_, at) => refOf(id, 1, talks(id, { id: `${id}-talks-${at}` }))),
  );
  return refs.chain((claim) =>
    fc.oneof(
      parties.map((actors): Decision => ({ type: "add-claim", document: id, version: 1, claim: talks(id, { id: `${id}-talks-${n}`, actors }) })),
      fc.constant<Decision>(withId(promotion(id), `${id}-promoted-${n}`)),
      fc.constantFrom<Decision>({ type: "confirm", claim }, { type: "reject", claim }, { type: "pin", claim, slot: "object" }),
      fc.constantFrom<Decision>(
        { type: "join", claims: [claim, harbourRef(id === "a" ? "b" : "a", 0)] },
        { type: "split", claims: [harbourRef(id === "a" ? "b" : "a", 1), claim] },
      ),
      corrections(claim, text),
    ),
  );
}

function withId(decision: Decision, id: string): Decision {
  return decision.type === "promote" ? { ...decision, claim: { ...decision.claim, id } } : decision;
}
