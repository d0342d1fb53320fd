// What an answer to a post means for a delivery.
import { PactaError } from "../error.ts";
import type { PostResult } from "../source/index.ts";
import type { Sent, Unsent } from "./courier.ts";

/** Errors that no later try can mend: the address itself may not be called. */
const FINAL: ReadonlySet<string> = new Set(["PACTA_FETCH_ADDRESS", "PACTA_FETCH_PRIVATE", "PACTA_FETCH_PORT"]);

/** A success, or why it was none. `isGone` says by which statuses the other side is there no more. */
export function postedAs(result: PostResult, isGone: (status: number) => boolean = () => false): Sent | Unsent {
  if (result.kind === "unanswered") {
    const { error } = result;
    if (error.code === "PACTA_FETCH_STOPPED") return { kind: "unsent", error, isStopped: true };
    return { kind: "unsent", error, ...(FINAL.has(error.code) ? { isFinal: true } : {}) };
  }
  const { status, retryAfter } = result;
  if (status >= 200 && status < 300) return { kind: "sent", status };
  const isRedirect = status >= 300 && status < 400;
  const what = isRedirect ? `the receiver leads elsewhere (HTTP ${status}), and is not followed` : `the receiver refused it (HTTP ${status})`;
  const remedy = isRedirect ? "Give the address that it leads to" : "Look what the receiver says of it; what is given up can be replayed";
  const error = new PactaError("PACTA_DELIVERY_REFUSED", what, remedy);
  return { kind: "unsent", status, error, ...(isGone(status) ? { isGone: true } : {}), ...(retryAfter === undefined ? {} : { retryAfter }) };
}
