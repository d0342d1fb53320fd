// What the ledger holds: entries of three kinds (documents, readings, decisions of people), each checked against its schema before it
// is written and after it is read.
import { z } from "zod";
import type { Block, DateBasis, DeclaredOrigin, Document } from "../document/index.ts";
import { abstentionSchema, claimSchema } from "../reading/index.ts";
import { documentsOf } from "./decision/index.ts";
import type { DecisionBody } from "./decision/index.ts";

const blockKind = z.enum({
  headline: "headline",
  dek: "dek",
  byline: "byline",
  dateline: "dateline",
  caption: "caption",
  credit: "credit",
  paragraph: "paragraph",
  list: "list",
  quote: "quote",
  tail: "tail",
} satisfies { [kind in Block["kind"]]: kind });

const dateBasis = z.enum({
  caller: "caller",
  "json-ld": "json-ld",
  meta: "meta",
  "time-tag": "time-tag",
  feed: "feed",
  mail: "mail",
  url: "url",
  dateline: "dateline",
  "feed-updated": "feed-updated",
  "pdf-info": "pdf-info",
  carrier: "carrier",
  "http-header": "http-header",
} satisfies { [basis in DateBasis]: basis });

const originBasis = z.enum({
  meta: "meta",
  "json-ld": "json-ld",
  canonical: "canonical",
  dateline: "dateline",
  byline: "byline",
} satisfies { [basis in DeclaredOrigin["basis"]]: basis });

const version = z.int().positive();

/** A document entry: the document, the number of its version, and the SHA-256 of its text. */
export const documentSchema = z.strictObject({
  id: z.string().min(1),
  version,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.literal("spreadsheet").exactOptional(),
  text: z.string(),
  blocks: z.array(z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative(), kind: blockKind })),
  url: z.string().exactOptional(),
  published: z.strictObject({ day: z.iso.date(), basis: dateBasis }).exactOptional(),
  modified: z.strictObject({ day: z.iso.date(), basis: dateBasis }).exactOptional(),
  otherDates: z.array(z.strictObject({ day: z.iso.date(), basis: dateBasis })).exactOptional(),
  heading: z.string().exactOptional(),
  byline: z.string().exactOptional(),
  dek: z.string().exactOptional(),
  captions: z.array(z.string()).exactOptional(),
  language: z.string().exactOptional(),
  origin: z
    .strictObject({
      outlet: z.string().exactOptional(),
      url: z.string().exactOptional(),
      basis: originBasis,
    })
    .exactOptional(),
  sources: z.array(z.string()),
  tags: z.array(z.string()),
});

/** A reading entry: what one version of the reader made of one version of a document. */
export const readingSchema = z.strictObject({
  document: z.string().min(1),
  version,
  reader: z.string().min(1),
  claims: z.array(claimSchema),
  abstained: z.array(abstentionSchema),
});

const gone = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative(), quote: z.literal("") });

/** A reading entry whose words were redacted: its quotes are empty. */
export const wordlessReadingSchema = readingSchema.extend({ claims: z.array(claimSchema.extend({ evidence: gone, tellings: z.array(gone) })) });

/** A document with the number of its version (from 1) and the SHA-256 of its text (UTF-8, hex). */
export interface DocumentBody extends Document {
  readonly version: number;
  readonly sha256: string;
}

/** A reading: `document` and `version` name what was read, `reader` the version string of the reader. */
export type ReadingBody = Readonly<z.infer<typeof readingSchema>>;

/** A version of a document to be appended. */
export interface DocumentDraft {
  readonly kind: "document";
  readonly body: DocumentBody;
}

/** A reading to be appended. */
export interface ReadingDraft {
  readonly kind: "reading";
  readonly body: ReadingBody;
}

/** A person's decision to be appended. */
export interface DecisionDraft {
  readonly kind: "decision";
  readonly body: DecisionBody;
}

/** What is to be appended; the ledger adds its place in the chain. */
export type Draft = DocumentDraft | ReadingDraft | DecisionDraft;

/** The place of an entry in the chain. `hash` covers all of the rest; `prev` is the hash of the entry before, 64 zeros for the first. */
export interface Link {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601 instant at which it was appended. */
  readonly at: string;
  readonly prev: string;
  readonly hash: string;
}

/** An entry of the ledger. `redacted`: its words were taken away on request; its text is empty, and so are its quotes. */
export type Entry = Link & Draft & { readonly redacted?: true };

/** The id of the document that a document or a reading is about. */
export function documentOf(draft: DocumentDraft | ReadingDraft): string {
  return draft.kind === "document" ? draft.body.id : draft.body.document;
}

/** The ids of the documents that an entry names. */
export function documentsNamed(draft: Draft): readonly string[] {
  return draft.kind === "decision" ? documentsOf(draft.body.decision) : [documentOf(draft)];
}
