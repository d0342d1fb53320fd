// Properties of applying: an undo is exact, whatever was decided and in whatever order it is undone.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { harbour } from "../decided.fixture.ts";
import { apply } from "./apply.ts";
import type { Base } from "./apply.ts";
import { someDecision } from "./decisions.fixture.ts";
import type { Decided, Decision } from "./schema.ts";
import { standingOf } from "./standing.ts";
import { undoneOf } from "./undone.ts";

const { document, reading } = harbour("a");
const base: Base = { document: "a", version: 1, claims: reading.claims, text: document.text };
const untouched = standingOf(apply(base, []));

/** What stands, but for what no undo takes back: that something was decided at all. */
const plain = (decided: readonly Decided[]) => standingOf(apply(base, decided)).claims.map((claim) => ({ ...claim, basis: 0 }));

/** Some decisions, and now and then the undoing of one that holds; `pick` chooses which. */
const history = fc.array(fc.record({ decision: fc.nat({ max: 7 }).chain((n) => someDecision("a", n)), undo: fc.boolean(), pick: fc.nat() }), {
  maxLength: 12,
});

function decidedBy(decision: Decision, seq: number): Decided {
  return { by: "Ada", at: "2026-01-02T03:04:05.678Z", seq, decision };
}

/** A decision, one of those that hold, undone. */
function undoing(all: readonly Decided[], pick: number, which: (one: Decided) => boolean): Decided | undefined {
  const undone = undoneOf(all);
  const open = all.filter((one) => !undone.has(one.seq) && which(one));
  const chosen = open[pick % Math.max(1, open.length)];
  return chosen === undefined ? undefined : decidedBy({ type: "undo", decision: chosen.seq }, all.length + 1);
}

function happened(steps: readonly { decision: Decision; undo: boolean; pick: number }[]): readonly Decided[] {
  const all: Decided[] = [];
  for (const { decision, undo, pick } of steps) all.push((undo ? undoing(all, pick, () => true) : undefined) ?? decidedBy(decision, all.length + 1));
  return all;
}

test("undoing all that holds, in any order, gives the reading back", () => {
  const property = fc.property(history, fc.infiniteStream(fc.nat()), (steps, picks) => {
    const all = [...happened(steps)];
    for (const pick of picks) {
      const undo = undoing(all, pick, ({ decision }) => decision.type !== "undo");
      if (undo === undefined) break;
      all.push(undo);
    }
    const standing = standingOf(apply(base, all));
    expect({ ...standing, claims: plain(all) }).toEqual(untouched);
  });
  fc.assert(property, { numRuns: 300 });
});

test("what was undone is as if it had never been, and comes back when its undoing is undone", () => {
  const property = fc.property(history, fc.nat(), (steps, pick) => {
    const all = happened(steps);
    // A claim that was added and undone is no more, but refs to it mean it still, and no other in its place.
    const undo = undoing(all, pick, ({ decision }) => !["undo", "add-claim", "promote"].includes(decision.type));
    fc.pre(undo?.decision.type === "undo");
    const target = undo.decision.decision;
    const without = all.filter(({ seq, decision }) => seq !== target && !(decision.type === "undo" && decision.decision === target));
    expect(plain([...all, undo])).toEqual(plain(without));
    expect(plain([...all, undo, decidedBy({ type: "undo", decision: undo.seq }, undo.seq + 1)])).toEqual(plain(all));
  });
  fc.assert(property, { numRuns: 300 });
});

test("the order in which decisions come to hand changes nothing", () => {
  const property = fc.property(
    history.chain((steps) => {
      const all = happened(steps);
      return fc.record({ all: fc.constant(all), shuffled: fc.shuffledSubarray([...all], { minLength: all.length }) });
    }),
    ({ all, shuffled }) => {
      expect(standingOf(apply(base, shuffled))).toEqual(standingOf(apply(base, all)));
    },
  );
  fc.assert(property, { numRuns: 100 });
});
