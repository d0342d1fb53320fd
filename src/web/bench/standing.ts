// The questions for a document: its text, and what stands of it.
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

interface Signalled {
  readonly signal?: AbortSignal;
}

/** A version of a document with its text; the newest unless told. */
export function documentAsked(id: string, version?: number) {
  return {
    queryKey: ["documents", id, "version", version ?? "newest"],
    queryFn: async ({ signal }: Signalled) =>
      ask<Forms["Document"]>(pathOf("documents", id), { query: { version }, ...(signal === undefined ? {} : { signal }) }),
  };
}

/** What stands of a document: claims with all decisions, by which to decide about each. */
export function standingAsked(document: string) {
  return {
    queryKey: ["documents", document, "standing"],
    queryFn: async ({ signal }: Signalled) =>
      ask<Forms["Standing"]>(`${pathOf("documents", document)}/standing`, signal === undefined ? {} : { signal }),
  };
}
