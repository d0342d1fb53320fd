// Questions that may take long: lists as of or known by another day, whose deals are folded for them, the largest deals, networks of parties and of
// goods, and the queue of what is to be reviewed.
import type { AsOf, DealFilter } from "../../deal/index.ts";
import type { ReviewAsked } from "./reviewing.ts";

/** What the thread is asked. */
export type Question =
  | { readonly kind: "deals"; readonly filter: DealFilter }
  | { readonly kind: "deal"; readonly id: string; readonly days: AsOf }
  | { readonly kind: "network"; readonly key: string; readonly partners: number }
  | { readonly kind: "item-network"; readonly item: string; readonly parties: number }
  | { readonly kind: "review"; readonly asked: ReviewAsked };
