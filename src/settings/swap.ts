// Changing a record that others may change in the same moment: what was read is written over only where it is still there.
import type { Kysely } from "kysely";
import { PactaError } from "../error.ts";
import type { Tables } from "./schema.ts";

/** How often a change is made anew since others were faster; each time one of them got on. */
export const CHANGES = 1000;

/** `PACTA_SETTINGS_STORE`: others were faster each time. */
export function contested(): PactaError {
  return new PactaError("PACTA_SETTINGS_STORE", "others change the same record all the time", "Run the command again");
}

/** Writes a record's body if the one that is there is still `before`; false where it is not. One statement, and so whole or not at all. */
export async function swapped(
  db: Kysely<Tables>,
  { kind, id }: { readonly kind: string; readonly id: string },
  before: string | undefined,
  after: string | undefined,
): Promise<boolean> {
  if (before === after) return true;
  if (before === undefined) {
    const insert = db.insertInto("records").values({ kind, id, body: after ?? "" });
    const { numInsertedOrUpdatedRows = 0n } = await insert.onConflict((conflict) => conflict.columns(["kind", "id"]).doNothing()).executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  }
  if (after === undefined) {
    const remove = db.deleteFrom("records").where("kind", "=", kind).where("id", "=", id).where("body", "=", before);
    return (await remove.executeTakeFirst()).numDeletedRows > 0n;
  }
  const update = db.updateTable("records").set({ body: after }).where("kind", "=", kind).where("id", "=", id).where("body", "=", before);
  return (await update.executeTakeFirst()).numUpdatedRows > 0n;
}
