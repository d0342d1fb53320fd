// The second coder as the command line says it. Off unless --coder is given: then, and only then, something is sent.
import type { Budget, Coder, Prices } from "../coder/index.ts";
import { PactaError } from "../error.ts";
import type { Reader } from "../reading/index.ts";
import { countOption } from "./days.ts";

/** The options of a second coder. */
export const coderArgs = {
  coder: {
    type: "string",
    valueHint: "URL",
    description: "send each document to a language model behind this interface (OpenAI-compatible) and add the claims that the text bears out",
  },
  "coder-model": { type: "string", valueHint: "NAME", description: "the model, as its server lists it (needed with --coder)" },
  "coder-budget": {
    type: "string",
    valueHint: "AMOUNT",
    description: "ask no more when this is used up: 200000tokens, or a sum such as 2.50 in the money of --coder-prices",
  },
  "coder-prices": { type: "string", valueHint: "IN/OUT", description: "prices of a million tokens sent and answered, such as 0.15/0.60" },
  "coder-rpm": { type: "string", valueHint: "N", description: "requests in a minute at most (default: 60)" },
  "coder-tpm": { type: "string", valueHint: "N", description: "tokens in a minute at most (default: no limit)" },
  "coder-parallel": { type: "string", valueHint: "N", description: "requests at once at most (default: 4)" },
  "coder-timeout": { type: "string", valueHint: "SECONDS", description: "the longest wait for one answer (default: 120, at most 300)" },
} as const;

/** What the command line says; absent where not given. */
export type CoderArgs = { readonly [Name in keyof typeof coderArgs]?: string | undefined };

/** A second coder that was asked for. */
export interface CoderPlan {
  readonly url: string;
  readonly model: string;
  readonly budget?: Budget;
  readonly prices?: Prices;
  readonly pace: { readonly requestsPerMinute?: number; readonly tokensPerMinute?: number; readonly parallel?: number };
  readonly timeout?: number;
}

const LONGEST_WAIT = 300;

/** The plan of the options; undefined without `--coder`. Throws `PACTA_USAGE_FLAG` and `PACTA_USAGE_VALUE`. */
export function coderPlan(args: CoderArgs): CoderPlan | undefined {
  const { coder: url, "coder-model": model } = args;
  const names = Object.keys(coderArgs) as (keyof typeof coderArgs)[];
  const lonely = names.find((name) => args[name] !== undefined);
  if (url === undefined) {
    if (lonely === undefined) return undefined;
    throw new PactaError("PACTA_USAGE_FLAG", `--${lonely} says something of a second coder, and there is none`, "Give its address with --coder URL");
  }
  if (model === undefined) throw new PactaError("PACTA_USAGE_FLAG", "--coder needs a model", "Name it with --coder-model NAME");
  const prices = pricesOf(args["coder-prices"]);
  const [budget, timeout] = [budgetOf(args["coder-budget"], prices), countOption("coder-timeout", args["coder-timeout"])];
  if (timeout !== undefined && timeout > LONGEST_WAIT) {
    throw new PactaError("PACTA_USAGE_VALUE", `--coder-timeout ${timeout} is longer than Node waits for an answer`, `Give at most ${LONGEST_WAIT}`);
  }
  return {
    url,
    model,
    ...(budget === undefined ? {} : { budget }),
    ...(prices === undefined ? {} : { prices }),
    pace: paceOf(args),
    ...(timeout === undefined ? {} : { timeout }),
  };
}

function paceOf(args: CoderArgs): CoderPlan["pace"] {
  const [requestsPerMinute, tokensPerMinute, parallel] = (["coder-rpm", "coder-tpm", "coder-parallel"] as const).map((name) =>
    countOption(name, args[name]),
  );
  return {
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
    ...(parallel === undefined ? {} : { parallel }),
  };
}

const SUM = /^(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})$/;

function pricesOf(written: string | undefined): Prices | undefined {
  if (written === undefined) return undefined;
  const [sent = "", answered = "", ...more] = written.split("/").map((part) => part.trim());
  if (SUM.test(sent) && SUM.test(answered) && more.length === 0) return { sent: Number(sent), answered: Number(answered) };
  throw new PactaError(
    "PACTA_USAGE_VALUE",
    `--coder-prices ${written} are no two prices`,
    "Write the price of a million tokens in and out: 0.15/0.60",
  );
}

function budgetOf(written: string | undefined, prices: Prices | undefined): Budget | undefined {
  if (written === undefined) return undefined;
  const tokens = /^(\d{1,12})\s*tokens?$/.exec(written.trim())?.[1];
  if (tokens !== undefined) return { kind: "tokens", most: Number(tokens) };
  if (!SUM.test(written.trim())) {
    throw new PactaError("PACTA_USAGE_VALUE", `--coder-budget ${written} is no amount`, "Write 200000tokens, or a sum such as 2.50");
  }
  if (prices !== undefined) return { kind: "money", most: Number(written), prices };
  throw new PactaError("PACTA_USAGE_VALUE", "a sum as --coder-budget needs --coder-prices", `Give the prices, or write ${written.trim()}tokens`);
}

/** Opens the coder of a plan over a reader. The key comes from `$PACTA_CODER_KEY`. Throws as `openCoder` does. */
export async function coderFor(plan: CoderPlan, reader: Reader, env: Readonly<Record<string, string | undefined>>): Promise<Coder> {
  const { openCoder } = await import("../coder/index.ts");
  const key = env["PACTA_CODER_KEY"];
  return openCoder({ ...plan, ...(key === undefined ? {} : { key }), annotate: reader.annotate });
}
