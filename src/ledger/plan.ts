// What of a batch is new. Pure, and run inside the transaction that appends, so that two writers never plan on the same state.
import type { Document } from "../document/index.ts";
import { sha256 } from "./canonical.ts";
import { invalid } from "./check.ts";
import type { DocumentBody, DocumentDraft, ReadingDraft } from "./entry.ts";
import { documentOf } from "./entry.ts";
import type { Read, Receipt } from "./ledger.ts";

/** A version that the ledger holds, and the readers whose reading of it is there. */
export interface KnownVersion {
  readonly seq: number;
  readonly version: number;
  readonly sha256: string;
  readonly day?: string;
  readonly readers: ReadonlySet<string>;
}

/** By document id, versions in order. */
export type Known = ReadonlyMap<string, readonly KnownVersion[]>;

/** The drafts that a batch comes to, and a receipt for each of its documents. */
export interface Plan {
  readonly drafts: readonly (DocumentDraft | ReadingDraft)[];
  readonly receipts: readonly Receipt[];
}

/** What is known of a document once a draft is appended: its versions, and the one that the draft is about. */
export interface Admitted {
  readonly versions: readonly KnownVersion[];
  readonly document: KnownVersion;
}

/**
 * Plans a batch. A text under a known id is a new version when it differs, or when it comes with a day of publication that no version
 * of the same text has: relative times hang on it. `head` is the last entry before the batch. Of a document that was redacted
 * nothing is new: its words were to go, and a reading would bring them back.
 */
export function plan(batch: readonly Read[], reader: string, known: Known, head: number, redacted: ReadonlySet<string>): Plan {
  const now = new Map(known);
  const drafts: (DocumentDraft | ReadingDraft)[] = [];
  const receipts = batch.map(({ document, reading }): Receipt => {
    if (reading.id !== document.id) throw invalid(`its reading is that of "${reading.id}"`, { source: document.id });
    const hash = sha256(document.text);
    const versions = now.get(document.id) ?? [];
    const same = sameVersion(document, hash, versions);
    const version = same?.version ?? versions.length + 1;
    if (redacted.has(document.id)) return { document: document.id, version: same?.version ?? versions.length, appended: NOTHING };
    const appended = { document: same === undefined, reading: same?.readers.has(reader) !== true };
    const fresh: (DocumentDraft | ReadingDraft)[] = [];
    if (appended.document) fresh.push({ kind: "document", body: { ...document, version, sha256: hash } });
    if (appended.reading)
      fresh.push({
        kind: "reading",
        body: { document: document.id, version, reader, claims: [...reading.claims], abstained: [...reading.abstained] },
      });
    for (const draft of fresh) now.set(document.id, admit(draft, now, head + drafts.push(draft)).versions);
    return { document: document.id, version, appended };
  });
  return { drafts, receipts };
}

const NOTHING = { document: false, reading: false };

/** The version that the document already is: the same text, and the same day where the document comes with one. */
export function sameVersion({ published }: Document, hash: string, versions: readonly KnownVersion[]): KnownVersion | undefined {
  return versions.find((version) => version.sha256 === hash && (published === undefined || version.day === published.day));
}

/** Holds a draft against what is known: a version must be the next of its document, a reading must be of a known version and new. */
export function admit(draft: DocumentDraft | ReadingDraft, known: Known, seq: number): Admitted {
  const id = documentOf(draft);
  const versions = known.get(id) ?? [];
  if (draft.kind === "document") {
    if (draft.body.version !== versions.length + 1)
      throw invalid(`version ${draft.body.version} does not follow version ${versions.length}`, { source: id });
    const document = newVersion(draft.body, seq);
    return { versions: [...versions, document], document };
  }
  const read = versions[draft.body.version - 1];
  if (read === undefined) throw invalid(`it has no version ${draft.body.version} that could be read`, { source: id });
  if (read.readers.has(draft.body.reader)) throw invalid(`version ${draft.body.version} was read by ${draft.body.reader} before`, { source: id });
  const document = { ...read, readers: new Set(read.readers).add(draft.body.reader) };
  return { versions: versions.with(draft.body.version - 1, document), document };
}

function newVersion(body: DocumentBody, seq: number): KnownVersion {
  const day = body.published === undefined ? {} : { day: body.published.day };
  return { seq, version: body.version, sha256: body.sha256, ...day, readers: new Set() };
}
