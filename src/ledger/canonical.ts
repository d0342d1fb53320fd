// Canonical JSON (RFC 8785) and SHA-256: the two things by which anyone can recompute the chain without Pacta.
import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import { PactaError } from "../error.ts";

/** The canonical JSON of a value. Throws `PACTA_LEDGER_ENTRY_INVALID` for what JSON cannot carry (NaN, half a surrogate pair). */
export function canonical(value: unknown): string {
  let json: string | undefined;
  try {
    json = canonicalize(value);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PactaError("PACTA_LEDGER_ENTRY_INVALID", `the entry cannot be written as JSON: ${why}`, INVALID_REMEDY, {}, cause);
  }
  if (json === undefined) throw new PactaError("PACTA_LEDGER_ENTRY_INVALID", "the entry is no JSON value", INVALID_REMEDY);
  return json;
}

/** What to do about an entry that the ledger refuses. */
export const INVALID_REMEDY = "Nothing was written: correct the entry, or report it with its document";

/** Lower-case hex SHA-256 of the bytes, or of the UTF-8 of the text. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
