// The door of source/: bytes from files, folders and standard input, as decoded resources or coded failures.
export { nodeIo } from "./io.ts";
export type { PathKind, SourceIo } from "./io.ts";
export { readSources, readStream } from "./read-sources.ts";
export type { SourceOptions } from "./read-sources.ts";
export { checkReadable } from "./readable.ts";
export { failure, LIMITS, MEDIA_TYPES } from "./resource.ts";
export type { Failure, Limits, MediaType, Resource } from "./resource.ts";
