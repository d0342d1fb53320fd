// Arguments that several tools take: the two days, the policy, the page.
import { z } from "zod";
import { POLICIES } from "../../deal/index.ts";
import type { AsOf } from "../../deal/index.ts";

const day = z.iso.date();

/** Cursors hold the place where a page ended, which may be named by as much as a document gave: a name or id of a third of a million characters fits. */
const LONGEST_CURSOR = 500_000;

/** The two days and the policy of a question about deals. */
export const daysArgs = {
  as_of: day.optional().describe("the state on that day in the world (YYYY-MM-DD); left out: as far as anything is told"),
  known: day.optional().describe("only what documents published by that day let one know (YYYY-MM-DD); left out: all documents"),
  policy: z.enum(POLICIES).optional().describe("which of contradicting claims is shown first; the others stay beside it. Default: most-recent"),
};

/** A page of a list, `most` long unless told, `limit` at the longest. */
export function pageArgs(most: number, limit: number) {
  return {
    limit: z.int().min(1).max(limit).default(most).describe(`so many at the most, up to ${limit}`),
    cursor: z
      .string()
      .min(1)
      .max(LONGEST_CURSOR)
      .optional()
      .describe("goes on behind a page: the `next` that it ended with, with the same other arguments"),
  };
}

/** A name, word or id that is asked for. */
export const word = (describe: string): z.ZodString => z.string().trim().min(1).max(300).describe(describe);

/** The days of a question, as the book takes them. */
export function daysOf({ as_of, known, policy }: { [Name in keyof typeof daysArgs]?: z.infer<(typeof daysArgs)[Name]> }): AsOf {
  return {
    ...(as_of === undefined ? {} : { asOf: as_of }),
    ...(known === undefined ? {} : { known }),
    ...(policy === undefined ? {} : { policy }),
  };
}
