// A PDF to the lines of its pages, by a thread of its own that is watched and ended when it takes too long or too much.
import { extname } from "node:path";
import { PactaError } from "../../error.ts";
import { ownerOf, runThread } from "../../thread/index.ts";
import type { Ending, ThreadLimits } from "../../thread/index.ts";
import type { PdfFacts, PdfMessage, PdfPage, PdfTask } from "./wire.ts";

/** A PDF taken apart. `cut` says why not all of its pages are there. */
export interface PdfText extends PdfFacts {
  /** Pages that the file has. */
  readonly count: number;
  readonly pages: readonly PdfPage[];
  readonly cut?: PactaError;
}

/** What one PDF may cost; a message comes with each page. */
export interface PdfLimits extends ThreadLimits {
  readonly pages: number;
  readonly characters: number;
}

const MEBIBYTE = 1024 * 1024;

/** Two and a half seconds a page and a minute in all: a page of text takes 3 to 50 ms. */
export const PDF_LIMITS: PdfLimits = { pages: 1000, pause: 2500, whole: 60_000, memory: 80 * MEBIBYTE, characters: 8 * MEBIBYTE };

const BROKEN = "Save it again, or give its text";

/**
 * Takes a PDF apart; its bytes may be taken over for good. Throws `PACTA_PDF_BROKEN`, `PACTA_PDF_ENCRYPTED` and `PACTA_PDF_TOO_LARGE`
 * where no page could be read; where some were, they come with the error as `cut`.
 */
export async function openPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfText> {
  const own = ownerOf(bytes);
  const task: PdfTask = { bytes: own, pages: limits.pages };
  const pages: PdfPage[] = [];
  let [opened, left]: [Partial<Omit<PdfText, "pages" | "cut">>, number] = [{}, limits.characters];
  // The thread's modules have the ending of this one: the sources run as they are.
  const entry = new URL(`./entry${extname(import.meta.url)}`, import.meta.url);
  const ending = await runThread(
    entry,
    task,
    limits,
    (said): { readonly end: PactaError | undefined } | undefined => {
      const message = said as PdfMessage;
      if (message.kind === "end") return { end: undefined };
      if (message.kind === "fault") return { end: faultOf(message) };
      if (message.kind === "opened") opened = openedOf(message);
      if (message.kind !== "page") return undefined;
      pages.push(message.page);
      left -= message.page.lines.reduce((sum, line) => sum + line.text.length, 0);
      return left < 0 ? { end: tooLarge(`it has more than ${limits.characters} characters`) } : undefined;
    },
    [own.buffer],
  );
  const cut = errorOf(ending);
  if (cut !== undefined && pages.length === 0) throw cut;
  return { count: pages.length, ...opened, pages, ...(cut === undefined ? {} : { cut }) };
}

function errorOf(ending: Ending<PactaError | undefined>): PactaError | undefined {
  if (ending.kind === "taken") return ending.end;
  if (ending.kind === "broken") return new PactaError("PACTA_PDF_BROKEN", "taking the PDF apart ended in the middle", BROKEN, {}, ending.thrown);
  return tooLarge(ending.kind === "time" ? "it takes too long" : "it takes too much memory");
}

function openedOf({ pages: count, title, created }: Extract<PdfMessage, { kind: "opened" }>): Partial<Omit<PdfText, "pages">> {
  return { count, ...(title === undefined ? {} : { title }), ...(created === undefined ? {} : { created }) };
}

function faultOf({ name, message }: Extract<PdfMessage, { kind: "fault" }>): PactaError {
  if (name === "PasswordException") return new PactaError("PACTA_PDF_ENCRYPTED", "the PDF asks for a password", "Save it without one");
  return new PactaError("PACTA_PDF_BROKEN", `the PDF cannot be taken apart (${message})`, BROKEN);
}

function tooLarge(why: string): PactaError {
  return new PactaError("PACTA_PDF_TOO_LARGE", `the PDF is not read to its end: ${why}`, "Give its text, or a smaller file");
}
