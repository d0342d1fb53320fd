// Parties and goods as answers: what lists count of them, and who deals with whom.
import { z } from "@hono/zod-openapi";
import { after } from "./parameters.ts";

/** How parties and goods are asked for. */
export const valuesQuery = z.object({
  begins: z.string().max(500).optional().openapi({ description: "How an id, a name or a word begins" }),
  after: after(/^[\w-]+$/),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({ default: 50 }),
});

/** What is counted of a value. */
export const count = {
  deals: z.int().openapi({ description: "Deals, 1000 at the most" }),
  more: z.literal(true).optional().openapi({ description: "There are more than 1000" }),
};

/** A party of deals. */
export const partySchema = z.strictObject({ id: z.string().nullable(), name: z.string(), ...count }).openapi("Party");

/** Goods of deals. */
export const itemSchema = z.strictObject({ name: z.string(), ...count }).openapi("Item");

const id = z.string().openapi({ description: "The party's id or, where it has none, its name" });
const many = z.int().optional();

/** Parties, and how many deals they have with each other. */
export const networkSchema = z
  .strictObject({
    nodes: z.array(z.strictObject({ id, name: z.string(), ...count })),
    edges: z.array(
      z.strictObject({ a: id, b: id, deals: z.int(), kinds: z.strictObject({ agreement: many, transfer: many, measure: many, dispute: many }) }),
    ),
  })
  .openapi("PartyNetwork");
