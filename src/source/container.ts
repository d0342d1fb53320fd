// Files that hold texts of other formats, opened: each text is a resource with what its container says of it.
import { PactaError } from "../error.ts";
import { giveBack, inOne } from "./bytes.ts";
import { decode } from "./charset.ts";
import { feedResources, opmlFailure, sitemapFailure } from "./feed/index.ts";
import { mailboxResources, mailResources, savedPage } from "./mail/index.ts";
import { pdfResources } from "./pdf/index.ts";
import { checkReadable } from "./readable.ts";
import { CONTAINER_TYPES } from "./resource.ts";
import type { ContainerType, Failure, MediaType, Resource } from "./resource.ts";

/** True for formats that are opened here. */
export function isContainer(type: MediaType | ContainerType): type is ContainerType {
  return (CONTAINER_TYPES as readonly string[]).includes(type);
}

/** Hears, in a word or two, of what is not read. */
type Passed = ((what: string) => void) | undefined;

/** The texts in a container, one after the other; its bytes may be taken over for good. Throws the coded error of one that cannot be opened at all. */
export async function* openContainer(
  name: string,
  bytes: Uint8Array,
  type: ContainerType,
  charset?: string,
  passed?: Passed,
): AsyncGenerator<Resource | Failure> {
  if (bytes.length === 0) throw new PactaError("PACTA_INPUT_EMPTY", "the file is empty", "Give a document with words in it");
  if (type === "message/rfc822") return yield* mailResources(name, bytes, { open: openWhole, passed });
  if (type === "application/mbox") return yield* openMailbox(name, inOne(bytes), passed);
  if (type === "multipart/related") return yield* savedPage(name, bytes, charset);
  if (type === "application/pdf") return yield* pdfResources(name, bytes);
  const xml = decodedOnce(bytes, charset);
  checkReadable(xml.text);
  switch (type) {
    case "application/rss+xml":
      return yield* feedResources(name, xml.text, xml.charset);
    case "application/x-sitemap":
      return yield sitemapFailure(name, xml.text);
    case "text/x-opml":
      return yield opmlFailure(name, xml.text);
  }
}

/** The text of XML, whose bytes are needed no more, whether it could be decoded or not. */
function decodedOnce(bytes: Uint8Array, charset: string | undefined): ReturnType<typeof decode> {
  try {
    return decode(bytes, "application/xml", charset);
  } finally {
    giveBack(bytes);
  }
}

/** The messages of a mailbox of any length, one held at a time. Throws as `mailboxResources` does. */
export function openMailbox(name: string, chunks: AsyncIterable<Uint8Array>, passed: Passed): AsyncGenerator<Resource | Failure> {
  return mailboxResources(name, chunks, { open: openWhole, passed });
}

async function* openWhole(name: string, bytes: Uint8Array, type: MediaType | ContainerType): AsyncGenerator<Resource | Failure> {
  if (isContainer(type)) yield* openContainer(name, bytes, type);
  else yield wholeResource(name, bytes, type);
}

/** One whole file. Throws the coded error of its charset or of text that is none. */
export function wholeResource(name: string, bytes: Uint8Array, mediaType: MediaType, charset?: string): Resource {
  const decoded = decode(bytes, mediaType, charset);
  checkReadable(decoded.text);
  return { kind: "resource", name, mediaType, ...decoded };
}
