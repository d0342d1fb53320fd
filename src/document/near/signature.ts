// The signature of a document: what of its words is kept to find and tell its copies, at most about a kilobyte whatever
// the text's length, the same in every run and on every machine.
import { createHash } from "node:crypto";
import { PactaError } from "../../error.ts";
import { distinct, shingleHashes } from "./sketch.ts";
import { bodyWords } from "./words.ts";
import type { Laid } from "./words.ts";

/** Hashes that are kept of the whole body. */
export const SKETCH = 128;
/** Hashes that are kept of where it begins, for a story that others cut short keeps its beginning. */
export const LEAD = 16;
/** Runs of words that the beginning has. */
const LEAD_RUNS = 30;
/** Hashes of the beginning and of the whole that an index keeps: copies have one in common, hardly ever others. */
const BANDS = { short: { lead: 8, body: 8 }, long: { lead: LEAD, body: 24 } } as const;
/** Runs from which a text is long. Only long ones may be a small part of one another, or edited much, and share few hashes. */
const LONG = 50;
/** The first byte of a written signature; another way of making them is another number. */
const FORM = 1;
const HEAD_BYTES = 14;

/** What is kept of a document's words; see docs/decisions/0021. */
export interface Signature {
  /** Different runs of words in the body. */
  readonly runs: number;
  /** 16 hex digits of the SHA-256 of all words: equal where the words are equal. */
  readonly digest: string;
  /** The smallest hashes of the runs at the beginning, in order. */
  readonly lead: Uint32Array;
  /** The smallest hashes of all runs, in order. */
  readonly sketch: Uint32Array;
}

/** The signature of a document. A text without any word is known by its signs alone. */
export function signatureOf(document: Laid): Signature {
  const words = bodyWords(document);
  const hashes = shingleHashes(words);
  const all = distinct(hashes);
  const said = words.length > 0 ? words.join(" ") : document.text;
  return {
    runs: all.length,
    digest: createHash("sha256").update(said, "utf8").digest("hex").slice(0, 16),
    lead: distinct(hashes.subarray(0, LEAD_RUNS)).slice(0, LEAD),
    sketch: all.slice(0, SKETCH),
  };
}

/** The keys under which an index finds candidates: copies share at least one. Below 2 ** 32, but for the first, which only the same words have. */
export function bandsOf({ runs, digest, lead, sketch }: Signature): number[] {
  const bands = runs < LONG ? BANDS.short : BANDS.long;
  return [wordsKey(digest), ...new Set([...lead.subarray(0, bands.lead), ...sketch.subarray(0, bands.body)])];
}

/** The key of texts with the same words. */
export function wordsKey(digest: string): number {
  return 2 ** 48 + Number.parseInt(digest.slice(0, 12), 16);
}

/** The signature as a text in base64, for a store. */
export function writeSignature({ runs, digest, lead, sketch }: Signature): string {
  const bytes = Buffer.alloc(HEAD_BYTES + 4 * (lead.length + sketch.length));
  bytes.writeUInt8(FORM, 0);
  bytes.writeUInt32LE(runs, 1);
  bytes.write(digest, 5, "hex");
  bytes.writeUInt8(lead.length, 13);
  [...lead, ...sketch].forEach((hash, at) => bytes.writeUInt32LE(hash, HEAD_BYTES + 4 * at));
  return bytes.toString("base64");
}

/** The signature that was written. Throws `PACTA_SIGNATURE_INVALID` for what no `writeSignature` of this version wrote. */
export function readSignature(written: string): Signature {
  const bytes = Buffer.from(written, "base64");
  const hashes = (bytes.length - HEAD_BYTES) / 4;
  const lead = bytes.length < HEAD_BYTES ? 0 : bytes.readUInt8(13);
  if (!Number.isInteger(hashes) || hashes < lead || bytes[0] !== FORM)
    throw new PactaError(
      "PACTA_SIGNATURE_INVALID",
      "a stored signature is none of this version's",
      "Run pacta rebuild: signatures are made again from the texts",
    );
  const all = Uint32Array.from({ length: hashes }, (_, at) => bytes.readUInt32LE(HEAD_BYTES + 4 * at));
  return { runs: bytes.readUInt32LE(1), digest: bytes.toString("hex", 5, 13), lead: all.slice(0, lead), sketch: all.slice(lead) };
}
