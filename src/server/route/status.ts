// How the server and its ledger stand: for people, for whoever starts it again when it is ill, and for Prometheus.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { json, route } from "./define.ts";

const status = route("reader", [], {
  method: "get",
  path: "/status",
  tags: ["server"],
  summary: "The version, the head of the chain, and how far the book of deals is",
  responses: {
    200: json(
      z
        .strictObject({
          version: z.string(),
          ledger: z.strictObject({ location: z.string(), seq: z.int(), hash: z.string() }),
          book: z.strictObject({ seq: z.int(), behind: z.int(), trouble: z.string().optional() }),
          asker: z.strictObject({ role: z.string(), name: z.string().optional() }),
        })
        .openapi("Status"),
      "How it stands",
    ),
  },
});

/** Adds the route of the status. */
export function statusRoutes(app: OpenAPIHono<Carried>, { ledger, keeper, version }: Desk): void {
  app.openapi(status, async (c) => {
    const head = await ledger.head();
    const { role, name } = c.get("asker");
    const book = {
      seq: keeper.seq,
      behind: Math.max(0, head.seq - keeper.seq),
      ...(keeper.trouble === undefined ? {} : { trouble: keeper.trouble }),
    };
    return c.json({ version, ledger: { location: ledger.location, ...head }, book, asker: { role, ...(name === undefined ? {} : { name }) } }, 200);
  });
}

/** Whether the server can do its work; asked by machines, without a token. */
export async function health({ ledger, keeper }: Desk): Promise<{ readonly status: 200 | 503; readonly body: object }> {
  try {
    const { seq } = await ledger.head();
    const ok = keeper.trouble === undefined;
    return { status: ok ? 200 : 503, body: { ok, behind: Math.max(0, seq - keeper.seq) } };
  } catch {
    return { status: 503, body: { ok: false } };
  }
}
