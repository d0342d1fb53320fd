// Peers are development dependencies: the published package has none of them, and says so where one is asked for.
import { PactaError } from "../../../error.ts";

/** The module of a peer. Throws `PACTA_PEER_MISSING`. */
export async function loadPeer(name: string, load: () => Promise<unknown>): Promise<unknown> {
  try {
    return await load();
  } catch (thrown) {
    throw new PactaError("PACTA_PEER_MISSING", `${name} is not installed`, "Run npm install in a checkout: the package has no peers", {}, thrown);
  }
}
