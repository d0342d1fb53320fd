// What the lines of a text itself state about it: who wrote it, and on which day it was filed.
import { proseDay } from "./calendar.ts";
import { datelineOf } from "./dateline.ts";
import type { Block, Published } from "./document.ts";
import type { Furniture } from "./furniture.ts";
import { signedNames } from "./signed-names.ts";

/** The byline block without its "By". */
export function bylineIn(text: string, blocks: readonly Block[]): string | undefined {
  const block = blocks.find((each) => each.kind === "byline");
  return block === undefined ? undefined : withoutBy(text.slice(block.start, block.end));
}

/** "By Jane Doe" as "Jane Doe". */
export function withoutBy(byline: string): string {
  return (signedNames(byline) ?? byline).replace(/^(?:(?:written|reported) )?by:?\s+/i, "").trim();
}

/** The days that datelines and day lines state in full. */
export function datesIn(text: string, blocks: readonly Block[], furniture: Furniture): Published[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== "dateline") return [];
    const paragraph = { start: block.start, end: blocks[index + 1]?.end ?? block.end };
    const day = datelineOf(text, paragraph, furniture)?.day ?? proseDay(text.slice(block.start, block.end));
    return day === undefined ? [] : [{ day, basis: "dateline" as const }];
  });
}
