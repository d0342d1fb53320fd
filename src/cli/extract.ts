// `pacta extract`: the article of a web page, as `pacta read` would read it.
import type { Extraction } from "../document/index.ts";
import { PactaError } from "../error.ts";
import type { Resource } from "../source/index.ts";
import { command } from "./command.ts";
import { EXIT } from "./exit.ts";
import { oneFile } from "./one-file.ts";

/** `pacta extract`. */
export const extract = command({
  args: {
    file: { type: "positional", required: true, description: "an HTML page, or - for standard input" },
    url: { type: "string", valueHint: "URL", description: "the address that the page was found at" },
    json: { type: "boolean", description: "as JSON: title, dek, byline, date, dateSource, language, text, captions, tags, canonical" },
  },
  examples: ["pacta extract page.html --url https://example.org/2015/01/20/deal --json"],
  run: async (args, { out }) => {
    const page = await oneFile(args.file, "text/html");
    const article = await articleOf(page, args.url);
    await out.write(args.json === true ? `${JSON.stringify(article)}\n` : articleText(article));
    return EXIT.ok;
  },
});

/** The page is taken apart in a thread, as `pacta read` does it: it is anybody's. Throws the coded error of the page. */
async function articleOf(page: Resource, url: string | undefined): Promise<Extraction> {
  const { documentsBy, extractionOf, loadDocumentSetting, pagesInThread } = await import("../document/index.ts");
  const setting = loadDocumentSetting();
  const pages = pagesInThread(setting.furniture);
  try {
    for await (const outcome of documentsBy(pages, page, setting, url === undefined ? {} : { url })) {
      if (outcome.kind === "failure") throw outcome.error;
      return extractionOf(outcome.document);
    }
  } finally {
    await pages.close();
  }
  throw new PactaError("PACTA_INPUT_EMPTY", "there is nothing to read", "Name a page with words in it", { source: page.name });
}

function articleText({ title, dek, byline, date, dateSource, language, text, captions, tags, canonical }: Extraction): string {
  const rows: [string, string | null][] = [
    ["title", title],
    ["dek", dek],
    ["byline", byline],
    ["date", date === null ? null : `${date} (${dateSource})`],
    ["language", language],
    ["canonical", canonical],
    ["tags", tags.length === 0 ? null : tags.join(", ")],
    ...captions.map((caption): [string, string] => ["caption", caption]),
  ];
  const head = rows.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(11)}${value}\n`]));
  return `${head.join("")}\n${text}\n`;
}
