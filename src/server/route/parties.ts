// Parties and goods of deals, and who has deals with whom.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { DealBook, DealBrief } from "../../deal/index.ts";
import { PactaError } from "../../error.ts";
import type { Carried } from "../access/index.ts";
import { arrayText } from "../answer/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { after, asked, dealBriefSchema, next } from "../schema/index.ts";
import { json, JSON_TYPE, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { byBook } from "./tagged.ts";

const query = z.object({
  begins: z.string().max(500).optional().openapi({ description: "How an id, a name or a word begins" }),
  after: after(/^[\w-]+$/),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({ default: 50 }),
});

const count = {
  deals: z.int().openapi({ description: "Deals, 1000 at the most" }),
  more: z.literal(true).optional().openapi({ description: "There are more than 1000" }),
};

const partySchema = z.strictObject({ id: z.string().nullable(), name: z.string(), ...count }).openapi("Party");
const itemSchema = z.strictObject({ name: z.string(), ...count }).openapi("Item");

const parties = route(
  "reader",
  [],
  {
    method: "get",
    path: "/parties",
    tags: ["parties"],
    summary: "Parties of deals",
    request: { query },
    responses: { 200: json(z.strictObject({ values: z.array(partySchema), next }).openapi("PartyPage"), "A page of parties") },
  },
  byBook,
);

const items = route(
  "reader",
  [],
  {
    method: "get",
    path: "/items",
    tags: ["items"],
    summary: "Goods of deals, by the beginnings of words",
    request: { query },
    responses: { 200: json(z.strictObject({ values: z.array(itemSchema), next }).openapi("ItemPage"), "A page of goods") },
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

const id = z.string().openapi({ description: "The party's id or, where it has none, its name" });
const many = z.int().optional();

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
      200: json(
        z
          .strictObject({
            nodes: z.array(z.strictObject({ id, name: z.string(), ...count })),
            edges: z.array(
              z.strictObject({
                a: id,
                b: id,
                deals: z.int(),
                kinds: z.strictObject({ agreement: many, transfer: many, measure: many, dispute: many }),
              }),
            ),
          })
          .openapi("PartyNetwork"),
        "The network, the party first",
      ),
    },
  },
  byBook,
);

const search = route(
  "reader",
  [],
  {
    method: "get",
    path: "/search",
    tags: ["search"],
    summary: "Deals that hold all of these words, and parties and goods that begin so: the first few of each",
    request: { query: z.object({ q: asked, limit: z.coerce.number().int().min(1).max(50).optional().openapi({ default: 10 }) }) },
    responses: {
      200: json(
        z.strictObject({ deals: z.array(dealBriefSchema), parties: z.array(partySchema), items: z.array(itemSchema) }).openapi("Found"),
        "What was found",
      ),
    },
  },
  byBook,
);

/** Adds the routes of parties, goods and the search over everything. */
export function partyRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(parties, async (c) => c.json(plain(await (await freshBook(desk, c)).parties(given(c.req.valid("query")))), 200));
  app.openapi(items, async (c) => c.json(plain(await (await freshBook(desk, c)).items(given(c.req.valid("query")))), 200));

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

  app.openapi(search, async (c) => {
    const { q, limit = 10 } = c.req.valid("query");
    const book = await freshBook(desk, c);
    const asked = { begins: q, limit };
    const [{ briefs }, named, goods] = [await book.briefs({ search: q, limit }), await book.parties(asked), await book.items(asked)];
    const beside = JSON.stringify({ parties: named.values, items: goods.values });
    return c.body(`{"deals":${arrayText(briefs)},${beside.slice(1)}`, 200, JSON_TYPE) as never;
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
