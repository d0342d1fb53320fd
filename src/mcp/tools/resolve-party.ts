// resolve_party: whom a name means, and which deals that party has.
import { z } from "zod";
import { few, nearestParty, partyIdOf, short, shown, word } from "../parts/index.ts";
import { tool } from "../tool.ts";

const SHOWN = 5;
const NAME_LENGTH = 300;

const input = z.strictObject({ name: word("a name, demonym, capital or id: Russia, Russian, RUS, Naval Group") });

const output = z.strictObject({
  matches: z.array(
    z.strictObject({
      id: z.string().nullable().describe("the id that the ledger knows the party by; null for a company, group or name without one"),
      name: z.string().describe("how deals call it, or how it was asked for"),
      by: z
        .enum(["table", "ledger", "likeness"])
        .describe("table: the name stands in Pacta's tables; ledger: deals have a party called so; likeness: spelt much like one"),
      deals: z.array(z.strictObject({ id: z.string(), name: z.string() })).describe("those of most claims"),
    }),
  ),
  notes: z.array(z.string()),
});

type Match = z.infer<typeof output>["matches"][number];

/** `resolve_party`. */
export const resolveParty = tool({
  name: "resolve_party",
  title: "Whom a name means",
  description:
    "Looks up a state, organisation, company or group by any of its names, and gives the id or name by which search_deals and list_claims find it, with its largest deals.",
  input,
  output,
  ask: async ({ name }, desk) => {
    const book = await desk.book();
    const matchOf = async (key: string, id: string | null, by: Match["by"]): Promise<Match> => {
      const { deals } = await book.deals({ party: key, limit: SHOWN });
      const side = deals.flatMap(({ parties }) => parties).find((one) => one.id === key || one.name.toLowerCase() === key.toLowerCase());
      return {
        id: id ?? side?.id ?? null,
        name: short(side?.name ?? key, NAME_LENGTH),
        by,
        deals: few(deals, SHOWN).map((line) => ({ id: line.id, name: short(line.name, NAME_LENGTH) })),
      };
    };
    const id = partyIdOf(name, desk.knowledge);
    if (id !== undefined) return { matches: [await matchOf(id, id, "table")], notes: [] };
    const named = await matchOf(name, null, "ledger");
    if (named.deals.length > 0) return { matches: [named], notes: [] };
    const meant = nearestParty(name, desk.knowledge);
    const like =
      meant === undefined
        ? undefined
        : await matchOf(partyIdOf(meant, desk.knowledge) ?? meant, partyIdOf(meant, desk.knowledge) ?? null, "likeness");
    return {
      matches: like === undefined ? [] : [like],
      notes: [
        like === undefined
          ? "No party is called so, or much like it. search_deals with `words` finds names that stand within others."
          : `No party is called "${name}"; the nearest name is "${meant ?? ""}".`,
      ],
    };
  },
  tell: ({ matches, notes }) =>
    [
      ...matches.map(
        ({ id, name, by, deals }) =>
          `${shown(name)}${id === null ? " (no id)" : ` (${id})`}, by ${by}\n${deals.map((deal) => `  ${deal.id}: ${shown(deal.name)}\n`).join("") || "  no deals\n"}`,
      ),
      ...notes.map((note) => `Note: ${shown(note)}\n`),
    ].join(""),
});
