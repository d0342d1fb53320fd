// A decision about claims of two documents loses all of its words when one of them is redacted. Those of the other stand in its text still.
import type { Decision, Ref } from "../decision/index.ts";
import { entriesOf } from "./entries.ts";
import type { Db, Store } from "./store.ts";

/** The decision with the quotes of its refs as far as the texts have them. */
export async function withQuotes(store: Store, db: Db, decision: Decision): Promise<Decision> {
  if (decision.type !== "join" && decision.type !== "split") return decision;
  const [a, b] = decision.claims;
  return { ...decision, claims: [await withQuote(store, db, a), await withQuote(store, db, b)] };
}

async function withQuote(store: Store, db: Db, ref: Ref): Promise<Ref> {
  const row = await db.selectFrom("documents").select("seq").where("id", "=", ref.document).where("version", "=", ref.version).executeTakeFirst();
  const entry = row === undefined ? undefined : (await entriesOf(store, db, [row.seq])).get(row.seq);
  return entry?.kind === "document" && entry.redacted === undefined ? { ...ref, quote: entry.body.text.slice(ref.start, ref.end) } : ref;
}
