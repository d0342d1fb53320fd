// Feeds that are followed: the server polls them when they are due.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { PactaError } from "../../error.ts";
import { feedSchema } from "../../settings/index.ts";
import { subscribe } from "../../subscription/index.ts";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { addressed, day, loosened } from "../schema/index.ts";
import { body, json, route } from "./define.ts";
import { given, plain } from "./given.ts";

const toldSchema = loosened(feedSchema).openapi("Feed");

const list = route("reader", [], {
  method: "get",
  path: "/feeds",
  tags: ["feeds"],
  summary: "Feeds and sitemaps that are followed, with how they do",
  responses: { 200: json(z.strictObject({ feeds: z.array(toldSchema) }).openapi("Feeds"), "The feeds") },
});

const add = route("reviewer", [404, 413, 415], {
  method: "post",
  path: "/feeds",
  tags: ["feeds"],
  summary: "Follow the feed or news sitemap at an address, or the one feed that the page there names",
  request: {
    body: body(
      z
        .strictObject({
          url: z.url({ protocol: /^https?$/ }).max(2000),
          every: z.int().min(60).max(31_536_000).optional().openapi({ description: "The smallest number of seconds between two polls" }),
          text: z.enum(["page", "feed"]).optional().openapi({ description: "Read the pages of entries (default), or the feed's texts alone" }),
          since: day.optional().openapi({ description: "Pass over entries from before that day" }),
        })
        .openapi("FeedRequest"),
    ),
  },
  responses: { 201: json(toldSchema, "The feed, which is polled soon") },
});

const remove = route("reviewer", [404], {
  method: "delete",
  path: "/feeds/{id}",
  tags: ["feeds"],
  summary: "Follow a feed no more; what was read of it stays in the ledger",
  request: { params: z.object({ id: addressed.openapi({ description: "The feed's address, percent-encoded" }) }) },
  responses: { 204: { description: "It is followed no more" } },
});

/** Adds the routes of feeds. */
export function feedRoutes(app: OpenAPIHono<Carried>, { settings, clock, jobs, fetch }: Desk): void {
  app.openapi(list, async (c) => c.json(plain({ feeds: await settings.feeds.list() }), 200));

  app.openapi(add, async (c) => {
    const { url, ...options } = c.req.valid("json");
    const found = await subscribe(url, given(options), { settings, fetch, clock });
    if (found.kind === "failure") throw unfollowed(found.error);
    jobs.look();
    return c.json(plain(found.feed), 201);
  });

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await settings.feeds.remove(id))) throw new PactaError("PACTA_FEED_UNKNOWN", `no feed is followed at ${id}`, "GET feeds lists them");
    await settings.seen.remove(id);
    return c.body(null, 204);
  });
}

/** What kept a feed from being followed, as a refusal that says so: there is none to be found at the address. */
function unfollowed({ code, message, remedy, place }: PactaError): PactaError {
  return new PactaError("PACTA_SERVER_FEED", `no feed can be followed there: ${message} (${code})`, remedy, place);
}
