// Acts by family (docs/claims.md), and how they are called. Each act has its family: the type asks for every one.
import type { Forms } from "../asking/index.ts";

/** What is done. */
export type Act = Forms["Claim"]["act"];

/** How a text presents an act. */
export type Mode = Forms["Claim"]["mode"];

/** Families of acts, in the order of docs/claims.md. Each has a colour (`--agreement` …) and a pattern of underlines (`data-family` in piece.css). */
export const FAMILIES = ["agreement", "transfer", "restriction", "dispute", "relations"] as const;
export type Family = (typeof FAMILIES)[number];

/** The family of each act. */
export const ACT_FAMILY: Readonly<Record<Act, Family>> = {
  negotiate: "agreement",
  propose: "agreement",
  agree: "agreement",
  sign: "agreement",
  approve: "agreement",
  "enter-into-force": "agreement",
  provide: "agreement",
  extend: "agreement",
  suspend: "agreement",
  resume: "agreement",
  cancel: "agreement",
  breach: "agreement",
  order: "transfer",
  sell: "transfer",
  deliver: "transfer",
  pay: "transfer",
  aid: "transfer",
  ban: "restriction",
  sanction: "restriction",
  lift: "restriction",
  threaten: "restriction",
  demand: "dispute",
  sue: "dispute",
  rule: "dispute",
  settle: "dispute",
  "withdraw-claim": "dispute",
  meet: "relations",
  cooperate: "relations",
  object: "relations",
  support: "relations",
  recognize: "relations",
  sever: "relations",
};

/** Every act, family by family. */
export const ACTS = Object.keys(ACT_FAMILY) as readonly Act[];

const MODE_WORDS: Readonly<Record<Mode, string>> = {
  actual: "happened or happening",
  planned: "planned: decided, promised, scheduled",
  possible: "possible: may, could, is considered",
  demanded: "demanded: somebody else is asked to",
  conditional: "conditional: only if something else happens",
};

/** Every mode, in the order of docs/claims.md. */
export const MODES = Object.keys(MODE_WORDS) as readonly Mode[];

/** What a mode means, in words. */
export function modeText(mode: Mode): string {
  return MODE_WORDS[mode];
}

/** What an act is called: "enter into force". */
export function actName(act: Act): string {
  return act.replaceAll("-", " ");
}
