// Alerts to browsers (RFC 8030), encrypted for them alone (RFC 8291) and signed with our keys (RFC 8292). A subscription that its service no longer
// knows goes away.
import { PactaError, toPactaError } from "../error.ts";
import { short } from "../phrasing/index.ts";
import type { Poster } from "../source/index.ts";
import type { Alert } from "./alert.ts";
import type { Courier } from "./courier.ts";
import { postedAs } from "./posted.ts";
import type { Records } from "./store.ts";
import { vapidSchema } from "./watch.ts";
import type { PushSubscription, Vapid } from "./watch.ts";
import { paragraphsOf, titleOf } from "./words.ts";

/** What pushing needs. */
export interface PushSetting {
  readonly post: Poster;
  readonly subscriptions: Records<PushSubscription>;
  readonly vapid: Records<Vapid>;
  /** Where operators of push services reach ours; see `contactOf`. */
  readonly subject?: string | undefined;
}

/** Seconds for which a service keeps a message for a browser that is off. */
const KEPT = 3 * 86_400;
/** Services take 4 KiB with what encryption adds; characters may be three bytes. */
const [LONGEST_TITLE, LONGEST_TEXT] = [200, 600];

/** What a browser is told, as JSON. */
export function pushBody(alert: Alert): string {
  const title = short(titleOf(alert), LONGEST_TITLE);
  const text = short(paragraphsOf(alert).join("\n"), LONGEST_TEXT);
  return JSON.stringify({
    id: alert.id,
    kind: alert.kind,
    watch: alert.watch.id,
    title,
    text,
    ...(alert.kind === "change" ? { deal: alert.deal.id } : {}),
  });
}

/** Addresses at which somebody may be reached: not on this machine alone. */
const CONTACT = /^(?:mailto:[^\s@]+@[^\s@]+\.[^\s@.]+|https:\/\/[^\s/]+\.[^\s/.]+(?:\/\S*)?)$/;

/**
 * Where operators of push services reach ours: a `mailto:` or `https:` address. RFC 8292 lets it be left out, and Mozilla's service refuses who does;
 * Apple's refuses what leads nowhere. So it is asked for, and none is invented. Throws `PACTA_PUSH_CONTACT`.
 */
export function contactOf(subject: string | undefined): string {
  if (isContact(subject)) return subject;
  throw noContact(subject);
}

const isContact = (subject: string | undefined): subject is string => subject !== undefined && CONTACT.test(subject);

function noContact(subject: string | undefined): PactaError {
  const what = subject === undefined ? "nobody is named whom push services may reach" : `"${short(subject, 200)}" is nowhere to reach anybody`;
  return new PactaError("PACTA_PUSH_CONTACT", what, "Start pacta serve with --contact mailto:you@example.org, or the https address of a page");
}

/** Our keys, made when they are first asked for: of those that two make at once the first are kept. */
export async function vapidOf(records: Records<Vapid>): Promise<Vapid> {
  const known = await records.get("vapid");
  if (known !== undefined) return known;
  const { default: webPush } = await import("web-push");
  const made = vapidSchema.parse({ id: "vapid", ...webPush.generateVAPIDKeys() });
  return (await records.change("vapid", (before) => before ?? made)) ?? made;
}

const isGone = (status: number): boolean => status === 404 || status === 410;
const TOO_LARGE = 413;

/** Pushes alerts to browsers. */
export function pushCourier({ post, subscriptions, vapid, subject }: PushSetting): Courier<"push"> {
  return async ({ subscription: id }, alerts, _, stop) => {
    const subscription = await subscriptions.get(id);
    const keys = await vapid.get("vapid");
    if (subscription === undefined || keys === undefined) return { kind: "unsent", isGone: true, error: unsubscribed() };
    if (!isContact(subject)) return { kind: "unsent", error: noContact(subject) };
    const { endpoint } = subscription;
    const { default: webPush } = await import("web-push");
    let last: Awaited<ReturnType<Courier<"push">>> = { kind: "sent" };
    for (const alert of alerts) {
      let packed: { readonly headers: Readonly<Record<string, unknown>>; readonly body: Buffer };
      try {
        const { publicKey, privateKey } = keys;
        const options = { vapidDetails: { publicKey, privateKey, subject }, TTL: KEPT, contentEncoding: "aes128gcm" as const };
        packed = webPush.generateRequestDetails({ endpoint, keys: subscription.keys }, pushBody(alert), options);
      } catch (thrown) {
        return { kind: "unsent", isFinal: true, error: unpackable(thrown) };
      }
      const headers = Object.fromEntries(Object.entries(packed.headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
      last = postedAs(await post(endpoint, headers, packed.body, stop), isGone);
      if (last.kind === "unsent") return last.status === TOO_LARGE ? { ...last, isFinal: true } : last;
    }
    return last;
  };
}

function unsubscribed(): PactaError {
  return new PactaError("PACTA_PUSH_UNSUBSCRIBED", "the browser is no longer subscribed", "Subscribe again in the browser");
}

function unpackable(thrown: unknown): PactaError {
  const { message } = toPactaError(thrown);
  return new PactaError("PACTA_PUSH_KEYS", `nothing can be encrypted for this browser (${message})`, "Subscribe again in the browser", {}, thrown);
}
