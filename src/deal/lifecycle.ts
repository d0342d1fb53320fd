// The lifecycle as data: which act in which mode moves a deal from where to where. The rules stand in knowledge/deals/lifecycle.yaml.
import { z } from "zod";
import { ACTS } from "../reading/index.ts";
import type { Act, Mode } from "../reading/index.ts";
import { DISPUTES, KINDS, STATES } from "./deal.ts";
import type { DealKind, Dispute, State } from "./deal.ts";

const MODES = ["actual", "planned", "possible", "demanded", "conditional"] as const satisfies readonly Mode[];

const told = z
  .string()
  .regex(
    new RegExp(`^(${ACTS.join("|")})( (${MODES.join("|")}))?( not)?( of-talks)?( agreed)?( \\d+)?$`),
    "write `act [mode] [not] [of-talks] [agreed] [quantity]`",
  );
const shared = {
  act: z.array(z.enum(ACTS)).min(1),
  mode: z.array(z.enum(MODES)).min(1),
  negated: z.boolean().default(false),
  kind: z.array(z.enum(KINDS)).min(1).default(["agreement", "transfer"]),
  by: z.literal("party").optional(),
  when: z.literal("in-full").optional(),
  of: z.literal("talks").optional(),
  told: z.literal("agreed").optional(),
};
const example = <T extends readonly [string, ...string[]]>(ends: T) =>
  z.array(z.strictObject({ kind: z.enum(KINDS).default("agreement"), given: z.array(told).min(1), ends: z.enum(ends) })).min(1);

const rule = z.discriminatedUnion("thread", [
  z.strictObject({
    thread: z.literal("state"),
    ...shared,
    from: z.array(z.enum(STATES)).min(1),
    to: z.enum([...STATES, "previous"]),
    examples: example(STATES),
  }),
  z.strictObject({
    thread: z.literal("dispute"),
    ...shared,
    kind: shared.kind.unwrap().default(["agreement", "transfer", "dispute"]),
    while: z.array(z.enum(STATES)).min(1).optional(),
    from: z.array(z.enum(DISPUTES)).min(1),
    to: z.enum(DISPUTES),
    examples: example(DISPUTES),
  }),
]);

const presumption = z.strictObject({
  act: z.array(z.enum(ACTS)).min(1),
  mode: z
    .array(z.enum(MODES))
    .min(1)
    .default([...MODES]),
  negated: z.boolean().optional(),
  kind: z.array(z.enum(KINDS)).min(1).default(["agreement", "transfer"]),
  of: z.literal("talks").optional(),
  from: z.array(z.enum(STATES)).min(1),
  to: z.enum(STATES),
  examples: example(STATES),
});

/** The schema of lifecycle.yaml. `order` lists every act once. */
export const lifecycleSchema = z.strictObject({
  presumes: z.array(presumption).default([]),
  order: z.array(z.enum(ACTS)).refine((acts) => new Set(acts).size === ACTS.length && acts.length === ACTS.length, "order names every act once"),
  rules: z.array(rule).min(1),
});

export type Lifecycle = z.infer<typeof lifecycleSchema>;
type Rule = Lifecycle["rules"][number];

/** What the lifecycle asks of a claim. `byParty`: its actor is a party of the deal; `inFull`: the delivery reaches what was ordered. */
export interface Event {
  readonly act: Act;
  readonly mode: Mode;
  readonly negated: boolean;
  readonly byParty: boolean;
  readonly inFull: boolean;
  /** It is talks, and not what they are about, that are halted, resumed or called off. */
  readonly ofTalks: boolean;
  /** Told as what was agreed to do, and not as a mere plan. */
  readonly pledged: boolean;
}

/** Where both threads stand; `previous` is the state before a suspension. */
export interface Standing {
  readonly state: State;
  readonly dispute: Dispute;
  readonly previous: State;
}

/** Where every deal begins. */
export const BEGINNING: Standing = { state: "none", dispute: "none", previous: "none" };

function fits(rule: Rule, kind: DealKind, event: Event): boolean {
  return (
    rule.act.includes(event.act) &&
    rule.mode.includes(event.mode) &&
    rule.negated === event.negated &&
    rule.kind.includes(kind) &&
    (rule.by === undefined || event.byParty) &&
    (rule.when === undefined || event.inFull) &&
    (rule.of === "talks") === event.ofTalks &&
    (rule.told === undefined || event.mode === "actual" || event.pledged)
  );
}

/** The state in which the deal must have been before a claim could be told: what is cancelled stood before. Undefined where the claim presumes nothing that is not known. */
export function presumed(lifecycle: Lifecycle, kind: DealKind, { state }: Standing, { act, mode, negated, ofTalks }: Event): State | undefined {
  return lifecycle.presumes.find(
    (rule) =>
      rule.act.includes(act) &&
      rule.mode.includes(mode) &&
      (rule.negated === undefined || rule.negated === negated) &&
      rule.kind.includes(kind) &&
      (rule.of === "talks") === ofTalks &&
      rule.from.includes(state),
  )?.to;
}

function enter(standing: Standing, state: State): Standing {
  return { ...standing, state, previous: state === "suspended" ? standing.state : standing.previous };
}

/** Where the threads stand after an event; the same value where no rule moves them. */
export function advance(lifecycle: Lifecycle, kind: DealKind, standing: Standing, event: Event): Standing {
  for (const rule of lifecycle.rules) {
    if (!fits(rule, kind, event)) continue;
    if (rule.thread === "dispute") {
      const holds = rule.while === undefined || rule.while.includes(standing.state);
      if (holds && rule.from.includes(standing.dispute)) return { ...standing, dispute: rule.to };
    } else if (rule.from.includes(standing.state)) {
      // Who signs again what was halted has signed it, whatever it had come to before.
      return rule.to === "previous" ? advance(lifecycle, kind, enter(standing, standing.previous), event) : enter(standing, rule.to);
    }
  }
  return standing;
}
