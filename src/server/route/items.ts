// Goods of deals: all of them, and of one its other names and who deals in it with whom.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Carried } from "../access/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { asked, count, itemSchema, networkSchema, next, valuesQuery } from "../schema/index.ts";
import { json, JSON_TYPE, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { byBook } from "./tagged.ts";

const items = route(
  "reader",
  [],
  {
    method: "get",
    path: "/items",
    tags: ["items"],
    summary: "Goods of deals, by the beginnings of words",
    request: { query: valuesQuery },
    responses: { 200: json(z.strictObject({ values: z.array(itemSchema), next }).openapi("ItemPage"), "A page of goods") },
  },
  byBook,
);

const params = z.object({
  name: asked.openapi({ description: "How the goods are called; their deals are those of which a word of the goods begins so" }),
});

const item = route(
  "reader",
  [],
  {
    method: "get",
    path: "/items/{name}",
    tags: ["items"],
    summary: "Goods by a name of theirs: how many deals are about them, and the other names of their family",
    request: { params },
    responses: {
      200: json(
        z
          .strictObject({
            name: z.string(),
            ...count,
            family: z
              .strictObject({
                name: z.string(),
                kind: z.string().openapi({ description: "The sort of goods (air defence, energy)" }),
                maker: z.string().optional().openapi({ description: "ISO 3166-1 alpha-3 of the state whose industry makes it" }),
              })
              .optional()
              .openapi({ description: "What our tables list the name under; absent where they do not know it" }),
            names: z
              .array(itemSchema)
              .openapi({ description: "The family's other names (variants, reporting names), each with the deals that it finds" }),
          })
          .openapi("ItemAlone"),
        "The goods",
      ),
    },
  },
  byBook,
);

const network = route(
  "reader",
  [],
  {
    method: "get",
    path: "/items/{name}/network",
    tags: ["items"],
    summary: "Those who have most deals about goods, and how many deals about them they have with each other",
    description: "Over the 2,000 largest deals about the goods.",
    request: {
      params,
      query: z.object({ limit: z.coerce.number().int().min(1).max(40).optional().openapi({ description: "Parties", default: 40 }) }),
    },
    responses: { 200: json(networkSchema, "The network, who has most deals first") },
  },
  byBook,
);

/** Adds the routes of goods. */
export function itemRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(items, async (c) => c.json(plain(await (await freshBook(desk, c)).items(given(c.req.valid("query")))), 200));

  app.openapi(item, async (c) => {
    const { name } = c.req.valid("param");
    const book = await freshBook(desk, c);
    const family = desk.families(name);
    const others = family === undefined ? [] : [family.name, ...family.others].filter((one) => one.toLowerCase() !== name.toLowerCase());
    const [own, ...names] = await book.itemsCalled([name, ...others]);
    const { name: called, kind, maker } = family ?? {};
    const told = called === undefined || kind === undefined ? {} : { family: { name: called, kind, ...(maker === undefined ? {} : { maker }) } };
    return c.json(plain({ ...(own ?? { name, deals: 0 }), ...told, names }), 200);
  });

  app.openapi(network, async (c) => {
    await freshBook(desk, c);
    return c.body(await desk.asker.itemNetwork(c.req.valid("param").name, c.req.valid("query").limit ?? 40), 200, JSON_TYPE) as never;
  });
}
