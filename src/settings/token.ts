// Tokens: a secret of 256 random bits, of which only the hash is kept. So much cannot be guessed from its hash, which is why it is neither salted nor slow.
import { createHash, randomBytes } from "node:crypto";

/** What a token makes of its bearer, each with the rights of those before it: who asks; who decides about claims, adds documents and keeps watches; who hands out tokens. */
export const ROLES = ["reader", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** A token without its secret. Instants and days are ISO 8601; `expires` is the last day on which it is good, `used` that of its last use. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly made: string;
  readonly expires?: string;
  readonly revoked?: string;
  readonly used?: string;
}

const BYTES = 32;
/** Marks a secret as ours for whoever finds one where it should not be. */
const PREFIX = "pacta_";
const ID_BYTES = 4;

/** A new secret and the id of its token. */
export function newSecret(): { readonly id: string; readonly secret: string } {
  return { id: randomBytes(ID_BYTES).toString("hex"), secret: PREFIX + randomBytes(BYTES).toString("base64url") };
}

/** What is kept of a secret: its SHA-256 in hex. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether a token is good on the day of an instant. */
export function isGood({ revoked, expires }: Token, at: string): boolean {
  return revoked === undefined && (expires === undefined || at.slice(0, 10) <= expires);
}
