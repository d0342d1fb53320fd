// The door of source/: bytes from files, folders, standard input and the web, as decoded resources or coded failures; and lists of feeds.
export { isAddress } from "./ahead.ts";
export type { FileBytes } from "./archive/index.ts";
export { allowanceOf, createFetcher, createPoster, readingAgent, retryAfter, tellingAgent, webUrlOf } from "./fetch/index.ts";
export type {
  Allowance,
  Fetched,
  Fetcher,
  FetcherOptions,
  FetchLimits,
  FetchRequest,
  FetchResult,
  Hop,
  NotModified,
  Poster,
  PosterOptions,
  PostResult,
  Unfetched,
  Validators,
} from "./fetch/index.ts";
export { writeOpml } from "./feed/index.ts";
export type { ListedFeed, ListedItem, Listing } from "./feed/index.ts";
export { nodeIo } from "./io.ts";
export type { PathKind, SourceIo } from "./io.ts";
export { listingOf } from "./listing.ts";
export { opmlFrom } from "./opml.ts";
export { readFetched, readSources } from "./read-sources.ts";
export { checkReadable } from "./readable.ts";
export { failure } from "./resource.ts";
export type { Failure, MediaType, Resource } from "./resource.ts";
export type { Told } from "./told.ts";
