// The sums that a WARC gives of its content: `sha1:` and so on, in base 32 or hexadecimal.
import { createHash } from "node:crypto";

/** Node's names of the algorithms that are met, with the bytes of their sums. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ["md5", 16],
  ["sha1", 20],
  ["sha256", 32],
  ["sha512", 64],
]);

/** False where a sum is given and is not that of any of the contents. A sum by an algorithm that is not known here proves nothing. */
export function digestHolds(written: string | undefined, ...contents: readonly Uint8Array[]): boolean {
  const [, name, value] = /^([\w-]{1,20}):([\w+/=-]{1,200})$/.exec(written ?? "") ?? [];
  const algorithm = name?.toLowerCase().replaceAll("-", "");
  const size = algorithm === undefined ? undefined : SIZES.get(algorithm);
  if (algorithm === undefined || size === undefined || value === undefined) return true;
  const hexadecimal = value.length === 2 * size;
  return contents.some((content) => {
    const sum = createHash(algorithm).update(content).digest();
    return hexadecimal ? sum.toString("hex") === value.toLowerCase() : base32(sum) === value.toUpperCase().replace(/=+$/, "");
  });
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without the signs that fill it up. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}
