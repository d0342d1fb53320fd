// The thread that takes one PDF apart, so that a file that never ends or eats memory can be ended without the rest.
import { workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { tell } from "../../thread/index.ts";
import { linesOf } from "./lines.ts";
import type { PdfRun } from "./runs.ts";
import type { PdfFacts, PdfMessage, PdfTask } from "./wire.ts";

// A thread that is ended while Node makes a stream that unpacks takes the whole process with it (an assertion in Node's zlib,
// seen in Node 24); without such streams PDF.js unpacks by itself.
Reflect.deleteProperty(globalThis, "DecompressionStream");

function say(message: PdfMessage): void {
  tell(message);
}

async function takeApart({ bytes, pages }: PdfTask): Promise<void> {
  // PDF.js speaks of broken files on the console, where the program's own output goes; nothing is fetched or evaluated.
  const settings = { verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, stopAtErrors: false };
  const pdf = await getDocumentProxy(bytes, settings);
  say({ kind: "opened", pages: pdf.numPages, ...(await infoOf(pdf)) });
  for (let number = 1; number <= Math.min(pages, pdf.numPages); number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    say({ kind: "page", page: { lines: linesOf(items.filter((item): item is typeof item & PdfRun => "str" in item)) } });
    page.cleanup();
  }
  say({ kind: "end" });
}

/** Title and day of making, where the file tells them, in its facts or else in its XMP. A file without them is whole. */
async function infoOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<PdfFacts> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: undefined }));
  const facts = info as { readonly Title?: unknown; readonly CreationDate?: unknown };
  const title = [facts.Title, xmp(metadata, "dc:title")].find(isSaid);
  const created = [facts.CreationDate, xmp(metadata, "xmp:createdate")].find(isSaid);
  return { ...(title === undefined ? {} : { title }), ...(created === undefined ? {} : { created }) };
}

function xmp(metadata: unknown, name: string): unknown {
  const { get } = (metadata ?? {}) as { readonly get?: (name: string) => unknown };
  return typeof get === "function" ? get.call(metadata, name) : undefined;
}

function isSaid(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

say({ kind: "ready" });
takeApart(workerData as PdfTask).catch((thrown: unknown) => {
  const { name, message } = thrown instanceof Error ? thrown : { name: "Error", message: String(thrown) };
  say({ kind: "fault", name, message: message.slice(0, 300) });
});
