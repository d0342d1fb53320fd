// Deals: lists by what they are about, and all that is told of one, each at a pair of days.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { wholeDeal } from "../../deal/index.ts";
import type { AsOf, DealBook, DealFilter } from "../../deal/index.ts";
import { PactaError } from "../../error.ts";
import { ACTS } from "../../reading/index.ts";
import type { Carried } from "../access/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { after, asked, day, dealLineSchema, KINDS, limit, next, POLICIES, STATES, wholeDealSchema } from "../schema/index.ts";
import { json, route } from "./define.ts";
import { given, plain } from "./given.ts";

const days = {
  asOf: day.optional().openapi({ description: "The state on that day" }),
  known: day.optional().openapi({ description: "What documents published by that day let one know" }),
  policy: z.enum(POLICIES).optional().openapi({ description: "Which of contradicting claims is shown first", default: "most-recent" }),
};

const SUM = /^([A-Za-z]{3})(?::(\d{1,15}(?:\.\d{1,6})?))?$/;

const list = route("reader", [], {
  method: "get",
  path: "/deals",
  tags: ["deals"],
  summary: "Deals, those of most claims first",
  request: {
    query: z.object({
      ...days,
      kind: z.enum(KINDS).optional(),
      state: z.enum(STATES).optional().openapi({ description: "Of that state on the day" }),
      party: asked.optional().openapi({ description: "An id (RUS, UN) or a name" }),
      item: asked.optional().openapi({ description: "Goods called so (S-300, gas)" }),
      act: z.enum(ACTS).optional().openapi({ description: "With a claim of that act" }),
      money: z.string().regex(SUM).optional().openapi({ description: "With a sum of at least so much: USD, or USD:1000000" }),
      from: day.optional().openapi({ description: "Told of on that day or later" }),
      to: day.optional().openapi({ description: "Told of on that day or earlier" }),
      search: asked.optional().openapi({ description: "All of these words in names, parties, goods or quotes" }),
      after: after(/^\d{1,9}\.[\w-]+$/),
      limit,
    }),
  },
  responses: { 200: json(z.strictObject({ deals: z.array(dealLineSchema), next }).openapi("DealPage"), "A page of deals") },
});

const one = route("reader", [404], {
  method: "get",
  path: "/deals/{id}",
  tags: ["deals"],
  summary: "All that is told of a deal: its line, its life, its conflicts with both sides",
  request: { params: z.object({ id: asked.openapi({ description: "The deal's id, or its first digits" }) }), query: z.object(days) },
  responses: { 200: json(wholeDealSchema, "The deal") },
});

/** Adds the routes of deals. */
export function dealRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(list, async (c) => {
    const { kind, money, ...asked } = c.req.valid("query");
    const filter: DealFilter = { ...given(asked), ...given({ kinds: kind === undefined ? undefined : [kind], money: sumOf(money) }) };
    const book = await freshBook(desk, c);
    return c.json(plain(await book.deals(filter)), 200);
  });

  app.openapi(one, async (c) => {
    const asked: AsOf = given(c.req.valid("query"));
    const book = await freshBook(desk, c);
    const id = await idNamed(c.req.valid("param").id, book);
    const found = await book.deal(id, asked);
    if (found === undefined) throw unknownDeal(id);
    return c.json(plain(wholeDeal(found, desk.knowledge, asked)), 200);
  });
}

function sumOf(written: string | undefined): DealFilter["money"] {
  const [, currency, least = "0"] = SUM.exec(written ?? "") ?? [];
  return currency === undefined ? undefined : { currency: currency.toUpperCase(), least: Number(least) };
}

/** The id of the deal that an id or its only beginning names. Throws `PACTA_DEAL_UNKNOWN`. */
async function idNamed(named: string, book: DealBook): Promise<string> {
  const digits = named.replace(/^deal-/, "");
  const [only, another] = await book.named(`deal-${digits}`, 2);
  if (only === undefined) throw unknownDeal(named);
  if (only === `deal-${digits}` || another === undefined) return only;
  throw new PactaError("PACTA_DEAL_UNKNOWN", `"${named}" is the beginning of several deals`, `Give more digits: ${only}, ${another}`);
}

function unknownDeal(named: string): PactaError {
  return new PactaError("PACTA_DEAL_UNKNOWN", `the ledger has no deal "${named}"`, "GET deals lists them");
}
