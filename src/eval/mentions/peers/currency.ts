// The sums that Microsoft's Recognizers-Text finds. It is a development dependency, loaded only where it is asked for.
import { z } from "zod";
import { loadPeer } from "./load.ts";

/** A sum as the peer tells it: in the units that it names, with a currency's code only where it has one. */
export interface PeerSum {
  readonly amount: number;
  /** Its name for the unit ("Dollar", "Euro"). */
  readonly unit: string;
  /** ISO 4217. */
  readonly currency?: string;
}

const library = z.object({ recognizeCurrency: z.custom<(text: string, culture: string) => unknown>((value) => typeof value === "function") });
const results = z.array(
  z.object({ resolution: z.object({ value: z.string().nullish(), unit: z.string(), isoCurrency: z.string().optional() }).nullish() }),
);

/** The reading of English sums; units without a figure are left out. */
export async function openCurrencyPeer(): Promise<(text: string) => readonly PeerSum[]> {
  const { recognizeCurrency } = library.parse(await loadPeer("@microsoft/recognizers-text-suite", () => import("@microsoft/recognizers-text-suite")));
  return (text) =>
    results.parse(recognizeCurrency(text, "en-us")).flatMap(({ resolution }) => {
      if (resolution?.value === null || resolution?.value === undefined) return [];
      const { value, unit, isoCurrency } = resolution;
      return [{ amount: Number(value), unit, ...(isoCurrency !== undefined && { currency: isoCurrency }) }];
    });
}
