// Watches: who wants to hear of which deals, by which ways, and what came of telling them.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { withoutSecrets } from "../../watch/index.ts";
import type { FeedPlace, Watch } from "../../watch/index.ts";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import {
  alertSchema,
  asked,
  channelRequestSchema,
  channelSchema,
  deadSchema,
  limit,
  logLineSchema,
  toldWatchSchema,
  watchChangeSchema,
  watchRequestSchema,
} from "../schema/index.ts";
import { body, json, route } from "./define.ts";
import { given, plain } from "./given.ts";

const tags = ["watches"];
const params = z.object({ id: asked });
const wayParams = z.object({ id: asked, channel: asked });
const which = z.object({ watch: asked.optional(), limit });

const list = route("reader", [], {
  method: "get",
  path: "/watches",
  tags,
  summary: "Watches, without the secrets of their ways",
  responses: { 200: json(z.strictObject({ watches: z.array(toldWatchSchema) }).openapi("Watches"), "The watches") },
});

const add = route("reviewer", [409, 413, 415], {
  method: "post",
  path: "/watches",
  tags,
  summary: "Watch a deal, a party, goods or what a query finds: whoever does hears of what changes from now on",
  request: { body: body(watchRequestSchema) },
  responses: { 201: json(toldWatchSchema, "The watch; secrets of webhooks are told where a way is added by itself") },
});

const one = route("reader", [404], {
  method: "get",
  path: "/watches/{id}",
  tags,
  summary: "A watch",
  request: { params },
  responses: { 200: json(toldWatchSchema, "The watch") },
});

const change = route("reviewer", [404, 413, 415], {
  method: "patch",
  path: "/watches/{id}",
  tags,
  summary: "Name a watch anew, pause it, or gather its digests for longer",
  request: { params, body: body(watchChangeSchema) },
  responses: { 200: json(toldWatchSchema, "The watch") },
});

const remove = route("reviewer", [404], {
  method: "delete",
  path: "/watches/{id}",
  tags,
  summary: "End a watch, with its alerts and all that was still to be delivered",
  request: { params },
  responses: { 204: { description: "It is gone" } },
});

const addWay = route("reviewer", [404, 409, 413, 415], {
  method: "post",
  path: "/watches/{id}/channels",
  tags,
  summary: "Tell of a watch by one more way: a signed webhook, mail, or a browser's push",
  request: { params, body: body(channelRequestSchema) },
  responses: { 201: json(channelSchema, "The way; the secret of a webhook is told here and never again") },
});

const removeWay = route("reviewer", [404], {
  method: "delete",
  path: "/watches/{id}/channels/{channel}",
  tags,
  summary: "Tell no more by this way",
  request: { params: wayParams },
  responses: { 204: { description: "It is gone" } },
});

const tries = json(z.strictObject({ tries: z.array(logLineSchema) }).openapi("Tries"), "What came back");

const test = route("reviewer", [404], {
  method: "post",
  path: "/watches/{id}/test",
  tags,
  summary: "Send a test by all ways of a watch, or by one, at once",
  request: { params, query: z.object({ channel: asked.optional() }) },
  responses: { 200: tries },
});

const toldAlerts = json(z.strictObject({ alerts: z.array(alertSchema) }).openapi("Alerts"), "The alerts");

const recent = route("reader", [], {
  method: "get",
  path: "/alerts",
  tags,
  summary: "What watches told, newest first: for who has the desk open",
  request: { query: which },
  responses: { 200: toldAlerts },
});

const alerts = route("reader", [404], {
  method: "get",
  path: "/watches/{id}/alerts",
  tags,
  summary: "What a watch told, newest first",
  request: { params, query: z.object({ limit }) },
  responses: { 200: toldAlerts },
});

const feed = route("reader", [404], {
  method: "get",
  path: "/watches/{id}/feed/{form}",
  tags,
  summary: "The newest alerts as a feed: `feed/rss` or `feed/json`",
  description: "Readers of feeds that send no bearer may give a token as the password of basic authentication.",
  request: { params: z.object({ id: asked, form: z.enum(["rss", "json"]) }) },
  responses: {
    200: { description: "The feed", content: { "application/rss+xml": { schema: z.string() }, "application/feed+json": { schema: z.unknown() } } },
  },
});

const log = route("reader", [], {
  method: "get",
  path: "/deliveries",
  tags,
  summary: "The log of deliveries, newest first",
  request: { query: which },
  responses: { 200: tries },
});

