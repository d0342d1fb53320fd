// Deals: lists by what they are about, and all that is told of one, each at a pair of days.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { dealNamed, hasDays, KINDS, POLICIES, SORTS, STATES, unknownDeal, wholeDeal } from "../../deal/index.ts";
import type { AsOf, DealFilter } from "../../deal/index.ts";
import { ACTS } from "../../reading/index.ts";
import type { Carried } from "../access/index.ts";
import { pageText } from "../answer/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { addressed, after, asked, day, dealBriefSchema, limit, next, wholeDealSchema } from "../schema/index.ts";
import { json, JSON_TYPE, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { byBook } from "./tagged.ts";

const days = {
  asOf: day.optional().openapi({ description: "The state on that day" }),
  known: day.optional().openapi({ description: "What documents published by that day let one know" }),
  policy: z.enum(POLICIES).optional().openapi({ description: "Which of contradicting claims is shown first", default: "most-recent" }),
};

/** Ids that are looked through for one that was misspelt: others wait meanwhile. */
const LOOKED_AT = 500;

/** Where ids of deals are found. */
const LISTING = "GET deals lists them";

const SUM = /^([A-Za-z]{3})(?::(\d{1,15}(?:\.\d{1,6})?))?$/;

/** Which deals. */
const which = {
  ...days,
  kind: z.enum(KINDS).optional(),
  state: z.enum(STATES).optional().openapi({ description: "Of that state on the day" }),
  party: asked.optional().openapi({ description: "An id (RUS, UN) or a name" }),
  item: asked.optional().openapi({ description: "Goods called so (S-300, gas)" }),
  act: z.enum(ACTS).optional().openapi({ description: "With a claim of that act" }),
  money: z.string().regex(SUM).optional().openapi({ description: "With a sum of at least so much: USD, or USD:1000000" }),
  from: day.optional().openapi({ description: "Told of on that day or later" }),
  to: day.optional().openapi({ description: "Told of on that day or earlier" }),
  document: addressed.optional().openapi({ description: "Told of in the document of that id" }),
  search: asked.optional().openapi({ description: "All of these words in names, parties, goods or quotes" }),
};

const list = route(
  "reader",
  [409],
  {
    method: "get",
    path: "/deals",
    tags: ["deals"],
    summary: "Deals in brief, those of most claims first unless told",
    request: {
      query: z.object({
        ...which,
        sort: z.enum(SORTS).optional().openapi({
          description: "Most claims first, told of last or first on the youngest day, or by name; lists of other days by claims alone",
          default: "claims",
        }),
        after: after(/^(?:\d{1,9}|last|first|name)\.[\w-]+$/),
        limit,
      }),
    },
    responses: { 200: json(z.strictObject({ deals: z.array(dealBriefSchema), next }).openapi("DealPage"), "A page of deals") },
  },
  byBook,
);

const total = route(
  "reader",
  [],
  {
    method: "get",
    path: "/totals/deals",
    tags: ["deals"],
    summary: "How many deals there are, or fit",
    request: { query: z.object(which) },
    responses: {
      200: json(
        z
          .strictObject({
            deals: z
              .int()
              .optional()
              .openapi({ description: "Those of a filter are counted to 5,000; absent for other days, whose deals would all have to be folded" }),
            more: z.literal(true).optional().openapi({ description: "There are more" }),
          })
          .openapi("DealTotal"),
        "The number",
      ),
    },
  },
  byBook,
);

const one = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/deals/{id}",
    tags: ["deals"],
    summary: "All that is told of a deal: its line, its life, its conflicts with both sides",
    request: { params: z.object({ id: asked.openapi({ description: "The deal's id, or its first digits" }) }), query: z.object(days) },
    responses: { 200: json(wholeDealSchema, "The deal") },
  },
  byBook,
);

/** Deals of more claims take long to tell. */
const LARGE = 200;

/** Adds the routes of deals. */
export function dealRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(list, async (c) => {
    const filter = filterOf(c.req.valid("query"));
    const book = await freshBook(desk, c);
    const told = hasDays(filter) && isByClaims(filter) ? await desk.asker.deals(filter) : pageText(await book.briefs(filter));
    return c.body(told, 200, JSON_TYPE) as never;
  });

  app.openapi(total, async (c) => c.json(plain((await (await freshBook(desk, c)).total(filterOf(c.req.valid("query")))) ?? {}), 200));

  app.openapi(one, async (c) => {
    const asked: AsOf = given(c.req.valid("query"));
    const book = await freshBook(desk, c);
    const id = await dealNamed(c.req.valid("param").id, book, LISTING, LOOKED_AT);
    if (((await book.size(id)) ?? 0) > LARGE) {
      const told = await desk.asker.deal(id, asked);
      if (told === "null") throw unknownDeal(id, LISTING);
      return c.body(told, 200, JSON_TYPE) as never;
    }
    const found = await book.deal(id, asked);
    if (found === undefined) throw unknownDeal(id, LISTING);
    return c.json(plain(wholeDeal(found, desk.knowledge, asked)), 200);
  });
}

/** A filter as a request gives it. */
function filterOf({ kind, money, ...asked }: z.infer<z.ZodObject<typeof which>>): DealFilter {
  return { ...given(asked), ...given({ kinds: kind === undefined ? undefined : [kind], money: sumOf(money) }) };
}

/** Others are refused before long questions are waited for. */
function isByClaims({ sort = "claims" }: DealFilter): boolean {
  return sort === "claims";
}

function sumOf(written: string | undefined): DealFilter["money"] {
  const [, currency, least = "0"] = SUM.exec(written ?? "") ?? [];
  return currency === undefined ? undefined : { currency: currency.toUpperCase(), least: Number(least) };
}
