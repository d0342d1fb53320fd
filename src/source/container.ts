// Files that hold texts of other formats, opened: each text is a resource with what its container says of it.
import { PactaError } from "../error.ts";
import { decode } from "./charset.ts";
import { feedResources, opmlFailure, sitemapFailure } from "./feed/index.ts";
import { mailResources } from "./mail/index.ts";
import { pdfResources } from "./pdf/index.ts";
import { checkReadable } from "./readable.ts";
import { CONTAINER_TYPES } from "./resource.ts";
import type { ContainerType, Failure, MediaType, Resource } from "./resource.ts";

/** True for formats that are opened here. */
export function isContainer(type: MediaType | ContainerType): type is ContainerType {
  return (CONTAINER_TYPES as readonly string[]).includes(type);
}

/** The texts in a container, one after the other. Throws the coded error of one that cannot be opened at all. */
export async function* openContainer(name: string, bytes: Uint8Array, type: ContainerType, charset?: string): AsyncGenerator<Resource | Failure> {
  if (bytes.length === 0) throw new PactaError("PACTA_INPUT_EMPTY", "the file is empty", "Give a document with words in it");
  if (type === "message/rfc822") return yield* mailResources(name, bytes);
  if (type === "application/pdf") return yield* pdfResources(name, bytes);
  const xml = decode(bytes, "application/xml", charset);
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
