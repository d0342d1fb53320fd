// Watches, alerts and their deliveries as answers; see src/watch.
import { z } from "@hono/zod-openapi";
import { ACTS, claimSchema } from "../../reading/index.ts";
import { watchSchema } from "../../watch/index.ts";
import { boundsSchema } from "./parameters.ts";
import { dealStates } from "./deal.ts";
import { loosened } from "./loosened.ts";

const { channels: _, about: subjects, ...watch } = loosened(watchSchema).shape;

const [deal, party, item, search, query] = subjects.options;

/** What is watched. That a query has a condition cannot be told by its keys alone. */
const about = z.union([deal, party, item, search, z.strictObject({ query: query.shape.query.openapi({ minProperties: 1 }) })]);

const toldChannel = z.union([
  z.strictObject({ id: z.string(), kind: z.literal("webhook"), url: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal("push"), subscription: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal("email"), to: z.string(), every: z.int() }),
]);

/** A watch without the secrets of its ways. */
export const toldWatchSchema = z.strictObject({ ...watch, about, channels: z.array(toldChannel) }).openapi("Watch");

/** Addresses of mail, as they are checked when a watch is kept: tools that make some up by the name of the format take others for right. */
const EMAIL = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** A way that is to be added. */
export const channelRequestSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("webhook"),
      url: z.url({ protocol: /^https?$/ }).max(4000),
      secret: z
        .string()
        .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)
        .optional()
        .openapi({ description: "Signs what is posted, after Standard Webhooks; made where none is given" }),
    }),
    z.strictObject({ kind: z.literal("email"), to: z.string().max(320).regex(EMAIL), every: z.int().min(1).max(10_080).optional() }),
    z.strictObject({
      kind: z.literal("push"),
      endpoint: z.url({ protocol: /^https$/ }).max(4000),
      keys: z.strictObject({ p256dh: z.string().regex(/^[\w-]{80,100}=*$/), auth: z.string().regex(/^[\w-]{16,32}=*$/) }),
    }),
  ])
  .openapi("ChannelRequest");

/** A way as it was added: the secret of a webhook is told here and never again. */
export const channelSchema = z
  .union([z.strictObject({ id: z.string(), kind: z.literal("webhook"), url: z.string(), secret: z.string() }), ...toldChannel.options.slice(1)])
  .openapi("Channel");

/** A watch that is to be made. */
export const watchRequestSchema = z
  .strictObject({
    name: watch.name,
    about,
    digestEvery: watch.digestEvery,
    channels: z.array(channelRequestSchema).max(20).optional(),
  })
  .openapi("WatchRequest");

/** What of a watch is to be changed. */
export const watchChangeSchema = z
  .strictObject({ name: watch.name.optional(), digestEvery: watch.digestEvery, paused: z.boolean().optional() })
  .openapi("WatchChange");

const common = { id: z.string(), watch: z.strictObject({ id: z.string(), name: z.string() }), seq: z.int(), at: z.string() };
const named = z.strictObject({ id: z.string(), name: z.string(), kind: z.string() });
const conflicts = z.array(z.string());

/** One claim that says what changed. */
const told = z.strictObject({
  of: z.string(),
  claim: z.string(),
  act: z.enum(ACTS),
  part: z.string(),
  words: z.string(),
  sources: claimSchema.shape.sources,
  document: z.strictObject({
    id: z.string(),
    published: z.string().optional(),
    heading: z.string().optional(),
    url: z.string().optional(),
    title: z.string().optional(),
  }),
  when: boundsSchema,
  lapsed: z.literal(true).optional(),
});

/** What one entry changed of one deal; see `DealChange`. */
export const changeSchema = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    deal: named,
    was: z.array(z.string()).openapi({ description: "Ids of the deals that it was before" }),
    gone: z.literal(true).optional().openapi({ description: "There is no such deal any more" }),
    before: dealStates,
    after: dealStates,
    conflicts: conflicts.openapi({ description: "Slots in which claims contradict each other since then" }),
    isNews: z.boolean().openapi({ description: "A document brought it that came soon after it was published" }),
    told: z.array(told),
  })
  .openapi("DealChange");

/** What whoever watches is told; see `Alert`. */
export const alertSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...common, kind: z.literal("change"), deal: named, before: dealStates, after: dealStates, conflicts, told: z.array(told) }),
    z.strictObject({
      ...common,
      kind: z.literal("digest"),
      lines: z.array(
        z.strictObject({ root: z.string(), deal: named, before: dealStates, after: dealStates, conflicts, gone: z.literal(true).optional() }),
      ),
      more: z.int(),
      missed: z.literal(true).optional(),
    }),
    z.strictObject({ ...common, kind: z.literal("test") }),
  ])
  .openapi("Alert");

const delivery = { alert: z.string(), watch: z.string(), channel: z.string(), kind: z.enum(["webhook", "push", "email"]) };

/** One try of one delivery. */
export const logLineSchema = z
  .strictObject({
    at: z.string(),
    ...delivery,
    outcome: z.enum(["sent", "again", "dead", "gone"]),
    tries: z.int(),
    ms: z.number(),
    status: z.int().optional(),
    code: z.string().optional(),
    what: z.string().optional(),
  })
  .openapi("DeliveryTry");

/** A delivery that was given up. */
export const deadSchema = z
  .strictObject({ ...delivery, due: z.string(), tries: z.int(), code: z.string(), status: z.int().optional() })
  .openapi("DeadDelivery");
