// PDFs written by hand for tests: pages of lines in Helvetica, each line at its place.
import { deflateSync } from "node:zlib";

/** A line at a place on the page (points from its lower left corner). */
export interface Written {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  /** Points added to each space, as in justified lines. */
  readonly spacing?: number;
  /** Quarter turns against the clock. */
  readonly turn?: number;
  /** True for Hebrew letters, which the text gives as they are read. */
  readonly hebrew?: true;
}

/** Lines from the top of a page downwards, 14 points apart; an empty one leaves a gap. */
export function column(lines: readonly string[], top = 720, x = 72): Written[] {
  return lines.flatMap((text, index) => (text === "" ? [] : [{ text, x, y: top - 14 * index }]));
}

/** A PDF from the bodies of its objects (from number 1), the last being the trailer's dictionary. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer: string): Uint8Array {
  const chunks: Uint8Array[] = [Buffer.from("%PDF-1.4\n")];
  let length = 9;
  const offsets: number[] = [];
  const push = (chunk: string | Uint8Array): void => {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
  };
  for (const [index, body] of objects.entries()) {
    offsets.push(length);
    push(`${index + 1} 0 obj\n`);
    push(body);
    push("\nendobj\n");
  }
  const start = length;
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`);
  push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/** A stream object, packed. */
export function packedStream(content: string | Uint8Array): Uint8Array {
  const packed = deflateSync(content);
  return Buffer.concat([Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`), packed, Buffer.from("\nendstream")]);
}

/** A PDF of pages with the lines given. `info` is its dictionary of facts, `trailer` stands in its trailer, `xmp` are its other facts. */
export function pdf(pages: readonly (readonly Written[])[], info = "", trailer = "", xmp = ""): Uint8Array {
  return pdfOfContents(pages.map(contentOf), info, trailer, xmp);
}

/** A PDF of pages with the content given, in the language of PDF. */
export function pdfOfContents(contents: readonly (string | Uint8Array)[], info = "", trailer = "", xmp = ""): Uint8Array {
  const kids = contents.map((_, index) => `${7 + 2 * index} 0 R`).join(" ");
  const objects: (string | Uint8Array)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${xmp === "" ? "" : `/Metadata ${7 + 2 * contents.length} 0 R`} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< ${info} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
    packedStream(TO_UNICODE),
  ];
  for (const [index, content] of contents.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> /Contents ${8 + 2 * index} 0 R >>`,
      packedStream(content),
    );
  }
  if (xmp !== "") objects.push(`<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`);
  return pdfOf(objects, `/Info 4 0 R ${trailer}`);
}

function contentOf(lines: readonly Written[]): Uint8Array {
  const shown = lines.map(({ text, x = 72, y, size = 11, spacing = 0, turn = 0, hebrew }) => {
    const [cos, sin] = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ][turn] ?? [1, 0];
    const words = hebrew === true ? hebrewCodes(text) : text.replace(/[\\()]/g, "\\$&");
    return `BT /${hebrew === true ? "F2" : "F1"} ${size} Tf ${spacing.toFixed(3)} Tw ${cos} ${sin} ${-(sin ?? 0)} ${cos} ${x} ${y} Tm (${words}) Tj ET`;
  });
  return Buffer.from(shown.join("\n"), "latin1");
}

const ALEPH = 0x5d0;

/** Hebrew letters as codes of the second font, in the order in which they stand on paper. */
function hebrewCodes(text: string): string {
  return text
    .split("")
    .toReversed()
    .map((letter) => (letter === " " ? " " : String.fromCodePoint(0x41 + (letter.codePointAt(0) ?? ALEPH) - ALEPH)))
    .join("");
}

/** What the codes of the second font stand for: 27 letters from A on. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Ours def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfrange <20> <20> <0020> <41> <5b> <05d0> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;
