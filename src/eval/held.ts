// Which coded items the network for acts never sees: its vote and its confidence are fitted on them (`npm run calibrate`).
import { createHash } from "node:crypto";

/** A quarter of the items, by their id. */
const SHARE = 4;

/** True for an item of items.train that is kept from the network. items.dev and items.test are kept whole. */
export function isHeldBack(id: string): boolean {
  return (createHash("sha1").update(id).digest()[0] ?? 0) % SHARE === 0;
}
