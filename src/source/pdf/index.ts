// The door of pdf/: the text of a PDF as one resource, or why there is none.
import { PactaError } from "../../error.ts";
import { failure } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import type { Told } from "../told.ts";
import { openPdf, PDF_LIMITS } from "./open.ts";
import type { PdfText } from "./open.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { headingOf } from "./title.ts";

/** Letters a page, below which pages are pictures of text. */
const LETTERS = 20;

/** The text of a PDF, and what was left of it. Throws as `openPdf` does, and `PACTA_PDF_NO_TEXT` for pictures of pages. */
export async function* pdfResources(name: string, bytes: Uint8Array): AsyncGenerator<Resource | Failure> {
  const pdf = await openPdf(bytes);
  const text = paragraphsOf(pdf.pages);
  if (!isReadable(text, pdf.pages.length)) {
    throw new PactaError(
      "PACTA_PDF_NO_TEXT",
      "the pages of the PDF are pictures, or its letters cannot be told",
      "Have its text recognised (OCR), and give that",
    );
  }
  yield { kind: "resource", name, mediaType: "text/plain", text, charset: "utf-8", told: toldOf(pdf) };
  const read = pdf.pages.length;
  if (pdf.cut !== undefined) yield failure(pdf.cut, { source: name });
  else if (pdf.count > read) {
    const what = `the PDF is not read to its end: ${read} of ${pdf.count} pages are (at most ${PDF_LIMITS.pages})`;
    yield failure(new PactaError("PACTA_PDF_TOO_LARGE", what, "Give its text, or a smaller file"), { source: name });
  }
}

/** False for too few letters, and for those that a font without names for its letters gives. */
function isReadable(text: string, pages: number): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const nameless = text.match(/[\ue000-\uf8ff\ufffd\0-\x08]/g)?.length ?? 0;
  return letters > 0 && letters >= Math.min(LETTERS * pages, 200) && nameless * 4 < letters;
}

/** The day is that of the file, which is often the report's. Its author is whoever sat at the keyboard, and is not told. */
function toldOf({ title, created, pages }: PdfText): Told {
  // "D:20150120083000+01'00'" in the file's own facts, ISO 8601 in its XMP: the day where it was made.
  const day = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(created?.trim() ?? "");
  const heading = headingOf(title, pages);
  return {
    ...(heading === undefined ? {} : { heading }),
    ...(day === null ? {} : { date: { written: `${day[1]}-${day[2]}-${day[3]}`, basis: "pdf-info" as const } }),
  };
}
