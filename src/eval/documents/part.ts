// The part that measures near-duplicates: made copies, everything that is joined in real news, and the cost.
import { loadDocumentSetting, loadNearRules } from "../../document/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { EDITS, QUOTES } from "./edits.ts";
import { clustersLine, itemDocuments, joinedPairs, judgedTable, pairsTable, rowsOf } from "./items.ts";
import { madeTable, pagesTable } from "./made.ts";
import { reportPages } from "./pages.ts";
import { rateTable } from "./rate.ts";

const SEED = 1;
/** Days; all of the items lie within. */
const A_CENTURY = 36_500;
const SIZES = [10_000, 98_226];

async function run({ shared, limit, print }: Bench): Promise<Section> {
  const setting = loadDocumentSetting();
  const rules = loadNearRules();
  const making = { setting, rules, seed: SEED };
  const pages = reportPages(shared, setting).slice(0, limit);
  const documents = itemDocuments(shared, setting, limit);
  const rows = rowsOf(documents, rules, setting);
  const joined = await joinedPairs(rows, rules);
  const anywhere = await joinedPairs(rows, { ...rules, window: A_CENTURY });
  const body = `## Copies of one report

Printed by \`npm run eval -- documents\`.

${pages.length} reports (pages of the article extraction corpus and articles of Wikinews, of at least 150 words in three paragraphs) are edited
by programs, seed ${SEED}, and read again as plain text. Shares of copies that are told; numbers in the text are never changed. "Shares a key"
is what the index looks at. Beside it MinHash with 128 permutations in 32 bands of 4 and SimHash of 64 bits over the same runs of five words.

${madeTable("made copies", EDITS, pages, making)}

What must stay apart, shares taken for copies:

${madeTable("no copies", QUOTES, pages, making)}

${pagesTable(pages, rules)}

### Current Events

${await clustersLine(rows, rules)} The table has all pairs that would be joined if no window of days were set, and at the right those that are.

${pairsTable(anywhere, joined)}

Of these pairs and of pairs that have half of their runs in common but were left apart a seeded sample was judged by one reader, a large
language model that had built the rules (test/judged says how).

${judgedTable(joined)}

### Cost

Items drawn from Current Events, in memory, on a machine that did other work at the same time; "asked for" is the cluster of a drawn item.

${await rateTable(documents, SIZES, rules, setting)}`;
  print(body);
  return { name: "documents", body };
}

/** `npm run eval -- documents`. */
export const documents: Part = { what: "copies of one report: made ones, all that are joined in real news, and the cost", run };
