// Schemas that many answers share, as the OpenAPI document names them.
import { z } from "@hono/zod-openapi";

/** Days as they are asked for. */
export const day = z.iso.date().openapi({ example: "2015-01-20" });

/** Earliest and latest possible day. */
export const boundsSchema = z.strictObject({ earliest: z.string().optional(), latest: z.string().optional() }).openapi("Bounds");

/** Where a page ends: passed on as `after` it gives the next one. */
export const next = z.string().openapi({ description: "Pass it on as `after` for the next page; absent on the last one" }).optional();

/** How many things are on a page. */
export const limit = z.coerce.number().int().min(1).max(1000).optional().openapi({ description: "Things on a page", default: 100 });

/** Characters of a cursor: some hold a name. The longest fits into the head of a request however it is written there (`HEAD` in serve.ts). */
const CURSOR = 20_000;

/** Behind which thing a page begins, in the form that cursors of a list have. */
export const after = (form: RegExp) => z.string().max(CURSOR).regex(form).optional().openapi({ description: "The `next` of the page before" });

/** Ids of documents and feeds, which may be addresses. */
export const addressed = z.string().min(1).max(2000);

/** Ids and words that are asked for. */
export const asked = z.string().min(1).max(500);

/** A person as a request names one. */
export const personSchema = z
  .string()
  .regex(/^\S(?:.{0,198}\S)?$/)
  .optional()
  .openapi({
    description: "The person. Asked of whoever comes without a token; a token's name stands for its bearer, and only an admin may name another",
  });
