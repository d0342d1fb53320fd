// PDFs to paragraphs, and what becomes of those that have none or mean harm.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Failure, Resource } from "../resource.ts";
import { pdfResources } from "./index.ts";
import { openPdf, PDF_LIMITS } from "./open.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { column, pdf, pdfOf, pdfOfContents } from "./pdf.fixture.ts";

vi.setConfig({ testTimeout: 30_000 });

const read = (bytes: Uint8Array): Promise<(Resource | Failure)[]> => Array.fromAsync(pdfResources("a.pdf", bytes));
const seen = (all: readonly (Resource | Failure)[]) => all.map((each) => (each.kind === "resource" ? each.text : each.error.code));

const FIRST = [
  "Norway signed a contract with Portugal for two patrol boats on Mon-",
  "day, the ministry said. The price is about forty million dollars, of which a",
  "third is paid at once.",
];
const SECOND = ["Officials said that deliveries would begin in the spring of next year and end", "two years later."];

test("lines become paragraphs, words that a line's end broke are whole, and the file's facts are told as such", async () => {
  expect(await read(pdf([column([...FIRST, "", ...SECOND])], "/Title (Two boats for Norway) /CreationDate (D:20150120083000+01'00')"))).toEqual([
    {
      kind: "resource",
      name: "a.pdf",
      mediaType: "text/plain",
      charset: "utf-8",
      text: [
        "Norway signed a contract with Portugal for two patrol boats on Monday, the ministry said. The price is about forty million dollars, of which a third is paid at once.",
        "Officials said that deliveries would begin in the spring of next year and end two years later.",
      ].join("\n\n"),
      told: { heading: "Two boats for Norway", date: { written: "2015-01-20", basis: "pdf-info" } },
    },
  ]);
});

test("a title that is a file's name is none", async () => {
  expect(await read(pdf([column(FIRST)], "/Title (Microsoft Word - boats v2.doc)"))).toMatchObject([{ told: {} }]);
});

test("a title that the first page does not bear out is an older file's, and the largest letters are the heading then", async () => {
  const letterhead = { text: "Ministry of Defence, press office", y: 760, size: 9 };
  const page = [letterhead, { text: "Two boats for Norway", y: 730, size: 20 }, ...column([...FIRST, ...SECOND], 700)];
  const headingOf = async (info: string) => (await read(pdf([page], info))).map((each) => each.kind === "resource" && each.told?.heading)[0];
  expect(await headingOf("/Title (Budget speech of the year before)")).toBe("Two boats for Norway");
  expect(await headingOf("")).toBe("Two boats for Norway");
  expect(await headingOf("/Title (Norway buys two patrol boats)")).toBe("Norway buys two patrol boats");
  expect(await read(pdf([page.slice(1)]))).toMatchObject([{ told: {} }]);
});

test("what the file's facts do not tell, its XMP does", async () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Two boats for Norway</rdf:li></rdf:Alt></dc:title><xmp:CreateDate>2015-01-20T23:30:00-05:00</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>';
  expect(await read(pdf([column(FIRST)], "", "", xmp))).toMatchObject([
    { told: { heading: "Two boats for Norway", date: { written: "2015-01-20", basis: "pdf-info" } } },
  ]);
});

test("heads and feet that run over the pages and their numbers are left out, and a sentence goes on over the end of a page", () => {
  const page = (number: number, lines: string[]) => ({
    lines: [{ text: `The Daily Post, ${number} May`, y: 760 }, ...column(lines), { text: `- ${number} -`, y: 30 }].map((each) => ({
      x: 72,
      width: 5 * each.text.length,
      size: 11,
      ...each,
    })),
  });
  const pages = [
    page(1, ["Norway signed a contract with Portugal for two patrol boats in the harbour of"]),
    page(2, ["Lisbon on Monday.", "", ...SECOND]),
    page(3, ["Three more are planned, they said."]),
  ];
  expect(paragraphsOf(pages)).toBe(
    "Norway signed a contract with Portugal for two patrol boats in the harbour of Lisbon on Monday.\n\nOfficials said that deliveries would begin in the spring of next year and end two years later.\n\nThree more are planned, they said.",
  );
});

test("a hyphen that the text writes elsewhere stays, and so does one before a capital", () => {
  const lines = ["A long-term plan was signed by Norway and by Portugal, and it is a long-", "term plan of the Franco-", "British group."];
  expect(paragraphsOf([{ lines: column(lines).map((each) => ({ x: 72, width: 400, size: 11, ...each })) }])).toBe(
    "A long-term plan was signed by Norway and by Portugal, and it is a long-term plan of the Franco-British group.",
  );
});

