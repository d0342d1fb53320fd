// States and disputes: by their word, a sign and a colour, so that nobody has to tell colours apart.
import type { Forms } from "../asking/index.ts";

type State = Forms["Deal"]["state"];
type Dispute = Forms["Deal"]["dispute"];
type Tone = "good" | "warn" | "bad" | "open" | "quiet";

const STATES: Readonly<Record<State, readonly [Tone, string]>> = {
  none: ["quiet", "○"],
  negotiating: ["open", "◔"],
  agreed: ["open", "◑"],
  signed: ["open", "◕"],
  "in-force": ["good", "●"],
  delivering: ["good", "▸"],
  fulfilled: ["good", "✓"],
  suspended: ["warn", "Ⅱ"],
  cancelled: ["bad", "✕"],
  expired: ["quiet", "◌"],
};

const DISPUTES: Readonly<Record<Dispute, readonly [Tone, string]>> = {
  none: ["quiet", "○"],
  demanded: ["warn", "!"],
  sued: ["bad", "§"],
  ruled: ["bad", "⚖"],
  settled: ["good", "✓"],
  withdrawn: ["quiet", "↩"],
};

/** How a state looks: a tone for its colour, and a sign. */
export function stateLook(state: State): { readonly tone: Tone; readonly sign: string } {
  const [tone, sign] = STATES[state];
  return { tone, sign };
}

/** How a dispute looks. */
export function disputeLook(dispute: Dispute): { readonly tone: Tone; readonly sign: string } {
  const [tone, sign] = DISPUTES[dispute];
  return { tone, sign };
}

/** What a state is called: "in force". */
export function stateText(state: string): string {
  return state.replaceAll("-", " ");
}

/** A state of a deal; `none` is said as "not yet agreed". */
export function StateMark({ state }: { readonly state: State }) {
  const [tone, sign] = STATES[state];
  return <Mark tone={tone} sign={sign} text={state === "none" ? "not yet agreed" : stateText(state)} />;
}

/** Where a dispute about a deal stands; nothing where there is none. */
export function DisputeMark({ dispute }: { readonly dispute: Dispute }) {
  if (dispute === "none") return null;
  const [tone, sign] = DISPUTES[dispute];
  return <Mark tone={tone} sign={sign} text={dispute} title={`dispute: ${dispute}`} />;
}

/** A short word on a coloured ground, with a sign before it. */
export function Mark({ tone, sign, text, title }: { readonly tone: Tone; readonly sign?: string; readonly text: string; readonly title?: string }) {
  return (
    <span className="mark" data-tone={tone} title={title}>
      {sign === undefined ? null : <span aria-hidden="true">{sign}</span>}
      {text}
    </span>
  );
}
