// Microsoft's Recognizers-Text as a peer. It is a development dependency, loaded only where it is asked for.
import { z } from "zod";
import { loadPeer } from "./load.ts";
import type { TimeSystem } from "./norm.ts";
import { normsOf, timexValue } from "./timex.ts";

const library = z.object({ recognizeDateTime: z.custom<(...words: readonly unknown[]) => unknown>((value) => typeof value === "function") });
const results = z.array(
  z.object({
    start: z.number(),
    end: z.number(),
    typeName: z.string(),
    resolution: z.object({ values: z.array(timexValue).nullish() }).nullish(),
  }),
);

/** The reading of English dates; times of day are left out. */
export async function openRecognizers(): Promise<TimeSystem> {
  const { recognizeDateTime } = library.parse(await loadPeer("@microsoft/recognizers-text-suite", () => import("@microsoft/recognizers-text-suite")));
  const find = (text: string, day: string) => {
    const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
    const found = results.parse(recognizeDateTime(text, "en-us", undefined, new Date(year, month - 1, date)));
    return found.map(({ start, end, resolution }) => ({ start, end: end + 1, norms: (resolution?.values ?? []).flatMap(normsOf) }));
  };
  return { name: "Recognizers-Text JS", find: (texts) => Promise.resolve(texts.map(({ text, day }) => find(text, day))) };
}
