// Where the evaluation takes its reader from.
import { PactaError } from "../error.ts";
import type { ReadGold } from "./part.ts";

/** Opens the product's reader with its models and knowledge. Throws `PACTA_EVAL_NO_READER` until reading/ gives one. */
export function openReader(): Promise<ReadGold> {
  return Promise.reject(
    new PactaError("PACTA_EVAL_NO_READER", "no reader is wired to the evaluation yet", "Wire src/eval/reader.ts to the door of reading/"),
  );
}
