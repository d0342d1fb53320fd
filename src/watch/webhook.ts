// Alerts as signed posts, after Standard Webhooks: whoever has the secret can tell that they come from here, when, and that nobody changed them.
import { createHmac } from "node:crypto";
import type { Poster } from "../source/index.ts";
import type { Alert } from "./alert.ts";
import type { Courier } from "./courier.ts";
import { postedAs } from "./posted.ts";
import { paragraphsOf, titleOf } from "./words.ts";

const TYPES: Readonly<Record<Alert["kind"], string>> = { change: "deal.changed", digest: "deals.digest", test: "test" };

/** What is posted of an alert: its type, the instant of what it tells, the alert as data and in words. */
function webhookBody(alert: Alert): string {
  return JSON.stringify({
    type: TYPES[alert.kind],
    timestamp: alert.at,
    data: { ...alert, title: titleOf(alert), text: paragraphsOf(alert).join("\n\n") },
  });
}

/** The signature of a body: HMAC-SHA256 by the bytes behind `whsec_`, over id, seconds since 1970 and body. */
export function signature(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
}

const GONE = 410;

/** Posts alerts to webhooks. `now` is in milliseconds. */
export function webhookCourier(post: Poster, now: () => number): Courier<"webhook"> {
  return async ({ url, secret }, alerts, _, stop) => {
    let last: Awaited<ReturnType<Courier<"webhook">>> = { kind: "sent" };
    for (const alert of alerts) {
      const body = webhookBody(alert);
      const seconds = Math.floor(now() / 1000);
      const headers = {
        "content-type": "application/json; charset=utf-8",
        "webhook-id": alert.id,
        "webhook-timestamp": String(seconds),
        "webhook-signature": signature(secret, alert.id, seconds, body),
      };
      last = postedAs(await post(url, headers, Buffer.from(body), stop));
      // A receiver that is gone may come back by its owner's hand: what waits for it is given up, and can be replayed.
      if (last.kind === "unsent") return last.status === GONE ? { ...last, isFinal: true } : last;
    }
    return last;
  };
}
