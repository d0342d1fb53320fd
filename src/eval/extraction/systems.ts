// Who extracts articles: our own extraction and the peers that run in Node, each over the same parser. trafilatura runs in
// Python and is asked elsewhere.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { z } from "zod";
import { extract, loadDocumentSetting } from "../../document/index.ts";
import { PactaError } from "../../error.ts";
import { resource } from "../../resources.ts";
import { wordsOf } from "./words.ts";

/** What a system makes of a page. */
export interface Found {
  readonly text: string;
  readonly title?: string | undefined;
  /** The day of publication, ISO 8601. */
  readonly published?: string | undefined;
}

/** Extracts the article of a page found at an address. A page that a system fails on gives no text. */
export type Extractor = (html: string, url: string) => Promise<Found>;

/** The systems that run in Node, by name. */
export type SystemName = "pacta" | "readability" | "defuddle";

/** How each is called in tables; with its version. */
export const SYSTEM_NAMES: Readonly<Record<SystemName, string>> = {
  pacta: "Pacta",
  readability: `Readability.js ${versionOf("@mozilla/readability")}`,
  defuddle: `Defuddle ${versionOf("defuddle")}`,
};

/** Opens a system. Throws `PACTA_PEER_MISSING` where a peer is not installed. */
export async function openExtractor(name: SystemName): Promise<Extractor> {
  switch (name) {
    case "pacta":
      return ours();
    case "readability":
      return readability;
    case "defuddle":
      return defuddle();
  }
}

function ours(): Extractor {
  const setting = loadDocumentSetting();
  return async (html, url) => {
    const { text, title, date } = extract(html, setting, url);
    return { text, title: title ?? undefined, published: date ?? undefined };
  };
}

const readability: Extractor = async (html) => {
  const article = new Readability(parseHTML(html).document).parse();
  return { text: wordsOf(article?.content ?? ""), title: article?.title ?? undefined, published: dayOf(article?.publishedTime) };
};

const defuddled = z.object({ content: z.string(), title: z.string(), published: z.string() });

async function defuddle(): Promise<Extractor> {
  const { Defuddle } = await defuddleModule();
  return async (html, url) => {
    const { content, title, published } = defuddled.parse(await quietly(() => Defuddle(parseHTML(html).document, url)));
    return { text: wordsOf(content), title, published: dayOf(published) };
  };
}

/** Defuddle writes what it cannot parse to the terminal. */
async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  const said = console.error;
  console.error = () => {};
  try {
    return await work();
  } finally {
    console.error = said;
  }
}

interface DefuddleModule {
  readonly Defuddle: (page: unknown, url: string) => Promise<unknown>;
}

/** A development dependency: the published package has none of it. */
async function defuddleModule(): Promise<DefuddleModule> {
  try {
    return await import("defuddle/node");
  } catch (thrown) {
    throw new PactaError("PACTA_PEER_MISSING", "defuddle is not installed", "Run npm install in a checkout: the package has no peers", {}, thrown);
  }
}

/** The day that a peer's date opens with; a peer that gives it in another form is read by the clock's own parser. */
export function dayOf(written: string | null | undefined): string | undefined {
  if (written === null || written === undefined || written === "") return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0];
  const time = Date.parse(written);
  return iso ?? (Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10));
}

/** As the checkout pins it. */
function versionOf(name: string): string {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(resource("package.json"), "utf8")) as Pinned;
  return dependencies[name] ?? devDependencies[name] ?? "";
}

interface Pinned {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
