// Asking one endpoint for the claims of one passage: at the pace, within the budget, and again where that may help.
import { toPactaError } from "../error.ts";
import type { PactaError } from "../error.ts";
import { claimsIn, usageOf } from "./answer.ts";
import type { Usage } from "./answer.ts";
import type { Clock } from "../clock.ts";
import { exchange } from "./exchange.ts";
import type { Ended, Line } from "./exchange.ts";
import type { Pace } from "./pace.ts";
import type { Message } from "./prompt.ts";
import { FULL_SHAPE, requestBody, reshaped, tokensOf } from "./request.ts";
import type { Shape } from "./request.ts";
import type { Spending } from "./spending.ts";

/**
 * What asking came to: the claims, still unchecked; nothing, because the run stops or its budget is used up; or an error,
 * which is `final` where every other request would meet it too.
 */
export type Reply =
  | { readonly kind: "claims"; readonly claims: readonly unknown[] }
  | { readonly kind: "unasked" }
  | { readonly kind: "spent" }
  | { readonly kind: "failed"; readonly final: boolean; readonly error: PactaError };

/** What an endpoint is asked with. */
export interface EndpointSetting {
  readonly line: Line;
  readonly model: string;
  readonly answerTokens: number;
  /** How often one request is tried in all. */
  readonly tries: number;
  readonly pace: Pace;
  readonly spending: Spending;
  readonly clock: Clock;
}

/** An endpoint, and how often it was asked. */
export interface Endpoint {
  readonly ask: (messages: readonly Message[], stop: AbortSignal) => Promise<Reply>;
  readonly asked: () => { readonly requests: number; readonly retries: number };
}

/** The first wait before another try, and the longest, in milliseconds. */
const BACK_OFF = { first: 1000, most: 30_000 };
/** A server that asks for a longer pause than this is not waited for. */
const LONGEST_PAUSE = 120_000;
/** Faults of one request, not of the endpoint: too long a text, a field that it does not know. */
const OWN_FAULTS: ReadonlySet<number> = new Set([400, 413, 422, 501]);
const NOTHING: Usage = { sent: 0, answered: 0 };

/** An endpoint that was not asked yet. */
export function createEndpoint(setting: EndpointSetting): Endpoint {
  const { pace, clock } = setting;
  let shape: Shape = FULL_SHAPE;
  /** The endpoint refuses all requests: known here before the place of the one that found out is free. */
  let closed = false;
  const counts = { requests: 0, retries: 0 };

  const tryAll = async (messages: readonly Message[], stop: AbortSignal): Promise<Reply> => {
    for (let attempt = 1; ;) {
      const sent = shape;
      const ended = await once(requestBody(setting.model, messages, setting.answerTokens, sent), setting, counts, stop);
      if (ended === "unasked" || ended === "spent") return { kind: ended };
      if (ended.kind === "answered") return replyOf(ended.body);
      if (ended.kind === "refused") {
        // Another request was refused before this one and learned from it.
        if (sent !== shape) continue;
        const next = reshaped(sent, ended.status, ended.words);
        if (next === undefined) {
          closed ||= !OWN_FAULTS.has(ended.status);
          return { kind: "failed", final: closed, error: ended.error };
        }
        shape = next;
        continue;
      }
      const wait = ended.kind === "busy" && ended.after !== undefined ? ended.after + jitter(BACK_OFF.first, clock) : backOff(attempt, clock);
      const again = ended.kind === "busy" || ended.again;
      if (!again || attempt >= setting.tries || wait > LONGEST_PAUSE) return { kind: "failed", final: false, error: ended.error };
      if (ended.kind === "busy" && ended.after !== undefined) pace.pause(wait);
      await clock.sleep(wait, stop);
      counts.retries += stop.aborted ? 0 : 1;
      attempt += 1;
    }
  };
  return {
    ask: async (messages, stop) => (await pace.hold(async () => (closed ? undefined : tryAll(messages, stop)), stop)) ?? { kind: "unasked" },
    asked: () => ({ ...counts }),
  };
}

function replyOf(body: unknown): Reply {
  try {
    return { kind: "claims", claims: claimsIn(body) };
  } catch (thrown) {
    return { kind: "failed", final: false, error: toPactaError(thrown) };
  }
}

async function once(
  body: Record<string, unknown>,
  { pace, spending, clock, line, answerTokens }: EndpointSetting,
  counts: { requests: number },
  stop: AbortSignal,
): Promise<Ended | "unasked" | "spent"> {
  const atMost: Usage = { sent: tokensOf(body), answered: answerTokens };
  const turn = await pace.turn(atMost.sent + atMost.answered, stop);
  if (turn === undefined) return "unasked";
  let held = spending.hold(atMost);
  for (let others = spending.nextSettled(); held === undefined && others !== undefined; others = spending.nextSettled()) {
    // What is held back for the others may come free.
    await others;
    held = spending.hold(atMost);
  }
  if (held === undefined) {
    turn.came(0);
    return "spent";
  }
  counts.requests += 1;
  const ended = await exchange(line, body, clock.now());
  const told = ended.kind === "answered" ? usageOf(ended.body) : undefined;
  const usage = told ?? guess(ended, atMost);
  held.settle(usage, told === undefined && usage !== NOTHING);
  turn.came(usage.sent + usage.answered);
  return ended;
}

/** What a request may have been charged for where the server does not say: nothing, where it turned it away. */
function guess(ended: Ended, atMost: Usage): Usage {
  if (ended.kind === "answered") return { sent: atMost.sent, answered: Math.min(tokensOf(ended.body), atMost.answered) };
  return ended.kind === "lost" && ended.reached ? atMost : NOTHING;
}

/** From half to the whole of a wait that doubles: those who failed together should not come back together. */
function backOff(attempt: number, clock: Clock): number {
  const whole = Math.min(BACK_OFF.most, BACK_OFF.first * 2 ** (attempt - 1));
  return whole / 2 + jitter(whole / 2, clock);
}

function jitter(most: number, clock: Clock): number {
  return clock.chance() * most;
}
