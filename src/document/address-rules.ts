// What of a web address says how a reader came to the page, as data: knowledge/document/addresses.yaml. It is read apart from
// address.ts, so that the thread that takes pages apart does not load what checks it.
import { join } from "node:path";
import { z } from "zod";
import { resource } from "../resources.ts";
import { readKnowledge } from "../yaml.ts";

const host = z.string().regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'write a host in small letters, with "*." before it at most');

const label = z.string().regex(/^[a-z0-9-]+$/, "write the first word of a host in small letters");

/** A form that is itself said to be another's form would be taken for a third page when it is met alone. */
function endsChains(table: Record<string, string>): boolean {
  return Object.values(table).every((form) => !Object.hasOwn(table, form));
}
const NO_CHAIN = "what stands on the right must not stand on the left as well";

const addressSchema = z.strictObject({
  parameters: z.array(z.string().regex(/^[^A-Z\s*]+\*?$/, "write a parameter in small letters; * only at its end")),
  prefixes: z.record(label, label).refine(endsChains, NO_CHAIN),
  hosts: z.record(host, host).refine(endsChains, NO_CHAIN),
  caches: z.array(z.strictObject({ host, path: z.string().regex(/^\/.*\/$/, "begin and end the path with /"), scheme: z.enum(["http", "https"]) })),
});

/** What of an address says how a reader came to the page; see knowledge/document/addresses.yaml. */
export type AddressRules = z.infer<typeof addressSchema>;

/** Reads addresses.yaml. Throws `PACTA_KNOWLEDGE_MISSING` or `PACTA_KNOWLEDGE_INVALID`. */
export function loadAddressRules(directory: string = resource("knowledge", "document")): AddressRules {
  return readKnowledge(join(directory, "addresses.yaml"), addressSchema);
}
