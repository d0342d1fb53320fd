// The reader itself, as one of the systems: what the product annotates, trees and all.
import type { AnnotateAll } from "../../part.ts";
import type { TimeSystem } from "./norm.ts";

/** Pacta's own times. */
export function ownTimes(annotate: AnnotateAll): TimeSystem {
  return {
    name: "Pacta",
    find: async (texts) => {
      const documents = await annotate(texts.map(({ id, text, day }) => ({ id, date: day, text, sources: [] })));
      return documents.map(({ annotations }) =>
        annotations.times.map(({ start, end, norm }) => ({ start, end, norms: norm === undefined ? [] : [norm] })),
      );
    },
  };
}
