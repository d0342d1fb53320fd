// From paths to documents, a few ahead of the one that is read, with what whoever gives them says about all of them.
import type { Document, DocumentSetting, Given, Outcome, PageParser } from "../document/index.ts";
import { documentsBy, pagesInThread } from "../document/index.ts";
import type { PactaError } from "../error.ts";
import { readSources } from "../source/index.ts";
import type { Failure, Resource, SourceIo } from "../source/index.ts";
import { ahead } from "./batches.ts";

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

/** Resources of which the first document is made before it is asked for, and their characters in all: while some are read, the next pages are taken apart. */
const AHEAD = { resources: 8, characters: 4 * 1024 * 1024 };

/**
 * The documents and failures at the paths, in order. Pages are taken apart in a thread, a few ahead of the one that is given. Never
 * throws for bad input.
 */
export async function* outcomesOf(
  paths: readonly string[],
  io: SourceIo,
  setting: DocumentSetting,
  options: OutcomeOptions = {},
): AsyncGenerator<Outcome> {
  const { passed, unchanged, noted } = options;
  const pages = pagesInThread(setting.furniture);
  try {
    const found = readSources(paths, io, { ...(passed === undefined ? {} : { passed }), ...(unchanged === undefined ? {} : { unchanged }) });
    const load = { of: sizeOf, most: AHEAD.characters };
    for await (const { notes, from, first, others } of ahead(found, (each) => begun(each, pages, setting, options), AHEAD.resources, load)) {
      for (const note of notes) noted?.(note);
      if (first !== undefined) yield shaped(first, from, options);
      for await (const outcome of others) yield shaped(outcome, from, options);
    }
  } finally {
    await pages.close();
  }
}

function sizeOf(found: Resource | Failure): number {
  return found.kind === "failure" ? 0 : found.text.length;
}

/** A resource with the first of its documents; a file of many gives the others when they are asked for. */
interface Begun {
  readonly from: Resource | Failure;
  readonly notes: readonly PactaError[];
  readonly first: Outcome | undefined;
  readonly others: AsyncGenerator<Outcome>;
}

async function begun(found: Resource | Failure, pages: PageParser, setting: DocumentSetting, { given = {} }: OutcomeOptions): Promise<Begun> {
  const others = outcomesIn(found, pages, setting, given);
  const first = await others.next();
  return { from: found, notes: found.kind === "failure" ? [] : (found.notes ?? []), first: first.done === true ? undefined : first.value, others };
}

async function* outcomesIn(found: Resource | Failure, pages: PageParser, setting: DocumentSetting, given: Given): AsyncGenerator<Outcome> {
  if (found.kind === "failure") yield found;
  else yield* documentsBy(pages, found, setting, given);
}

/** An outcome as it is given; whoever wants to hears of a document first. */
function shaped(outcome: Outcome, from: Resource | Failure, { headings = false, made }: OutcomeOptions): Outcome {
  if (outcome.kind === "failure" || from.kind === "failure") return outcome;
  const document = headings ? withHeading(outcome.document) : outcome.document;
  made?.(document, from);
  return { kind: "document", document };
}

/** The document with its heading as the first block of its text; offsets then count from the heading. */
export function withHeading(document: Document): Document {
  const { heading, text, blocks, ...rest } = document;
  if (heading === undefined) return document;
  const before = `${heading}\n\n`;
  const moved = blocks.map((block) => ({ ...block, start: block.start + before.length, end: block.end + before.length }));
  return { ...rest, text: before + text, blocks: [{ kind: "headline", start: 0, end: heading.length }, ...moved] };
}
