// Parties of deals, and who has deals with whom.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { DealBook, DealBrief } from "../../deal/index.ts";
import { PactaError } from "../../error.ts";
import type { Carried } from "../access/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { asked, networkSchema, next, partySchema, valuesQuery } from "../schema/index.ts";
import { json, JSON_TYPE, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { byBook } from "./tagged.ts";

const parties = route(
  "reader",
  [],
  {
    method: "get",
    path: "/parties",
    tags: ["parties"],
    summary: "Parties of deals",
    request: { query: valuesQuery },
    responses: { 200: json(z.strictObject({ values: z.array(partySchema), next }).openapi("PartyPage"), "A page of parties") },
  },
  byBook,
);

/** Deals of a party that are looked at for whom they are with. */
const LOOKED_AT = 200;

const party = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/parties/{key}",
    tags: ["parties"],
    summary: "A party: its deals by state and kind, and with whom it has them, over its 200 largest",
    request: { params: z.object({ key: asked.openapi({ description: "An id (RUS, UN), or the name of a party without one" }) }) },
    responses: {
      200: json(
        z
          .strictObject({
            id: z.string().nullable(),
            name: z.string(),
            aliases: z.array(z.string()).openapi({ description: "Other names that our tables list" }),
            of: z.int().openapi({ description: "Deals that were looked at" }),
            more: z.boolean().openapi({ description: "The party has more deals than that" }),
            states: z.record(z.string(), z.int()),
            kinds: z.record(z.string(), z.int()),
            partners: z.array(z.strictObject({ id: z.string().nullable(), name: z.string(), deals: z.int() })),
          })
          .openapi("PartyAlone"),
        "The party",
      ),
    },
  },
  byBook,
);

const network = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/parties/{key}/network",
    tags: ["parties"],
    summary: "A party, those whom it has most deals with, and how many deals they have with each other",
    description: "Over the 2,000 largest deals of the party and the 300 largest of each partner.",
    request: {
      params: z.object({ key: asked }),
      query: z.object({ limit: z.coerce.number().int().min(1).max(40).optional().openapi({ description: "Partners", default: 40 }) }),
    },
    responses: {
      200: json(networkSchema, "The network, the party first"),
    },
  },
  byBook,
);

/** Adds the routes of parties. */
export function partyRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(parties, async (c) => c.json(plain(await (await freshBook(desk, c)).parties(given(c.req.valid("query")))), 200));

  app.openapi(party, async (c) => {
    const { key } = c.req.valid("param");
    const found = await aloneIn(await freshBook(desk, c), key);
    if (found === undefined) throw unknownParty(key);
    return c.json(plain({ ...found, aliases: desk.aliases(found.id ?? found.name) }), 200);
  });

  app.openapi(network, async (c) => {
    const { key } = c.req.valid("param");
    await freshBook(desk, c);
    const told = await desk.asker.network(key, c.req.valid("query").limit ?? 40);
    if (told === "null") throw unknownParty(key);
    return c.body(told, 200, JSON_TYPE) as never;
  });
}

function unknownParty(key: string): PactaError {
  return new PactaError("PACTA_PARTY_UNKNOWN", `no deal has a party "${key}"`, "GET parties?begins= lists those that begin so");
}

async function aloneIn(book: DealBook, key: string) {
  const { briefs, next: more } = await book.briefs({ party: key, limit: LOOKED_AT });
  const deals = briefs.map((brief) => JSON.parse(brief) as DealBrief);
  const isIt = ({ id, name }: DealBrief["parties"][number]): boolean => [id, name].some((value) => value?.toLowerCase() === key.toLowerCase());
  const own = deals.flatMap((line) => line.parties.filter(isIt))[0];
  if (own === undefined) return undefined;
  const partners = new Map<string, { readonly id: string | null; readonly name: string; readonly deals: number }>();
  for (const { parties: all } of deals)
    for (const { id, name } of all.filter((side) => !isIt(side)))
      partners.set(id ?? name, { id, name, deals: (partners.get(id ?? name)?.deals ?? 0) + 1 });
  const tally = (values: readonly string[]) =>
    Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
  return {
    ...own,
    of: deals.length,
    more: more !== undefined,
    states: tally(deals.map(({ state }) => state)),
    kinds: tally(deals.map(({ kind }) => kind)),
    partners: [...partners.values()].sort((a, b) => b.deals - a.deals || (a.name < b.name ? -1 : 1)),
  };
}
