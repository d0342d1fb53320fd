// A part of things that are counted: "the first of 16 helicopters" is one, "five of the 16" are five, and of "most of the 16" the number is not said.
import { z } from "zod";
import { resource } from "../../resources.ts";
import type { QuantityMention } from "../annotation.ts";
import { loadTable } from "./table.ts";

const PARTS = ["one", "ordinal", "some"] as const;

/** The words of parts: `one` of them, one that an `ordinal` tells, or `some`, whose number is not said. */
export type PartWords = ReadonlyMap<string, (typeof PARTS)[number]>;

const row = z.strictObject({ words: z.string().min(1), part: z.enum(PARTS) });

/** Reads parts.tsv. Throws as `loadTable`. */
export function loadParts(file: string = resource("knowledge", "quantity", "parts.tsv")): PartWords {
  return new Map(loadTable(file, row).map(({ words, part }) => [words, part]));
}

const REACH = 60;
const OF = /(?<part>[\p{L}\p{N}]+|%)\s+of\s+(?<lot>(?:the|its|their|his|her|our|those|these|a total of|a planned|an order of|an order for)\s+)?$/u;
/** Before an ordinal: it tells a share. */
const SHARE = /(?<![\p{L}\p{N}])(?:an?|one|two|three|four|five|six|seven|eight|nine|\d)[\s-]$/iu;

/** An ordinal in figures. */
const ORDINAL = /^\d{1,4}(?:st|nd|rd|th)$/;

/**
 * How many are meant where a count of the text stands behind a part: `quantity` of them, or `undefined` as `quantity` where it is not said, told from
 * `start` on. Undefined where no part stands before it. `counts` are the numbers of things in the text.
 */
export function partBefore(
  text: string,
  whole: QuantityMention,
  counts: readonly QuantityMention[],
  parts: PartWords,
): { readonly start: number; readonly quantity: number | undefined } | undefined {
  const from = Math.max(0, whole.start - REACH);
  const { index, groups } = OF.exec(text.slice(from, whole.start)) ?? {};
  const word = groups?.["part"];
  if (index === undefined || word === undefined) return undefined;
  const start = from + index;
  const counted = counts.find((each) => each.start <= start && each.end === start + word.length);
  if (counted !== undefined) return { start: counted.start, quantity: counted.quantity };
  const part = ORDINAL.test(word) ? "ordinal" : parts.get(word.toLowerCase());
  const isShare = part === "ordinal" && SHARE.test(text.slice(from, start));
  if (part === "some" || isShare) return groups?.["lot"] === undefined ? undefined : { start, quantity: undefined };
  return part === undefined ? undefined : { start, quantity: 1 };
}
