// What the process that opens PDFs and the thread that takes one apart tell each other.

/** One line of a page. Lengths are points; `y` counts from the foot of the page. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
}

/** A page's lines, in the order of its content. */
export interface PdfPage {
  readonly lines: readonly PdfLine[];
}

/** What the thread sends, in this order; a fault ends it. */
export type PdfMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "opened"; readonly pages: number; readonly title?: string; readonly created?: string }
  | { readonly kind: "page"; readonly page: PdfPage }
  | { readonly kind: "end" }
  | { readonly kind: "fault"; readonly name: string; readonly message: string };

/** What the thread is given. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  /** Pages that are taken apart. */
  readonly pages: number;
}
