// From paths to documents, with what the command line says about them.
import type { Document, DocumentSetting, Given, Outcome } from "../document/index.ts";
import { documentsOf } from "../document/index.ts";
import type { PactaError } from "../error.ts";
import { readSources } from "../source/index.ts";
import type { Resource, SourceIo } from "../source/index.ts";

/** What is said about all documents. With `headings` a heading becomes the first block of the text, and is read as such. */
export interface OutcomeOptions {
  readonly given?: Given;
  readonly headings?: boolean;
  /** Hears of each record of an archive that holds no page to read, in a word or two: `request`, `image/png`, `status 404`. */
  readonly passed?: (what: string) => void;
  /** Hears what is to be known of documents that can be read. */
  readonly noted?: (note: PactaError) => void;
  /** Hears of each address whose page is as it was when it was last read. */
  readonly unchanged?: (address: string) => void;
  /** Hears of each document, before it is given, with what it was made of. */
  readonly made?: (document: Document, from: Resource) => void;
}

/** The documents and failures at the paths, in order, one at a time. Never throws for bad input. */
export async function* outcomesOf(
  paths: readonly string[],
  io: SourceIo,
  setting: DocumentSetting,
  { given = {}, headings = false, passed, noted, unchanged, made }: OutcomeOptions = {},
): AsyncGenerator<Outcome> {
  for await (const found of readSources(paths, io, {
    ...(passed === undefined ? {} : { passed }),
    ...(unchanged === undefined ? {} : { unchanged }),
  })) {
    if (found.kind === "failure") yield found;
    else {
      for (const note of found.notes ?? []) noted?.(note);
      for (const outcome of documentsOf(found, setting, given)) {
        if (outcome.kind === "failure") yield outcome;
        else {
          const document = headings ? withHeading(outcome.document) : outcome.document;
          made?.(document, found);
          yield { kind: "document", document };
        }
      }
    }
  }
}

/** The document with its heading as the first block of its text; offsets then count from the heading. */
export function withHeading(document: Document): Document {
  const { heading, text, blocks, ...rest } = document;
  if (heading === undefined) return document;
  const before = `${heading}\n\n`;
  const moved = blocks.map((block) => ({ ...block, start: block.start + before.length, end: block.end + before.length }));
  return { ...rest, text: before + text, blocks: [{ kind: "headline", start: 0, end: heading.length }, ...moved] };
}
