// Under whose name something is decided.
import { PactaError } from "../../error.ts";
import { hasRights } from "../access/index.ts";
import type { Asker } from "../access/index.ts";

/** Under whose name it is decided. Throws `PACTA_SERVER_PERSON`, and `PACTA_SERVER_ROLE` for who names somebody else. */
export function personOf(by: string | undefined, { role, name }: Asker): string {
  if (name === undefined && by !== undefined) return by;
  if (name === undefined) throw new PactaError("PACTA_SERVER_PERSON", "a decision needs a person's name", "Give it as `by`");
  if (by === undefined || by === name || hasRights(role, "admin")) return by ?? name.trim();
  throw new PactaError("PACTA_SERVER_ROLE", `a ${role} decides under the name of the token, ${name}`, "Leave `by` out");
}
