// A batch that fails as a whole is tried again one by one, so that the one at fault is found and the others go on.
import type { Document } from "../document/index.ts";
import { toPactaError } from "../error.ts";
import type { PactaError } from "../error.ts";
import { failure } from "../source/index.ts";
import type { Failure } from "../source/index.ts";

/** Something about one document. */
interface About {
  readonly document: Document;
}

/** One result for each of a batch. An error that `isOfOne` does not call the fault of one document is thrown. */
export async function singly<T extends About, Result>(
  batch: readonly T[],
  work: (some: readonly T[]) => Promise<readonly Result[]>,
  isOfOne: (error: PactaError) => boolean,
): Promise<readonly (Result | Failure)[]> {
  if (batch.length === 0) return [];
  try {
    return await work(batch);
  } catch (thrown) {
    if (!isOfOne(toPactaError(thrown))) throw thrown;
    const [only, another] = batch;
    if (only !== undefined && another === undefined) return [failure(thrown, { source: only.document.id }, only.document.id)];
    const results: (Result | Failure)[] = [];
    for (const one of batch) results.push(...(await singly([one], work, isOfOne)));
    return results;
  }
}
