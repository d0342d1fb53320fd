// Asking one address: through the gate, in its host's turn, and again where a later try may go better.
import { PactaError } from "../../error.ts";
import type { Clock } from "../../clock.ts";
import { exchange } from "./exchange.ts";
import type { Answer } from "./exchange.ts";
import { addressesFor, hostOf } from "./guard.ts";
import type { GuardSetting } from "./guard.ts";
import { retryAfter } from "./headers.ts";
import type { FetchLimits } from "./limits.ts";
import { mayGoBetter } from "./line-error.ts";
import { Refused } from "./refused.ts";
import { statusError, wantsPatience } from "./statuses.ts";
import type { Turns } from "./turns.ts";
import { ENCODINGS } from "./unpack.ts";

/** What all asking of a run shares. */
export interface AskingSetting {
  readonly agent: string;
  readonly guard: GuardSetting;
  readonly turns: Turns;
  readonly clock: Clock;
  readonly stop: AbortSignal | undefined;
  readonly ca: string | undefined;
}

/** How one address is asked. `pause` in milliseconds is what its host is left alone for afterwards. */
export interface Manner {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  readonly pause: number;
  /** Leave out what lies beyond the limit of bytes, instead of an error. */
  readonly cut: boolean;
}

/** The first wait before another try where the server names none, doubled at each. */
const FIRST_WAIT = 1000;

/** The last answer of a server. Throws coded errors, and `Refused` where the server still asks for patience at the last try. */
export async function ask(url: URL, manner: Manner, setting: AskingSetting): Promise<Answer> {
  const { limits } = manner;
  const { turns, clock, stop } = setting;
  const host = hostOf(url);
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= limits.tries || stop?.aborted === true;
    const came = await turns.take(host, manner.pause, () => once(url, manner, setting));
    if (came instanceof PactaError) {
      if (last || !mayGoBetter(came)) throw came;
      turns.rest(host, backOff(attempt, clock));
      continue;
    }
    if (!wantsPatience(came.status)) return came;
    const told = retryAfter(came.headers["retry-after"], clock.now());
    const wait = told === undefined ? backOff(attempt, clock) : told + clock.chance() * FIRST_WAIT;
    const bearable = wait <= limits.pause;
    // A server that names its pause is left alone for it by every other page too, also after the last try.
    if (bearable && (told !== undefined || !last)) turns.rest(host, wait);
    if (last || !bearable) throw new Refused(statusError(came.status, told), came.status, told);
  }
}

/** One try; an error of the line is a value, since it may be met by another try. */
async function once(url: URL, { headers, limits, cut }: Manner, { agent, guard, ca, stop }: AskingSetting): Promise<Answer | PactaError> {
  try {
    const addresses = await addressesFor(url, guard);
    const all = { ...headers, "user-agent": agent, "accept-encoding": ENCODINGS };
    return await exchange({ url, addresses, headers: all, limits, ca, stop, cut });
  } catch (thrown) {
    if (thrown instanceof PactaError) return thrown;
    throw thrown;
  }
}

/** From half to the whole of a wait that doubles: those who failed together should not come back together. */
function backOff(attempt: number, clock: Clock): number {
  const whole = FIRST_WAIT * 2 ** (attempt - 1);
  return whole / 2 + (clock.chance() * whole) / 2;
}
