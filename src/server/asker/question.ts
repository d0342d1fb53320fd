// Questions that may take long: lists as of or known by another day, whose deals are folded for them, and the largest deals.
import type { AsOf, DealFilter } from "../../deal/index.ts";

/** What the thread is asked. */
export type Question = { readonly kind: "deals"; readonly filter: DealFilter } | { readonly kind: "deal"; readonly id: string; readonly days: AsOf };
