// The lifecycle file's own examples, executed.
import { describe, expect, test } from "vitest";
import { ACTS } from "../reading/index.ts";
import type { Act, Mode } from "../reading/index.ts";
import { parseKnowledge } from "../yaml.ts";
import type { DealKind, State } from "./deal.ts";
import { fold } from "./fold.ts";
import { advance, BEGINNING, lifecycleSchema } from "./lifecycle.ts";
import { knowledge, tell } from "./told.fixture.ts";
import { whenOf } from "./view.ts";

const { lifecycle } = knowledge;
const MODES: readonly Mode[] = ["actual", "planned", "possible", "demanded", "conditional"];
const STATES: readonly State[] = [
  "none",
  "negotiating",
  "agreed",
  "signed",
  "in-force",
  "delivering",
  "fulfilled",
  "suspended",
  "cancelled",
  "expired",
];

/** Folds the claims of an example, told one a month so that their order is that of the list. */
function outcome(kind: DealKind, given: readonly string[]): { readonly state: string; readonly dispute: string } {
  const members = given.flatMap((line, at) => {
    const [act = "", ...more] = line.split(" ");
    const quantity = Number(more.at(-1));
    const mode = MODES.find((one) => more.includes(one)) ?? "actual";
    const day = `2020-${String(at + 1).padStart(2, "0")}`;
    return tell(`d${at}`, `${day}-15`, [
      {
        act: act as Act,
        mode,
        negated: more.includes("not"),
        by: ["NOR"],
        to: ["SUD"],
        time: day,
        words: more.includes("agreed") ? `they agreed to ${line}` : line,
        ...(more.includes("of-talks") ? { object: "talks on the treaty" } : {}),
        ...(quantity > 0 ? { items: [{ name: "frigates", quantity }] } : {}),
      },
    ]);
  });
  const opens = knowledge.roles;
  return fold(
    {
      id: "deal",
      kind,
      members: members.map((member) => ({
        member,
        part: opens[member.claim.act].part,
        when: whenOf(member, knowledge.words),
        why: [],
        confidence: 1,
      })),
      mentions: [],
    },
    knowledge,
  );
}

describe("the lifecycle's own examples", () => {
  const moves = lifecycle.rules.flatMap((rule) => rule.examples.map((example) => ({ ...example, thread: rule.thread })));
  const presumed = lifecycle.presumes.flatMap((rule) => rule.examples.map((example) => ({ ...example, thread: "state" as const })));
  const rows = [...moves, ...presumed];
  test.each(rows)("$thread: $given ends as $ends", ({ kind, given, ends, thread }) => {
    const end = outcome(kind, given);
    expect(thread === "state" ? end.state : end.dispute).toBe(ends);
  });

  test("every rule has an example that it moves and, but for one, an example that it leaves alone", () => {
    for (const rule of lifecycle.rules) {
      const ends: readonly string[] = rule.examples.map((example) => example.ends);
      expect(rule.to === "previous" || ends.includes(rule.to), `${rule.act.join()} to ${rule.to}`).toBe(true);
      expect(rule.to === "previous" || ends.some((end) => end !== rule.to), `${rule.act.join()} to ${rule.to}`).toBe(true);
    }
  });
});

test("nothing that is only planned, possible, demanded or conditional says that a thing was done", () => {
  const done = new Set<State>(["signed", "in-force", "delivering", "fulfilled", "cancelled", "expired"]);
  for (const act of ACTS)
    for (const mode of MODES.slice(1))
      for (const negated of [true, false])
        for (const state of STATES)
          for (const kind of ["agreement", "transfer", "measure", "dispute"] as const) {
            const after = advance(
              lifecycle,
              kind,
              { ...BEGINNING, state },
              { act, mode, negated, byParty: true, inFull: true, ofTalks: false, pledged: false },
            );
            expect(after.state !== state && done.has(after.state), `${act} ${mode} from ${state}`).toBe(false);
            expect(after.dispute, `${act} ${mode}`).toBe("none");
          }
});

test("a resumption goes back to the state before the halt", () => {
  expect(outcome("transfer", ["sign", "enter-into-force", "suspend", "resume"]).state).toBe("in-force");
});

test("a ban by an outsider does not halt a deal", () => {
  const event = { act: "ban", mode: "actual", negated: false, byParty: false, inFull: false, ofTalks: false, pledged: false } as const;
  expect(advance(lifecycle, "transfer", { ...BEGINNING, state: "signed" }, event).state).toBe("signed");
  expect(advance(lifecycle, "transfer", { ...BEGINNING, state: "signed" }, { ...event, byParty: true }).state).toBe("suspended");
});

test("a lifecycle rule with an unknown state is refused at its line", () => {
  const text = `order: [${ACTS.join(", ")}]\nrules:\n  - thread: state\n    act: [sign]\n    mode: [actual]\n    from: [none]\n    to: ratified\n    examples: [{ given: [sign], ends: signed }]\n`;
  expect(() => parseKnowledge(text, lifecycleSchema, "lifecycle.yaml")).toThrow(
    expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: "lifecycle.yaml", line: 7 } }),
  );
});
