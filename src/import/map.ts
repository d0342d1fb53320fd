// The map of a spreadsheet: which column holds what, and what its cells mean. Whoever keeps the sheet writes it, so that the sheet can stay as it is.
import { z } from "zod";
import { PactaError } from "../error.ts";
import { parseKnowledge } from "../yaml.ts";
import { KINDS } from "../deal/index.ts";

const text = z.string().min(1);

/** The columns that Pacta asks for. */
const columns = z.strictObject({
  /** What a row keeps when its other cells change; without it a changed row is another. */
  id: text.optional(),
  name: text,
  parties: text.optional(),
  /** Who gives, imposes or claims, and whom it goes to. */
  from: text.optional(),
  to: text.optional(),
  items: text.optional(),
  quantity: text.optional(),
  unit: text.optional(),
  kind: text.optional(),
  state: text.optional(),
  day: text.optional(),
  "state-day": text.optional(),
  amount: text.optional(),
  currency: text.optional(),
  /** The day by which the row could be known. */
  known: text.optional(),
});

/** How days are written in the sheet. A year alone and a year with its month are always taken in ISO form. */
export const DAY_FORMS = ["YYYY-MM-DD", "D.M.YYYY", "D/M/YYYY", "M/D/YYYY"] as const;

/** Three capital letters, as ISO 4217 has them. */
export const CURRENCY = /^[A-Z]{3}$/;

/** The schema of a map. */
const mapSchema = z
  .strictObject({
    /** Names the documents of the sheet; the file's name without its ending unless told. */
    sheet: z
      .string()
      .regex(/^[^\s/#]+$/)
      .optional(),
    columns,
    /** What holds for every row that has no column for it. */
    kind: z.enum(KINDS).optional(),
    state: text.optional(),
    currency: z.string().regex(CURRENCY, "three capital letters, such as USD").optional(),
    /** What one of the column of amounts stands for, such as 1000000. */
    times: z.number().positive().default(1),
    decimal: z.enum([".", ","]).default("."),
    days: z.enum(DAY_FORMS).default("YYYY-MM-DD"),
    /** What parts the cells of a line, and what parts several parties or goods in one cell. */
    delimiter: z.string().length(1).default(","),
    between: text.default(";"),
    /** What cells mean; words of our own mean themselves. */
    kinds: z.record(z.string(), z.enum(KINDS)).default({}),
    states: z.record(z.string(), text).default({}),
    parties: z.record(z.string(), text).default({}),
  })
  .superRefine((map, context) => {
    const wrong = (message: string): void => context.addIssue({ code: "custom", message, path: ["columns"] });
    const { parties, from, to, amount, currency } = map.columns;
    if (parties === undefined && (from === undefined || to === undefined)) wrong("needs parties, or from and to");
    if (map.columns.kind === undefined && map.kind === undefined) wrong("needs kind; or write kind: for all rows");
    if (map.columns.state === undefined && map.state === undefined) wrong("needs state; or write state: for all rows");
    if (amount !== undefined && currency === undefined && map.currency === undefined)
      wrong("needs currency beside amount; or write currency: for all rows");
  });

/** Which column holds what, and what its cells mean. */
export type SheetMap = z.infer<typeof mapSchema>;

/** The columns of a map. */
export type Column = keyof SheetMap["columns"];

/** Reads a map. Throws `PACTA_IMPORT_MAP` with the line that does not fit. */
export function parseMap(written: string, source: string): SheetMap {
  try {
    return parseKnowledge(written, mapSchema, source);
  } catch (thrown) {
    if (!(thrown instanceof PactaError)) throw thrown;
    throw new PactaError("PACTA_IMPORT_MAP", thrown.message, "Correct the line; docs/import.md tells what a map may hold", thrown.place, thrown);
  }
}
