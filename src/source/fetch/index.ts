// The door of fetch/: pages of the web, asked for as a guest who keeps out of what is not public.
export { readingAgent, tellingAgent } from "./agent.ts";
export { allowanceOf } from "./allowance.ts";
export type { Allowance } from "./allowance.ts";
export { createFetcher } from "./fetcher.ts";
export { webUrlOf } from "./guard.ts";
export { retryAfter } from "./headers.ts";
export type { Fetcher, FetcherOptions, FetchRequest } from "./fetcher.ts";
export type { FetchLimits } from "./limits.ts";
export { createPoster } from "./poster.ts";
export type { Poster, PosterOptions, PostResult } from "./poster.ts";
export type { Fetched, FetchResult, Hop, NotModified, Unfetched, Validators } from "./result.ts";
