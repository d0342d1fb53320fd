// The thread that takes one PDF apart, so that a file that never ends or eats memory can be ended without the rest.
import { workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { tell } from "../../thread/index.ts";
import { linesOf } from "./lines.ts";
import type { PdfRun } from "./lines.ts";
import type { PdfMessage, PdfTask } from "./wire.ts";

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

/** Title and day of making, where the file tells them. A file without them is whole. */
async function infoOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<{ title?: string; created?: string }> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const { Title: title, CreationDate: created } = info as { readonly Title?: unknown; readonly CreationDate?: unknown };
  return { ...(typeof title === "string" ? { title } : {}), ...(typeof created === "string" ? { created } : {}) };
}

say({ kind: "ready" });
takeApart(workerData as PdfTask).catch((thrown: unknown) => {
  const { name, message } = thrown instanceof Error ? thrown : { name: "Error", message: String(thrown) };
  say({ kind: "fault", name, message: message.slice(0, 300) });
});
