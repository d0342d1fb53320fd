// What holds a text says of it: a feed of its entry, a message's head of its body. Words and days are handed on as they
// were written there; what they mean is decided where documents are made.

/**
 * Where a container says when its text was published, most trusted first. `carrier` is the day of what carried it (a message
 * that a file hangs on, a browser that saved a page): it is from that day or before.
 */
export type ToldBasis = "feed" | "mail" | "feed-updated" | "pdf-info" | "carrier";

/** What a container tells of one of its texts. What it does not tell is absent. */
export interface Told {
  /** A name that holds everywhere (`tag:`, `urn:`, `mid:`), used where the text has no web address. */
  readonly id?: string;
  readonly heading?: string;
  /** True where the heading may hold HTML, as those of feeds do. */
  readonly markup?: true;
  readonly byline?: string;
  /** As written, e.g. `en-GB`. */
  readonly language?: string;
  /** A day or moment as written (ISO 8601 or RFC 5322), and by what kind of container. */
  readonly date?: { readonly written: string; readonly basis: ToldBasis };
  /** The outlets that it is from. */
  readonly sources?: readonly string[];
  readonly tags?: readonly string[];
}
