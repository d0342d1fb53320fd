// What every way of delivery is to who delivers: alerts go in, what came of it comes out, and nothing is thrown.
import type { PactaError } from "../error.ts";
import type { Alert } from "./alert.ts";
import type { Channel, Watch } from "./watch.ts";

/** It went out. */
export interface Sent {
  readonly kind: "sent";
  readonly status?: number;
}

/**
 * It did not. `isFinal`: no later try can go better; `isGone`: nobody is there any more; `isStopped`: the try was ended from here, and counts for
 * nothing; `retryAfter` in milliseconds is what the other side asked for.
 */
export interface Unsent {
  readonly kind: "unsent";
  readonly error: PactaError;
  readonly status?: number;
  readonly isFinal?: true;
  readonly isGone?: true;
  readonly isStopped?: true;
  readonly retryAfter?: number;
}

/** What carries alerts by one kind of channel. */
export type Courier<Kind extends Channel["kind"]> = (
  channel: Extract<Channel, { kind: Kind }>,
  alerts: readonly Alert[],
  watch: Watch,
  stop?: AbortSignal,
) => Promise<Sent | Unsent>;

/** A courier for each kind. */
export type Couriers = { readonly [Kind in Channel["kind"]]: Courier<Kind> };
