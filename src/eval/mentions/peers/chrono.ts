// chrono-node as a peer. It gives points in time with the parts that the words state; a part that is only implied is not asked of it.
import { z } from "zod";
import { loadPeer } from "./load.ts";
import type { Norm, TimeSystem } from "./norm.ts";

/** A point of chrono's, as far as it is used. */
export interface ChronoPoint {
  readonly isCertain: (part: string) => boolean;
  readonly get: (part: string) => number | null;
}

const point = z.custom<ChronoPoint>((value) => typeof value === "object" && value !== null && "isCertain" in value && "get" in value);
const library = z.object({ parse: z.custom<(...words: readonly unknown[]) => unknown>((value) => typeof value === "function") });
const results = z.array(z.object({ index: z.number(), text: z.string(), start: point, end: point.nullish() }));

/** A year or a month where the words state no more; "tomorrow" and the like state a day by all its parts or none. */
function pointNorm(at: ChronoPoint): Norm {
  const two = (part: string): string => String(at.get(part)).padStart(2, "0");
  const year = String(at.get("year")).padStart(4, "0");
  if (at.isCertain("day") || at.isCertain("weekday")) return `${year}-${two("month")}-${two("day")}`;
  if (at.isCertain("month")) return `${year}-${two("month")}`;
  return at.isCertain("year") ? year : `${year}-${two("month")}-${two("day")}`;
}

/** The norm of what chrono found. */
export function chronoNorm(start: ChronoPoint, end?: ChronoPoint | null): Norm {
  return end === undefined || end === null ? pointNorm(start) : `${pointNorm(start)}/${pointNorm(end)}`;
}

/** chrono's reading of English. */
export async function openChrono(): Promise<TimeSystem> {
  const { parse } = library.parse(await loadPeer("chrono-node", () => import("chrono-node")));
  const find = (text: string, day: string) => {
    const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
    const found = results.parse(parse(text, new Date(year, month - 1, date, 12)));
    return found.map((one) => ({ start: one.index, end: one.index + one.text.length, norms: [chronoNorm(one.start, one.end)] }));
  };
  return { name: "chrono-node", find: (texts) => Promise.resolve(texts.map(({ text, day }) => find(text, day))) };
}
