// Notifications of this browser: whether it can have them, its subscription at its push service, and which ways of watches are its own.
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

/** Where the worker lies: at the root, so that all of the desk is its scope. */
const WORKER = "/sw.js";

/** Whether this browser can show notifications of the desk. */
export type PushState = "ready" | "insecure" | "none" | "blocked";

/** As things are now: somebody may block or allow notifications at any time. */
export function pushState(): PushState {
  if (!window.isSecureContext) return "insecure";
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return "none";
  return Notification.permission === "denied" ? "blocked" : "ready";
}

interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createScriptURL: () => string }): { createScriptURL(address: string): unknown };
}

/** The address of the worker, as the pages' policy wants addresses of scripts: made by a rule that can make no other. */
function workerAddress(): string {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  const made = trustedTypes?.createPolicy("pacta-worker", { createScriptURL: () => WORKER }).createScriptURL(WORKER);
  return (made ?? WORKER) as string;
}

/** The subscription that this browser has. */
async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** The server's key for push services, as browsers want it. */
export function keyBytes(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

function isKey(had: ArrayBuffer | null | undefined, key: Uint8Array): boolean {
  if (had === null || had === undefined) return false;
  const bytes = new Uint8Array(had);
  return bytes.length === key.length && bytes.every((byte, at) => byte === key[at]);
}

/** What kept a browser from subscribing. */
export class PushRefused extends Error {
  override readonly name = "PushRefused";
}

/** Subscribes, after asking whether it may: call it on a click alone. Throws `PushRefused` with what to do. */
async function subscribed(): Promise<PushSubscription> {
  if ((await Notification.requestPermission()) !== "granted")
    throw new PushRefused("Notifications were not allowed. Allow them for this site beside the address, and try again.");
  const key = keyBytes((await ask<Forms["PushKey"]>("/push-key")).key);
  await navigator.serviceWorker.register(workerAddress(), { scope: "/" });
  const { pushManager } = await navigator.serviceWorker.ready;
  const had = await pushManager.getSubscription();
  if (had !== null && isKey(had.options.applicationServerKey, key)) return had;
  // A subscription under another server's key is of no use here, and stands in the way of one.
  await had?.unsubscribe();
  try {
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new PushRefused(`The browser could not subscribe at its push service (${why}). It must be on line, and may have push turned off.`);
  }
}

const OWN = "pacta-push";

/** The ways of watches that are this browser's, each with the address at its push service that it was added with. */
export function ownWays(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(OWN) ?? "{}");
    const fields = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === "string"));
  } catch {
    return {};
  }
}

/** Adds notifications of this browser to a watch, in place of those that it had there. Throws `PushRefused` and what the server refuses. */
export async function addThisBrowser(watch: string, ways: readonly string[]): Promise<void> {
  const subscription = await subscribed();
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  if (endpoint === undefined || p256dh === undefined || auth === undefined) throw new PushRefused("The browser gave a subscription without keys.");
  const request: Forms["ChannelRequest"] = { kind: "push", endpoint, keys: { p256dh, auth } };
  const way = await ask<Forms["Channel"]>(pathOf("watches", watch, "channels"), { method: "POST", body: request });
  localStorage.setItem(OWN, JSON.stringify({ ...ownWays(), [way.id]: endpoint }));
  await Promise.allSettled(deadAmong(ways, ownWays(), endpoint).map(async (dead) => removed(watch, dead)));
}

/** Removes a way that leads nowhere any more. One that cannot be removed now stays among the watch's ways, where somebody can. */
async function removed(watch: string, way: string): Promise<void> {
  await ask<undefined>(pathOf("watches", watch, "channels", way), { method: "DELETE" });
  forgetWay(way);
}

/** Of the ways of a watch those that were this browser's, under a subscription that it has no more. */
export function deadAmong(ways: readonly string[], own: Readonly<Record<string, string>>, endpoint: string): readonly string[] {
  return ways.filter((way) => own[way] !== undefined && own[way] !== endpoint);
}

/** Forgets that a way is this browser's. */
export function forgetWay(id: string): void {
  const { [id]: _, ...others } = ownWays();
  localStorage.setItem(OWN, JSON.stringify(others));
}

/** Of the ways of a watch the one that is this browser's, and whether it still is subscribed so. */
export async function wayHere(ways: readonly string[]): Promise<{ readonly id: string; readonly isGood: boolean } | undefined> {
  const own = ownWays();
  if (!ways.some((way) => own[way] !== undefined)) return undefined;
  const subscription = pushState() === "ready" ? await subscriptionHere() : null;
  return wayAmong(ways, own, subscription?.endpoint);
}

/** The same, of ways by the address that each was added with: the one of the present address before any other. */
export function wayAmong(
  ways: readonly string[],
  own: Readonly<Record<string, string>>,
  endpoint: string | undefined,
): { readonly id: string; readonly isGood: boolean } | undefined {
  const good = endpoint === undefined ? undefined : ways.find((way) => own[way] === endpoint);
  const id = good ?? ways.find((way) => own[way] !== undefined);
  return id === undefined ? undefined : { id, isGood: good !== undefined };
}