const dead = route("reader", [], {
  method: "get",
  path: "/deliveries/dead",
  tags,
  summary: "Deliveries that were given up",
  request: { query: which },
  responses: { 200: json(z.strictObject({ dead: z.array(deadSchema) }).openapi("DeadDeliveries"), "They") },
});

const replay = route("reviewer", [413, 415], {
  method: "post",
  path: "/deliveries/replay",
  tags,
  summary: "Deliver what was given up again: some alerts, those of a watch, or all",
  request: { body: body(z.strictObject({ alerts: z.array(asked).max(1000).optional(), watch: asked.optional() }).openapi("Replay")) },
  responses: { 200: json(z.strictObject({ due: z.int() }).openapi("Replayed"), "How many are due again") },
});

const pushKey = route("reader", [409], {
  method: "get",
  path: "/push-key",
  tags,
  summary: "The public key by which browsers subscribe (VAPID)",
  description: "Operators of push services ask whom they can reach: a server that was started without `contact` refuses.",
  responses: { 200: json(z.strictObject({ key: z.string() }).openapi("PushKey"), "The key") },
});

/** Where the feed of a watch is, and the pages that it leads to: they lie at the root of the same server. */
function placeOf(self: string, watch: string): FeedPlace {
  const pageOf = (of: "watches" | "deals", id: string): string => new URL(`/${of}/${encodeURIComponent(id)}`, self).href;
  return { self, home: pageOf("watches", watch), deal: (id) => pageOf("deals", id) };
}

/** A watch as it is told. */
const told = (watch: Watch) => plain(withoutSecrets(watch)) as z.infer<typeof toldWatchSchema>;

/** Adds the routes of watches and deliveries. */
export function watchRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  const { watching } = desk;
  app.openapi(list, async (c) => c.json({ watches: (await watching.list()).map(told) }, 200));
  app.openapi(add, async (c) => {
    const { channels, ...request } = c.req.valid("json");
    const by = c.get("asker").name;
    return c.json(
      told(await watching.add({ ...given(request), channels: (channels ?? []).map(given), ...given({ by }) } as Parameters<typeof watching.add>[0])),
      201,
    );
  });
  app.openapi(one, async (c) => c.json(told(await watching.get(c.req.valid("param").id)), 200));
  app.openapi(change, async (c) => c.json(told(await watching.change(c.req.valid("param").id, given(c.req.valid("json")))), 200));
  app.openapi(remove, async (c) => {
    await watching.remove(c.req.valid("param").id);
    return c.body(null, 204);
  });
  wayRoutes(app, desk);
  app.openapi(recent, async (c) => c.json(plain({ alerts: await watching.alerts(given(c.req.valid("query"))) }) as never, 200));
  app.openapi(alerts, async (c) => {
    const { id } = await watching.get(c.req.valid("param").id);
    return c.json(plain({ alerts: await watching.alerts({ watch: id, ...given(c.req.valid("query")) }) }) as never, 200);
  });
  app.openapi(feed, async (c) => {
    const { id, form } = c.req.valid("param");
    const text = await watching.feed(id, form, placeOf(c.req.url, id));
    return c.body(text, 200, { "content-type": form === "rss" ? "application/rss+xml" : "application/feed+json" }) as never;
  });
  app.openapi(log, async (c) => c.json(plain({ tries: await watching.log(given(c.req.valid("query"))) }), 200));
  app.openapi(dead, async (c) => c.json(plain({ dead: await watching.dead(given(c.req.valid("query"))) }), 200));
  app.openapi(replay, async (c) => c.json({ due: await watching.replay(given(c.req.valid("json"))) }, 200));
  app.openapi(pushKey, async (c) => c.json({ key: await watching.pushKey() }, 200));
}

function wayRoutes(app: OpenAPIHono<Carried>, { watching }: Desk): void {
  app.openapi(addWay, async (c) => {
    const request = given(c.req.valid("json")) as Parameters<typeof watching.addChannel>[1];
    return c.json(plain(await watching.addChannel(c.req.valid("param").id, request)), 201);
  });
  app.openapi(removeWay, async (c) => {
    const { id, channel } = c.req.valid("param");
    await watching.removeChannel(id, channel);
    return c.body(null, 204);
  });
  app.openapi(test, async (c) => c.json(plain({ tries: await watching.test(c.req.valid("param").id, c.req.valid("query").channel) }), 200));
}
