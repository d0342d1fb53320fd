// Spreadsheets of deals, as `pacta import` takes them.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { day, personSchema } from "../schema/index.ts";
import { body, json, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { personOf } from "./person.ts";

const refused = z.strictObject({ line: z.int().optional(), code: z.string(), what: z.string(), remedy: z.string() }).openapi("RefusedRow");

const take = route("reviewer", [404, 409, 410, 413, 415, 507], {
  method: "post",
  path: "/imports",
  tags: ["imports"],
  summary: "Import a spreadsheet of deals: each row becomes a document with claims of the person who imports it",
  description:
    "See docs/import.md for maps. The same sheet adds nothing when it comes again; where a row says something else than before, what it said is taken back. Rows that cannot be told are listed with their lines, and the others imported.",
  request: {
    body: body(
      z
        .strictObject({
          csv: z.string().min(1).openapi({ description: "The sheet as CSV, its columns named in the first line" }),
          map: z.string().min(1).max(100_000).openapi({ description: "Which column holds what, in YAML" }),
          name: z
            .string()
            .regex(/^[^\s/#]{1,200}$/)
            .optional()
            .openapi({ description: "The sheet's name, where the map has none: rows of one name and id stand for each other" }),
          date: day.optional().openapi({ description: "The day by which the rows were known, where no column tells it" }),
          by: personSchema,
          why: z.string().min(1).max(2000).optional(),
          dry: z.boolean().optional().openapi({ description: "Tell what it would come to, and write nothing" }),
        })
        .openapi("ImportRequest"),
    ),
  },
  responses: {
    200: json(
      z
        .strictObject({
          added: z.int().openapi({ description: "Claims that were added" }),
          same: z.int().openapi({ description: "Claims that were there already" }),
          undone: z.int().openapi({ description: "Claims of before that were taken back" }),
          refused: z.array(refused),
          documents: z.array(z.string()),
        })
        .openapi("Imported"),
      "What it came to, or would come to",
    ),
  },
});

/** Adds the route of imports. */
export function importRoutes(app: OpenAPIHono<Carried>, { importer, log }: Desk): void {
  app.openapi(take, async (c) => {
    const { csv, map, name, date, by, why, dry = false } = c.req.valid("json");
    const person = { by: personOf(by, c.get("asker")), ...given({ why }) };
    const done = await importer.take({ csv, map, ...given({ name, day: date }), importer: person, dry });
    const { added, same, undone } = done;
    log.info({ request: c.get("request"), by: person.by, dry, added, same, undone, refused: done.refused.length }, "imported a spreadsheet");
    return c.json(plain(done), 200);
  });
}