test("a bullet begins a paragraph, and its size is not that of the line", async () => {
  const lines = [
    { text: "\x95", x: 72, y: 700, size: 16 },
    { text: "Norway buys two patrol boats of the new class that was shown in Lisbon and also", x: 90, y: 700 },
    { text: "the spare parts for them.", x: 90, y: 680 },
    { text: "\x95", x: 72, y: 660, size: 16 },
    { text: "Portugal trains the crews.", x: 90, y: 660 },
  ];
  expect(seen(await read(pdf([lines])))).toEqual([
    "• Norway buys two patrol boats of the new class that was shown in Lisbon and also the spare parts for them.\n\n• Portugal trains the crews.",
  ]);
});

test("larger letters are a paragraph of their own", async () => {
  expect(seen(await read(pdf([[{ text: "Two boats for Norway", y: 750, size: 18 }, ...column(FIRST, 732)]])))[0]).toMatch(
    /^Two boats for Norway\n\nNorway signed/,
  );
});

test.each<[string, () => Uint8Array, string]>([
  ["no PDF behind its first bytes", () => Buffer.from("%PDF-1.7 ..."), "PACTA_PDF_BROKEN"],
  ["its end missing", () => pdf([column(FIRST)]).subarray(0, 500), "PACTA_PDF_BROKEN"],
  ["pages in a circle", () => pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"], ""), "PACTA_PDF_BROKEN"],
  [
    "a password",
    () => pdf([column(FIRST)], "", `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${"x".repeat(32)}) /U (${"y".repeat(32)}) /P -4 >> /ID [(a) (a)]`),
    "PACTA_PDF_ENCRYPTED",
  ],
  ["pages without letters", () => pdfOfContents(["0 0 m 10 10 l S", "q Q"]), "PACTA_PDF_NO_TEXT"],
  [
    "no pages, and a hundred million said",
    () => pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 100000000 >>"], ""),
    "PACTA_PDF_NO_TEXT",
  ],
  ["arrays in arrays", () => pdfOfContents(["[".repeat(2_000_000)]), "PACTA_PDF_NO_TEXT"],
])("a PDF with %s is a coded failure", async (_, bytes, code) => {
  await expect(read(bytes())).rejects.toMatchObject({ code });
});

test("a page that never ends costs its time and no more; the pages before it are read", async () => {
  const slow = pdfOfContents([`BT /F1 11 Tf 72 700 Td (${FIRST[1] ?? ""}) Tj ET`, "q ".repeat(8_000_000)]);
  const { count, pages, cut } = await openPdf(slow, { ...PDF_LIMITS, pause: 1000 });
  expect([count, pages.length, cut?.code]).toEqual([2, 1, "PACTA_PDF_TOO_LARGE"]);
});

test("what unpacks to more than a thread may hold is refused, as are more pages and letters than the limits allow", async () => {
  const bomb = pdfOfContents([packedBlanks(600)]);
  await expect(openPdf(bomb)).rejects.toMatchObject({ code: "PACTA_PDF_TOO_LARGE" });
  const many = pdf(Array.from({ length: 4 }, () => column(FIRST)));
  expect(await openPdf(many, { ...PDF_LIMITS, pages: 3 })).toMatchObject({ count: 4, pages: [{}, {}, {}] });
  expect((await openPdf(many, { ...PDF_LIMITS, characters: 200 })).cut?.code).toBe("PACTA_PDF_TOO_LARGE");
});

/** Mebibytes of blanks. */
function packedBlanks(size: number): Uint8Array {
  return Buffer.alloc(size * 1024 * 1024, " ");
}

test("whatever byte of a PDF is another, it is a text or a coded failure", async () => {
  const whole = pdf([column(FIRST)]);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const bytes = Uint8Array.from(whole);
      bytes[at] = byte;
      const got = await read(bytes).then(seen, (thrown: unknown) => (thrown instanceof Error && "code" in thrown ? thrown.code : thrown));
      expect(Array.isArray(got) ? got.length > 0 : String(got).startsWith("PACTA_PDF_")).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test("no letter of a line is lost or made up when lines become paragraphs", () => {
  const line = fc.record({
    text: fc.string({ unit: fc.constantFrom("a", "b", " ", "D", "E", ".", ",", "-", "1"), minLength: 1, maxLength: 30 }),
    x: fc.nat(500),
    y: fc.nat(700),
    width: fc.nat(500),
    size: fc.integer({ min: 6, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      // In any order: what stands in the middle of a sentence is read after it.
      const letters = (text: string) =>
        text
          .replace(/[^A-Za-z.,]/g, "")
          .split("")
          .toSorted()
          .join("");
      const numbered = /^[-–— ]*(?:page|p\.)?\s*\d/i;
      const kept = lines.filter((each) => !numbered.test(each.text));
      expect(letters(paragraphsOf([{ lines: kept }]))).toBe(letters(kept.map((each) => each.text).join("")));
    }),
  );
});
