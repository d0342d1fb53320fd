// What is asked for by an id that nothing has.
import { PactaError } from "../error.ts";

/** The error for a document that is not there. */
export function unknownDocument(id: string, version?: number): PactaError {
  const what = version === undefined ? `the ledger has no document "${id}"` : `document "${id}" has no version ${version}`;
  return new PactaError("PACTA_DOCUMENT_UNKNOWN", what, "Answers name documents by their ids in `source`; list_claims and search_deals find some");
}

/** The error for a claim that is not there. */
export function unknownClaim(id: string): PactaError {
  return new PactaError(
    "PACTA_CLAIM_UNKNOWN",
    `the ledger has no claim "${id}"`,
    "Answers name claims by their ids in `claim`; list_claims finds some",
  );
}
