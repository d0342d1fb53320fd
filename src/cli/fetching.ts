// Fetching as the command line says it: which hosts beyond the public web may be asked, and how long each is left alone.
import { PactaError } from "../error.ts";
import type { Allowance, Fetcher } from "../source/index.ts";
import { packageVersion } from "./version.ts";

/** The options of fetching. */
export const fetchArgs = {
  "fetch-allow": {
    type: "string",
    valueHint: "HOSTS",
    description:
      "hosts and networks that may be fetched from beyond the public web: intranet.example,127.0.0.1:8080,10.0.0.0/8 (default: $PACTA_FETCH_ALLOW)",
  },
  "fetch-delay": { type: "string", valueHint: "SECONDS", description: "leave each host alone for so long between two of its pages (default: 1)" },
} as const;

/** What the command line says; absent where not given. */
export type FetchArgs = { readonly [Name in keyof typeof fetchArgs]?: string | undefined };

/** How this run fetches. `delay` is in milliseconds. */
export interface FetchPlan {
  readonly allowed: Allowance;
  readonly delay?: number;
}

/** A host is left alone for an hour at most: nobody means more. */
const LONGEST = 3600;

/** The plan of the options and the environment. Throws `PACTA_USAGE_VALUE`. */
export async function fetchPlan(args: FetchArgs, env: Readonly<Record<string, string | undefined>>): Promise<FetchPlan> {
  const written = args["fetch-delay"];
  const seconds = written === undefined ? undefined : Number(written);
  if (seconds !== undefined && (!/^(?:\d+|\d*\.\d+)$/.test(written ?? "") || seconds > LONGEST))
    throw new PactaError("PACTA_USAGE_VALUE", `--fetch-delay ${written} is no number of seconds`, `Give a number up to ${LONGEST}, such as 0.5`);
  const { allowanceOf } = await import("../source/index.ts");
  return { allowed: allowanceOf(args["fetch-allow"] ?? env["PACTA_FETCH_ALLOW"] ?? ""), ...(seconds === undefined ? {} : { delay: seconds * 1000 }) };
}

/** The fetcher of a plan; once `stop` is aborted it asks for nothing more. */
export async function fetcherFor({ allowed, delay }: FetchPlan, stop: AbortSignal): Promise<Fetcher> {
  const { createFetcher, readingAgent } = await import("../source/index.ts");
  return createFetcher({ agent: readingAgent(packageVersion()), allowed, stop, ...(delay === undefined ? {} : { delay }) });
}
