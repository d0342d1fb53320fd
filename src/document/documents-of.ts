// The format decides how a resource becomes documents; whatever goes wrong in one is its own failure, with file and line.
import { PactaError } from "../error.ts";
import type { Place } from "../error.ts";
import { failure } from "../source/index.ts";
import type { Resource } from "../source/index.ts";
import { ownAddress } from "./address.ts";
import type { Document } from "./document.ts";
import { jsonElements } from "./json-elements.ts";
import { markdownDocument } from "./markdown.ts";
import { pageDocument, pageDocumentBy } from "./html/index.ts";
import type { Page, PageParser } from "./html/index.ts";
import type { DocumentSetting, Given, Outcome } from "./outcome.ts";
import { plainTextDocument } from "./plain-text.ts";
import { parseRecord, recordDocument } from "./record.ts";
import { cleaned } from "./told.ts";

/**
 * The documents of one resource, one after the other; a page is taken apart here and now, for as long as that takes. Never
 * throws for bad input.
 */
export function* documentsOf(resource: Resource, setting: DocumentSetting, said: Given = {}): Generator<Outcome> {
  const { name: source, text } = resource;
  const given = { ...foundWith(resource, setting), ...said };
  switch (resource.mediaType) {
    case "text/plain":
      return yield attempt({ source }, () => plainTextDocument(text, setting, given));
    case "text/markdown":
      return yield attempt({ source }, () => markdownDocument(text, setting, given));
    case "text/html":
      return yield attempt({ source }, () => pageDocument(pageIn(resource), setting, given));
    case "application/x-ndjson":
      return yield recordOutcome(text, { source, line: resource.line ?? 1 }, setting, given);
    case "application/json":
      return yield* recordOutcomes(text, source, setting, given);
  }
}

/** The same, with `parser` for pages. */
export async function* documentsBy(parser: PageParser, resource: Resource, setting: DocumentSetting, said: Given = {}): AsyncGenerator<Outcome> {
  if (resource.mediaType !== "text/html") return yield* documentsOf(resource, setting, said);
  const given = { ...foundWith(resource, setting), ...said };
  try {
    yield { kind: "document", document: await pageDocumentBy(parser, pageIn(resource), setting, given) };
  } catch (thrown) {
    yield failure(thrown, { source: resource.name });
  }
}

function pageIn({ text, fragment }: Resource): Page {
  return { html: text, fragment };
}

/** What came with a resource; what the caller says goes before it. */
function foundWith({ url, modified, told, carrier }: Resource, { addresses }: DocumentSetting): Given {
  const said = told === undefined ? {} : { told: cleaned(told) };
  const known = modified === undefined ? said : { ...said, modified };
  if (carrier === undefined) return url === undefined ? known : { ...known, url };
  const own = ownAddress(url, carrier, addresses);
  if (own !== undefined) return { ...known, url: own };
  // What a feed carries of another's page is a text of the feed's: else whoever writes feeds could write into what the ledger holds of others.
  const name = url ?? told?.id;
  return name === undefined ? known : { ...known, told: { ...known.told, id: `${carrier}#${name}` } };
}

function attempt(place: Place, read: () => Document): Outcome {
  try {
    return { kind: "document", document: read() };
  } catch (thrown) {
    return failure(thrown, place);
  }
}

function* recordOutcomes(json: string, source: string, setting: DocumentSetting, given: Given): Generator<Outcome> {
  let any = false;
  try {
    for (const element of jsonElements(json)) {
      any = true;
      yield recordOutcome(element.text, { source, line: element.line }, setting, given);
    }
  } catch (thrown) {
    yield failure(thrown, { source });
    return;
  }
  if (!any) yield failure(new PactaError("PACTA_INPUT_EMPTY", "the array holds no record", "Give at least one document", { source }), {});
}

/** A failure of a record that could be parsed names the record's id. */
function recordOutcome(json: string, place: Place, setting: DocumentSetting, given: Given): Outcome {
  let id: string | undefined;
  try {
    const record = parseRecord(json);
    id = record.id?.toString();
    return { kind: "document", document: recordDocument(record, setting, given) };
  } catch (thrown) {
    return failure(thrown, { ...place, line: (place.line ?? 1) + lineEndsBefore(json, thrown) }, id);
  }
}

/** Lines between the start of a record and the place in it where parsing failed. */
function lineEndsBefore(json: string, thrown: unknown): number {
  const offset = thrown instanceof PactaError && thrown.code === "PACTA_INPUT_JSON" ? thrown.place.offset : undefined;
  return offset === undefined ? 0 : json.slice(0, offset).split("\n").length - 1;
}
