// The part that measures article extraction beside Readability.js, Defuddle and trafilatura in the same run.
import { PactaError } from "../../error.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { loadLabels } from "./labels.ts";
import { corpusPages, pageFolder } from "./pages.ts";
import type { CorpusPage } from "./pages.ts";
import { factTable, textTable } from "./report.ts";
import type { Row } from "./report.ts";
import { dayOf, openExtractor, SYSTEM_NAMES } from "./systems.ts";
import type { Extractor, Found, SystemName } from "./systems.ts";
import { findTrafilatura, trafilaturaArticles } from "./trafilatura.ts";
import type { Trafilatura } from "./trafilatura.ts";

const SYSTEMS = ["pacta", "readability", "defuddle"] as const satisfies readonly SystemName[];
const SETTINGS = ["default", "precision", "recall"] as const;

async function run({ shared, limit, print }: Bench): Promise<Section | undefined> {
  const pages = corpusPages(shared).slice(0, limit);
  const rows: Row[] = [];
  for (const name of SYSTEMS) rows.push({ name: SYSTEM_NAMES[name], found: await foundBy(await openExtractor(name), pages) });
  const peer = await findTrafilatura(process.env);
  rows.push(...(await trafilaturaRows(peer, pageFolder(shared))));
  const labels = new Map([...loadLabels()].filter(([name]) => pages.some((page) => page.name === name)));
  const body = `## Articles of web pages

Printed by \`npm run eval -- extraction\` over ${pages.length} given pages of Zyte's article extraction benchmark, by its own definition: runs of four words,
precision and recall a page, averaged over the pages, F1 of the two averages; the interval is that of F1 over 1,000 draws of the pages.
While the extraction was worked on, errors were looked at on a seeded half of the pages only; of the other ("unseen half") no page was looked
at, but its totals were among those that rules and bounds were kept by. Readability.js and Defuddle run over linkedom, and the words of their
articles are taken with blocks on lines of their own; trafilatura runs without comments, as it is, and with each of its two leanings.${peer.kind === "absent" ? ` It was not run: ${peer.why}.` : ` It is version ${peer.version} on Python ${peer.python}.`}

${textTable(rows, pages)}

Titles and days of publication of ${labels.size} of the pages, labelled from their source blind to every extractor (test/extraction/labels.json). A
title is right with the label's words, without case and punctuation; a day that is absent or another is wrong.

${factTable(rows, labels, pages)}`;
  print(body);
  return { name: "extraction", body };
}

/** What a system finds on the pages; a page that it fails on has no text. */
async function foundBy(extract: Extractor, pages: readonly CorpusPage[]): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for (const { name, html, url } of pages) {
    try {
      found.set(name, await extract(html, url));
    } catch (thrown) {
      if (thrown instanceof PactaError && thrown.code === "PACTA_PEER_MISSING") throw thrown;
      found.set(name, { text: "" });
    }
  }
  return found;
}

async function trafilaturaRows(peer: Trafilatura, folder: string): Promise<Row[]> {
  const articles = peer.kind === "found" ? await trafilaturaArticles(peer.command, folder) : undefined;
  return SETTINGS.map((setting): Row => {
    const name = `trafilatura${setting === "default" ? "" : `, favour ${setting}`}`;
    if (articles === undefined) return { name: `${name} (not run)`, found: undefined };
    const found = [...articles].map(([page, { texts, title, published }]): [string, Found] => [
      page,
      { text: texts[setting] ?? "", title: title ?? undefined, published: dayOf(published) },
    ]);
    return { name, found: new Map(found) };
  });
}

/** `npm run eval -- extraction`. */
export const extraction: Part = { what: "articles, titles and days of web pages, beside Readability.js, Defuddle and trafilatura", run };
