// What lies over claims in the text: the slots of the claim that is looked at, what was not claimed, and words that are chosen.
import type { Cover, Span } from "../evidence/index.ts";
import type { Abstention } from "./decision.ts";

/** What is pointed at beside the text. */
export interface Pointing {
  readonly slot?: string | undefined;
  readonly abstention?: Abstention | undefined;
}

/** What lies over claims in the text. */
export function coversOver(
  spans: Readonly<Record<string, Span>> | undefined,
  { slot, abstention }: Pointing,
  abstained: readonly Abstention[],
  chosen: Span | undefined,
): readonly Cover[] {
  return [
    ...Object.entries(spans ?? {}).map(([path, span]) => ({ key: `${path === slot ? "slot-strong" : "slot"} ${path}`, ...span })),
    ...abstained.map((one, n) => ({ key: `${one === abstention ? "abstained-strong" : "abstained"} ${n}`, start: one.start, end: one.end })),
    ...(chosen === undefined ? [] : [{ key: "chosen", ...chosen }]),
  ];
}
