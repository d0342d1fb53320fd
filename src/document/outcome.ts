// One resource's documents come as values, each a document or the coded failure of one.
import type { Failure, Told } from "../source/index.ts";
import type { AddressRules } from "./address-rules.ts";
import type { Document } from "./document.ts";
import type { Furniture } from "./furniture.ts";

/** A document that was read, or why one was not. */
export type Outcome = { readonly kind: "document"; readonly document: Document } | Failure;

/** Tells a text's language as ISO 639-1, or undefined where it cannot be told for sure. */
export type DetectLanguage = (text: string) => string | undefined;

/** What the reading of documents needs besides the document. */
export interface DocumentSetting {
  readonly furniture: Furniture;
  readonly detectLanguage: DetectLanguage;
  readonly addresses: AddressRules;
}

/** What the caller says about a document. A record's own fields go before these, a page's come after. */
export interface Given {
  /** The day of publication, ISO 8601. */
  readonly date?: string;
  /** The address that the document was found at. */
  readonly url?: string;
  /** The day on which its server says that it was last changed: believed where nothing else tells a day. */
  readonly modified?: string;
  readonly id?: string;
  /** What a feed, a message or a file says of a text in it; its heading and byline go before those of the text. */
  readonly told?: Told;
}
