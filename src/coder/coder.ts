// The second coder: a language model behind an interface that many servers share. It is asked about every document that
// the reader read, its answers are held against the text, and what it adds is marked as its own. It can fail in any way
// without the reader's claims being touched.
import { systemClock } from "../clock.ts";
import type { Clock } from "../clock.ts";
import { createEndpoint } from "./endpoint.ts";
import { loadGuideline } from "./guideline.ts";
import type { Guideline } from "./guideline.ts";
import { createPace } from "./pace.ts";
import type { PaceLimits } from "./pace.ts";
import { createRun } from "./run.ts";
import type { Run, RunSetting } from "./run.ts";
import { createSpending } from "./spending.ts";
import type { Budget, Prices } from "./spending.ts";
import { addressOf, keyOf, modelOf } from "./told.ts";

/** How to open a second coder. */
export interface CoderOptions {
  /** The interface's address, to which `/chat/completions` is added. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; kept nowhere. */
  readonly key?: string;
  readonly prices?: Prices;
  readonly budget?: Budget;
  /** At most 60 requests a minute and 4 at once, unless told. */
  readonly pace?: Partial<PaceLimits>;
  /** Seconds for one request, 120 unless told; Node waits no longer than 300 for an answer to begin. */
  readonly timeout?: number;
  /** Tries of one request in all, 4 unless told. */
  readonly tries?: number;
  readonly guideline?: Guideline;
  /** The reader's own recognisers, which say whom and what the words of an answer stand for. */
  readonly annotate: RunSetting["annotate"];
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
}

/** An open second coder. */
export interface Coder extends Run {
  /** Names the model and what it was told, e.g. `coder:some-model@1.3fa9c2de`; the rule of every claim that it adds. */
  readonly name: string;
  /** How many requests it has under way at once. */
  readonly parallel: number;
}

const PACE = { parallel: 4, requestsPerMinute: 60 };

/** Opens a second coder; nothing is sent before a document is coded. Throws `PACTA_USAGE_VALUE`, `PACTA_CODER_KEY_INVALID` and `PACTA_KNOWLEDGE_*`. */
export function openCoder(options: CoderOptions): Coder {
  const { guideline = loadGuideline(), clock = systemClock, timeout = 120, tries = 4, prices, budget } = options;
  const key = keyOf(options.key);
  const pace = { ...PACE, ...options.pace };
  const spending = createSpending(budget, prices);
  const endpoint = createEndpoint({
    line: {
      address: addressOf(options.url),
      ...(key === undefined ? {} : { key }),
      fetch: options.fetch ?? fetch,
      patience: timeout * 1000,
      longest: guideline.limits.answer_bytes,
    },
    model: modelOf(options.model),
    answerTokens: guideline.limits.answer_tokens,
    tries,
    pace: createPace(pace, clock),
    spending,
    clock,
  });
  const name = `coder:${options.model}@${guideline.version}`;
  return { name, parallel: pace.parallel, ...createRun({ name, guideline, endpoint, spending, annotate: options.annotate }) };
}
