// Made-up stories for tests: words without sense, of which no run of five comes twice.
import { recordDocument } from "../record.ts";
import { loadDocumentSetting } from "../setting.ts";
import type { NearRow } from "./cluster.ts";
import { signatureOf } from "./signature.ts";
import type { Signature } from "./signature.ts";

const setting = loadDocumentSetting();

/** So many words of the story with this number, from a place on: `story(1, 3)` is "s1w0 s1w1 s1w2". */
export function story(number: number, count: number, from = 0): string {
  return Array.from({ length: count }, (_, at) => `s${number}w${from + at}`).join(" ");
}

/** The signature of a text without head or tail. */
export function signed(text: string): Signature {
  return signatureOf({ text, blocks: [{ start: 0, end: text.length, kind: "paragraph" }] });
}

/** The row of a text that credits nobody. */
export function rowOf(id: string, text: string, day?: string, more: Partial<NearRow> = {}): NearRow {
  return { id, signature: signed(text), outlets: [], credits: [], ...(day === undefined ? {} : { day }), ...more };
}

/** A record as it is read. */
export const read = (fields: { id?: string; url?: string; text: string; date?: string; sources?: string[] }) => recordDocument(fields, setting);

/** Names of agencies in small letters. */
export const agencies = setting.furniture.agencies;
