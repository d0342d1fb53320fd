// list_parties: who has deals in the ledger, by how they are called.
import { z } from "zod";
import { cursorFor, cursorIn, pageArgs, short, shown, word } from "../parts/index.ts";
import { tool } from "../tool.ts";

const NAME = "list_parties";
/** A page of the longest names fits an answer. */
const NAME_LENGTH = 200;

const input = z.strictObject({
  begins: word("how an id or name begins: nav finds Naval Group; left out: all, in the order of the alphabet").optional(),
  ...pageArgs(30, 100),
});

const output = z.strictObject({
  parties: z.array(
    z.strictObject({
      id: z.string().nullable().describe("null for a company, group or name without one"),
      name: z.string(),
      deals: z.int(),
      more: z.literal(true).optional().describe("it has more deals than are counted"),
    }),
  ),
  next: z.string().optional().describe("give it as `cursor` for the page behind this one"),
  notes: z.array(z.string()),
});

/** `list_parties`. */
export const listParties = tool({
  name: NAME,
  title: "List parties",
  description:
    "Lists the states, organisations, companies and groups that have deals in the ledger, with how many, by the beginning of an id or name.",
  input,
  output,
  ask: async (args, desk) => {
    const after = cursorIn(NAME, args);
    const book = await desk.book();
    const asked = { ...(args.begins === undefined ? {} : { begins: args.begins }), ...(after === undefined ? {} : { after }) };
    const { values, next } = await book.parties({ ...asked, limit: args.limit });
    const parties = values.map((party) => ({ ...party, name: short(party.name, NAME_LENGTH) }));
    const isEmpty = parties.length === 0 && next === undefined;
    return {
      parties,
      ...(next === undefined ? {} : { next: cursorFor(NAME, args, next) }),
      notes: isEmpty ? ["No party of a deal is called so: resolve_party looks other names up."] : [],
    };
  },
  tell: ({ parties, next, notes }) =>
    [
      ...parties.map(
        ({ id, name, deals, more }) => `${shown(name)}${id === null ? "" : ` (${shown(id)})`}: ${deals}${more === true ? " and more" : ""} deals\n`,
      ),
      ...notes.map((note) => `Note: ${note}\n`),
      next === undefined ? "" : `More: cursor ${next}\n`,
    ].join(""),
});
