// One measured run of a system over the pages, as a process of its own, so that memory is its own. Prints one line of JSON.
// Each system is loaded alone.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Outcome } from "../language/outcome.ts";

/** This program: `node one.ts SYSTEM FOLDER PAGES PASSES`, with a folder of pages as .html.gz. */
export const ONE: string = fileURLToPath(import.meta.url);

/** The systems that run in Node. */
export type NodeSystem = "pacta" | "thread" | "readability" | "defuddle";

/** Extracts the article of a page and gives nothing back. */
type Work = (html: string) => unknown;

const SYSTEMS: Readonly<Record<NodeSystem, () => Promise<Work>>> = {
  pacta: async () => {
    const { extract, loadDocumentSetting } = await import("../../src/document/index.ts");
    const setting = loadDocumentSetting();
    return (html) => extract(html, setting);
  },
  thread: async () => {
    const { documentsBy, loadDocumentSetting, pagesInThread } = await import("../../src/document/index.ts");
    const setting = loadDocumentSetting();
    const pages = pagesInThread(setting.furniture);
    return (text) => Array.fromAsync(documentsBy(pages, { kind: "resource", name: "page", mediaType: "text/html", text, charset: "utf-8" }, setting));
  },
  readability: async () => {
    const [{ Readability }, { parseHTML }] = await Promise.all([import("@mozilla/readability"), import("linkedom")]);
    return (html) => new Readability(parseHTML(html).document).parse();
  },
  defuddle: async () => {
    const [{ Defuddle }, { parseHTML }] = await Promise.all([import("defuddle/node"), import("linkedom")]);
    return (html) => Defuddle(parseHTML(html).document);
  },
};

/** Pages that are handed on before the first has come back, where they are taken apart elsewhere. */
const IN_HAND = 8;

async function pass(work: Work, pages: readonly string[], inHand: number): Promise<void> {
  const left = pages.values();
  const lane = async (): Promise<void> => {
    for (const html of left) await work(html);
  };
  await Promise.all(Array.from({ length: inHand }, lane));
}

async function measured(system: NodeSystem, folder: string, count: number, passes: number): Promise<Outcome> {
  const files = readdirSync(folder).toSorted().slice(0, count);
  const pages = files.map((file) => gunzipSync(readFileSync(join(folder, file))).toString("utf8"));
  const work = await SYSTEMS[system]();
  const inHand = system === "thread" ? IN_HAND : 1;
  await pass(work, pages, inHand);
  const [began, before] = [performance.now(), process.cpuUsage()];
  for (let done = 0; done < passes; done += 1) await pass(work, pages, inHand);
  const { user, system: kernel } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, processor: (user + kernel) / 1e6, memory: (process.resourceUsage().maxRSS * 1024) / 1e6 };
}

if (import.meta.main) {
  const [system, folder = "", count, passes] = process.argv.slice(2);
  console.error = () => {}; // Defuddle reports what it cannot parse there.
  const outcome = await measured(system as NodeSystem, folder, Number(count), Number(passes));
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
