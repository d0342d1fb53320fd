// What the process that opens PDFs and the thread that takes one apart tell each other.

/** One line of a page. Lengths are points; `y` counts from the foot of the page. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  /** The column, heading or table of its page that it stands in, counted in the order of reading. */
  readonly block?: number;
  /** True for the row of a table, its cells apart by tabs: it is no part of a paragraph. */
  readonly row?: true;
}

/** A page's lines, in the order of reading. */
export interface PdfPage {
  readonly lines: readonly PdfLine[];
}

/** What a file says of itself, as it is written there. */
export interface PdfFacts {
  readonly title?: string;
  /** `D:20150120083000+01'00'`, or ISO 8601. */
  readonly created?: string;
}

/** What the thread sends, in this order; a fault ends it. */
export type PdfMessage =
  | { readonly kind: "ready" }
  | ({ readonly kind: "opened"; readonly pages: number } & PdfFacts)
  | { readonly kind: "page"; readonly page: PdfPage }
  | { readonly kind: "end" }
  | { readonly kind: "fault"; readonly name: string; readonly message: string };

/** What the thread is given. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  /** Pages that are taken apart. */
  readonly pages: number;
}
