// The lengths, weights and volumes that Microsoft's Recognizers-Text finds. It is a development dependency, loaded only where it is asked for.
import { z } from "zod";
import { loadPeer } from "./load.ts";

/** A quantity as the peer tells it, its unit by the peer's name ("Metric ton"). */
export interface PeerQuantity {
  readonly quantity: number;
  readonly unit: string;
}

const library = z.object({ recognizeDimension: z.custom<(text: string, culture: string) => unknown>((value) => typeof value === "function") });
const results = z.array(z.object({ resolution: z.object({ value: z.string().nullish(), unit: z.string() }).nullish() }));

/** The reading of English quantities; units without a figure are left out. */
export async function openDimensionPeer(): Promise<(text: string) => readonly PeerQuantity[]> {
  const { recognizeDimension } = library.parse(
    await loadPeer("@microsoft/recognizers-text-suite", () => import("@microsoft/recognizers-text-suite")),
  );
  return (text) =>
    results.parse(recognizeDimension(text, "en-us")).flatMap(({ resolution }) => {
      const value = resolution?.value;
      return value === null || value === undefined || resolution?.unit === undefined ? [] : [{ quantity: Number(value), unit: resolution.unit }];
    });
}
