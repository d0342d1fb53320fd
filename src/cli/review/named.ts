// The claims that a command line names by their ids.
import { PactaError } from "../../error.ts";
import type { Ledger, Ref } from "../../ledger/index.ts";

/** The ref of the claim of this id: as it stands or was rejected, else as an older reading has it. Throws `PACTA_CLAIM_UNKNOWN`. */
export async function refNamed(id: string, ledger: Ledger): Promise<Ref> {
  const { refOf } = await import("../../ledger/index.ts");
  const read = (await ledger.claim(id)) ?? (await ledger.claim(id, { readings: "all" }));
  const document = read?.document ?? (await documentAddedTo(id, ledger));
  const standing = document === undefined ? undefined : await ledger.standing(document);
  const now = [...(standing?.claims ?? []), ...(standing?.rejected ?? [])].find(({ claim }) => claim.id === id);
  if (now !== undefined) return now.ref;
  if (read !== undefined) return refOf(read.document, read.version, read.claim);
  throw new PactaError("PACTA_CLAIM_UNKNOWN", `the ledger has no claim "${id}"`, "pacta claims lists them with their ids");
}

/** The document to which a person added the claim that stands no more. */
async function documentAddedTo(id: string, ledger: Ledger): Promise<string | undefined> {
  for await (const { decision } of ledger.decisions()) {
    if ((decision.type === "add-claim" || decision.type === "promote") && decision.claim.id === id) return decision.document;
  }
  return undefined;
}
