// A claim's slots in words, each with where its words stand in the text.
import type { Forms } from "../asking/index.ts";
import { itemText, moneyText } from "../../phrasing/index.ts";
import type { Span } from "./part.ts";

type Claim = Forms["Claim"];

/** A slot of a claim that can be corrected. */
export type SlotName = Forms["StandingClaim"]["corrected"][number];

/** One value of a slot. `path` is that of the claim's `spans`: `actors.0`, `reason`. */
export interface SlotRow {
  readonly path: string;
  readonly slot: SlotName;
  /** What the slot is called. */
  readonly label: string;
  /** The value in words. */
  readonly text: string;
  /** What more is known of it: a party's id, a source's cue. */
  readonly more?: string;
  /** Where its words stand, where the claim tells. */
  readonly span?: Span;
}

/** What slots are called: in the list of a claim's slots, and shortly over the words in the text. */
export const SLOT_LABELS: Readonly<Record<SlotName, readonly [label: string, short: string]>> = {
  act: ["Act", "act"],
  mode: ["Mode", "mode"],
  negated: ["Negated", "not"],
  actors: ["Who", "who"],
  targets: ["To whom", "whom"],
  object: ["About what", "what"],
  items: ["Goods", "goods"],
  money: ["Sum", "sum"],
  time: ["When", "when"],
  place: ["Where", "where"],
  reason: ["Why", "why"],
  terms: ["Terms", "term"],
  sources: ["Who says so", "says"],
  evidence: ["Evidence", "words"],
};

/** The filled slots of a claim, but for act, mode, negation and evidence, which are its title and its words. */
export function slotRows(claim: Claim): readonly SlotRow[] {
  const row = (slot: SlotName, path: string, text: string, more: readonly (string | undefined)[] = []): SlotRow => {
    const span = claim.spans[path];
    const told = more.filter((one) => one !== undefined).join(", ");
    return { path, slot, label: SLOT_LABELS[slot][0], text, ...(told === "" ? {} : { more: told }), ...(span === undefined ? {} : { span }) };
  };
  const one = (slot: "object" | "place" | "reason") => (claim[slot] === undefined ? [] : [row(slot, slot, claim[slot])]);
  const parties = (slot: "actors" | "targets") =>
    claim[slot].map(({ name, id, via, state }, n) =>
      row(slot, `${slot}.${n}`, name, [id, state === undefined ? undefined : `of ${state}`, via === undefined ? undefined : `by ${via}`]),
    );
  return [
    ...parties("actors"),
    ...parties("targets"),
    ...one("object"),
    ...claim.items.map((item, n) => row("items", `items.${n}`, itemText(item))),
    ...claim.money.map((sum, n) => row("money", `money.${n}`, moneyText(sum), [sum.kind])),
    ...(claim.time === undefined ? [] : [row("time", "time", claim.time.norm, [BASES[claim.time.basis]])]),
    ...one("place"),
    ...one("reason"),
    ...claim.terms.map((term, n) => row("terms", `terms.${n}`, term)),
    ...claim.sources.map(({ name, role, cue, channel }, n) =>
      row("sources", `sources.${n}`, name, [role, cue === undefined ? undefined : `“${cue}”`, channel === undefined ? undefined : `by ${channel}`]),
    ),
  ];
}

const BASES: Readonly<Record<NonNullable<Claim["time"]>["basis"], string>> = {
  stated: "stated in the words",
  anchored: "from the document's date",
  none: "not to be told from the words",
};

/** What a slot is called shortly, by its path (`actors.0`). */
export function shortLabel(path: string): string {
  return SLOT_LABELS[path.replace(/\..*$/, "") as SlotName][1];
}
