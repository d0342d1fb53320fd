// Markdown keeps its text; front matter and code are no paragraphs.
import { expect, test } from "vitest";
import { markdownDocument } from "./markdown.ts";
import { loadDocumentSetting } from "./setting.ts";

const setting = loadDocumentSetting();
const PROSE = "The two governments signed the contract on Monday after months of talks in the capital.";

function blocksOf(text: string): [string, string][] {
  return markdownDocument(text, setting).blocks.map((block) => [block.kind, text.slice(block.start, block.end)]);
}

test("headings, paragraphs, lists and quotes are blocks without their marks", () => {
  const text = `# Chile buys helicopters #\n\n${PROSE}\nThe price is **not** known.\n\n## Terms\n\n- twelve machines\n- parts\n  for ten years\n\n> We are glad.\n\nPrice\n-----\n\nUnknown so far.\n`;
  expect(blocksOf(text)).toEqual([
    ["headline", "Chile buys helicopters"],
    ["paragraph", `${PROSE}\nThe price is **not** known.`],
    ["headline", "Terms"],
    ["list", "twelve machines"],
    ["list", "parts\n  for ten years"],
    ["quote", "We are glad."],
    ["headline", "Price"],
    ["paragraph", "Unknown so far."],
  ]);
});

test("code, tables, rules, comments, pictures and link definitions are no blocks", () => {
  const text = `${PROSE}\n\n\`\`\`sh\nrun "Iran signs"\n\`\`\`\n\n    indented code\n\n| a | b |\n|---|---|\n\n---\n\n<!-- note -->\n\n![view](a.png)\n\n[1]: https://example.org\n\n${PROSE}`;
  expect(blocksOf(text)).toEqual([
    ["paragraph", PROSE],
    ["paragraph", PROSE],
  ]);
});

test("a fence that is never closed takes the rest, and one of tildes is not closed by ticks", () => {
  expect(blocksOf(`${PROSE}\n\n~~~\n\`\`\`\ncode`)).toEqual([["paragraph", PROSE]]);
});

test("front matter gives title, day, address, author and tags, and is no block; the text keeps it", () => {
  const text = `---\ntitle: Chile buys helicopters\ndate: 2015-01-20\nurl: https://example.org/a\nauthor: By Ann Lee\ntags: [arms, Chile]\n---\n${PROSE}\n`;
  const document = markdownDocument(text, setting);
  expect(document).toMatchObject({
    id: "https://example.org/a",
    text,
    heading: "Chile buys helicopters",
    byline: "Ann Lee",
    published: { day: "2015-01-20", basis: "meta" },
    tags: ["arms", "Chile"],
  });
  expect(document.blocks.map((block) => text.slice(block.start, block.end))).toEqual([PROSE]);
});

test.each(["---\ntitle: [a\n---\nNews.", "---\na: &x [1]\nb: *x\n---\nNews."])(
  "front matter that is not plain YAML is PACTA_INPUT_FRONT_MATTER: %j",
  (text) => {
    expect(() => markdownDocument(text, setting)).toThrowError(expect.objectContaining({ code: "PACTA_INPUT_FRONT_MATTER" }));
  },
);

test("a rule at the start that is never closed is no front matter", () => {
  expect(blocksOf(`---\n\n${PROSE}`)).toEqual([["paragraph", PROSE]]);
});
