// What somebody wants to hear of, and by which ways: the schemas of what is kept of a watch. Older records, which had no ways, still load.
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { KINDS, STATES } from "../deal/index.ts";
import { PactaError } from "../error.ts";

const id = z.string().min(1).max(500);
const instant = z.iso.datetime();
const text = z.string().min(1).max(500);
const minutes = z.int().min(1).max(10_080);

/** Which deals a query means: the conditions of `DealFilter` that hold for a deal whatever day it is asked for. */
const querySchema = z
  .strictObject({
    search: text,
    party: text,
    item: text,
    kinds: z.array(z.enum(KINDS)).min(1),
    state: z.enum(STATES),
    act: text,
    money: z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), least: z.number().nonnegative() }),
    from: z.iso.date(),
    to: z.iso.date(),
  })
  .partial()
  .refine((query) => Object.values(query).some((value) => value !== undefined), "give at least one condition");

/** The schema of a way by which alerts go out. `every` is how many minutes a mail may wait for more, `secret` signs what is posted. */
export const channelSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    id,
    kind: z.literal("webhook"),
    url: z.url({ protocol: /^https?$/ }).max(4096),
    secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/),
  }),
  z.strictObject({ id, kind: z.literal("push"), subscription: id }),
  z.strictObject({ id, kind: z.literal("email"), to: z.email().max(320), every: minutes }),
]);

/**
 * The schema of a watch. `made` is an instant, `since` the entry of the ledger behind which it hears of changes, `by` who made it, `paused`: it hears
 * of nothing for now; `digestEvery`: minutes for which what old reports change is gathered while the watching goes on.
 */
export const watchSchema = z.strictObject({
  id,
  name: text,
  about: z.union([
    z.strictObject({ deal: text }),
    z.strictObject({ party: text }),
    z.strictObject({ item: text }),
    z.strictObject({ search: text }),
    z.strictObject({ query: querySchema }),
  ]),
  made: instant,
  by: text.exactOptional(),
  since: z.int().nonnegative().exactOptional(),
  paused: z.literal(true).exactOptional(),
  digestEvery: minutes.exactOptional(),
  channels: z.array(channelSchema).max(20).exactOptional(),
});

/** The schema of a browser's subscription (Push API). */
export const pushSchema = z.strictObject({
  id,
  endpoint: z.url({ protocol: /^https$/ }).max(4096),
  keys: z.strictObject({ p256dh: z.string().regex(/^[\w-]{80,100}=*$/), auth: z.string().regex(/^[\w-]{16,32}=*$/) }),
  made: instant,
});

/** The schema of our keys for push services (VAPID). Older records also have a `subject`, which nobody asks any more. */
export const vapidSchema = z.strictObject({
  id: z.literal("vapid"),
  publicKey: z.string().min(80),
  privateKey: z.string().min(40),
  subject: z.string().exactOptional(),
});

/** The schema of the server that mail goes out by: `smtp://user:password@host:587` or `smtps://…`, and the sender's address. */
export const mailServerSchema = z.strictObject({ id: z.literal("smtp"), url: z.url({ protocol: /^smtps?$/ }), from: z.string().min(3).max(320) });

/** What somebody wants to hear of: a deal, a party, goods, or what a search or query finds. */
export type Watch = Readonly<z.infer<typeof watchSchema>>;
/** A way by which alerts go out. */
export type Channel = Readonly<z.infer<typeof channelSchema>>;
/** Conditions on deals. */
export type Query = Readonly<z.infer<typeof querySchema>>;
/** Where a browser is reached. */
export type PushSubscription = Readonly<z.infer<typeof pushSchema>>;
/** Our keys for push services. */
export type Vapid = Readonly<z.infer<typeof vapidSchema>>;
/** The server that mail goes out by. */
export type MailServer = Readonly<z.infer<typeof mailServerSchema>>;

const ID_BYTES = 6;
/** As many as Standard Webhooks recommends. */
const SECRET_BYTES = 32;

/** An id that nothing else has. */
export function freshId(kind: string): string {
  return `${kind}-${randomBytes(ID_BYTES).toString("hex")}`;
}

/** A secret to sign with, as Standard Webhooks writes it. */
export function freshSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/** The record, if it is one. Throws `PACTA_WATCH_INVALID`. */
export function checked<T>(schema: z.ZodType<T>, record: unknown): T {
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  throw new PactaError("PACTA_WATCH_INVALID", z.prettifyError(parsed.error), "Correct what it names; nothing was changed");
}
