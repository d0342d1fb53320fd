// The question for what stands of a document.
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

/** What stands of a document: claims with all decisions, by which to decide about each. */
export function standingAsked(document: string) {
  return {
    queryKey: ["documents", document, "standing"],
    queryFn: async ({ signal }: { readonly signal?: AbortSignal }) =>
      ask<Forms["Standing"]>(`${pathOf("documents", document)}/standing`, signal === undefined ? {} : { signal }),
  };
}
