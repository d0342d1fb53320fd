// What a request carries along once it is known who asks.
import type { Role } from "../../settings/index.ts";

/** Who asks. `token` and `name` are absent for somebody at the machine itself, who need not say who they are. */
export interface Asker {
  readonly role: Role;
  readonly token?: string;
  readonly name?: string;
}

/** What requests carry along: `isFresh` where the book was waited for, `tagOf` how an answer that hangs on the chain alone, or on the book, is tagged. */
export interface Carried {
  readonly Variables: { asker: Asker; request: string; isFresh?: true; tagOf: (of: "chain" | "book") => Promise<string> };
}
