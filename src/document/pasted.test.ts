// Pages that a reporter copied whole into a text file: the article's parts are told from what stands around them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadDocumentSetting } from "./setting.ts";
import { plainTextDocument } from "./plain-text.ts";

const setting = loadDocumentSetting();
const FIRST = "The two governments signed the contract on Monday after months of talks in the capital.";
const SECOND = "Officials said that deliveries of the helicopters would begin in the spring of next year.";
const TITLE = "Norway and Chile sign helicopter contract";

const read = (...lines: string[]) => plainTextDocument(lines.join("\n"), setting);
const blocksOf = (...lines: string[]): [string, string][] => {
  const { text, blocks } = read(...lines);
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
};
/** What is read for claims. */
const READ = new Set(["paragraph", "headline", "dek", "list", "quote"]);
const readOf = (...lines: string[]): string[] => blocksOf(...lines).flatMap(([kind, words]) => (READ.has(kind) ? [words] : []));

test("a menu, buttons, a picture's words and lists of links are left out, and the head is found behind them", () => {
  const lines = ["Skip to main content", "Home", "World", "Politics", "Menu", "", TITLE, "", "Oslo says price is fair and gives no figure", ""];
  const head = ["By Ann Lee", "", "Published", "20 January 2015", "", "Share", "Save", "", "Image caption, A helicopter at an airfield in Chile", ""];
  const body = [FIRST, "", "Advertisement", "", SECOND, "", "Related topics", "Norway", "Chile", "Top stories", "Other news"];
  expect(blocksOf(...lines, ...head, ...body).filter(([kind]) => kind !== "tail")).toEqual([
    ["headline", TITLE],
    ["dek", "Oslo says price is fair and gives no figure"],
    ["byline", "By Ann Lee"],
    ["dateline", "20 January 2015"],
    ["caption", "Image caption, A helicopter at an airfield in Chile"],
    ["paragraph", FIRST],
    ["paragraph", SECOND],
  ]);
});

test("a cookie notice before the article and its buttons are no head", () => {
  const notice = "We and our partners use cookies to show you what you like, and you can change your preferences at any time.";
  const document = read(
    notice,
    "Accept all",
    "Reject all",
    "",
    TITLE,
    "",
    "January 20, 2015",
    "",
    FIRST,
    "",
    SECOND,
    "",
    "Email address",
    "Subscribe",
  );
  expect(document.published).toEqual({ day: "2015-01-20", basis: "dateline" });
  expect(readOf(notice, "Accept all", "Reject all", "", TITLE, "", FIRST, "", SECOND, "", "Email address")).toEqual([TITLE, FIRST, SECOND]);
});

test.each([
  ["Ann Lee | 20 January 2015 | 3 min read", "Ann Lee"],
  ["20 January 2015 • By Ann Lee and Jon Berg", "Ann Lee and Jon Berg"],
])("%s is a byline with its day", (line, byline) => {
  expect(read(TITLE, line, "", FIRST, "", SECOND)).toMatchObject({ byline, published: { day: "2015-01-20", basis: "dateline" } });
});

test("the day of the last change is told apart from that of publication, unless it is the only one", () => {
  const lines = [TITLE, "Published: January 19, 2015", "Updated: January 20, 2015", "", FIRST, "", SECOND];
  expect(read(...lines)).toMatchObject({ published: { day: "2015-01-19" }, modified: { day: "2015-01-20", basis: "dateline" } });
  expect(read(...lines.filter((line) => !line.startsWith("Pub")))).toMatchObject({ published: { day: "2015-01-20" } });
});

test("tags are tags, and what readers say after the article is not read", () => {
  const comments = ["Comments (3)", "John Smith", "2 days ago", "This is a scandal and nobody in this country is going to pay for it.", "Reply"];
  const lines = [
    TITLE,
    "",
    FIRST,
    "",
    SECOND,
    "",
    "It was read twice in parliament before the vote was taken on Friday.",
    "",
    "Tags: Norway, Chile",
    "",
  ];
  expect(read(...lines, ...comments).tags).toEqual(["Norway", "Chile"]);
  expect(readOf(...lines, ...comments)).not.toContain(comments[3]);
  // Most of a text is no comment on the rest.
  expect(readOf(FIRST, SECOND, "Comments", ...Array.from({ length: 9 }, (_, at) => `${SECOND} ${at}.`))).toHaveLength(11);
});

test.each([
  ["caption", "A helicopter stands at an airfield in Chile. Photograph: Jon Berg/AP"],
  ["credit", "Photo by Jon Berg/Getty Images"],
  ["tail", "ALSO READ | Norway looks south"],
  ["tail", "Reporting by Ann Lee; Editing by Jon Berg"],
  ["tail", "Would you like to receive notifications about Norway?"],
])("between paragraphs, a %s: %s", (kind, line) => {
  expect(blocksOf(TITLE, "", FIRST, "", line, "", SECOND)).toContainEqual([kind, line]);
});

test.each([
  "Comments by the minister were not made public before the vote in parliament on Friday.",
  "Watch towers on both sides of the border were left by their guards on Friday morning.",
  "Norway: we will pay",
  "Reporting by the agency shows that the price of the twelve machines was forty million.",
  "Chile accepted that its site near the border be opened, and its partners agreed.",
])("%s is read", (line) => {
  expect(readOf(TITLE, "", FIRST, "", line, "", SECOND)).toContain(line);
});

test("a short list of names that opens a note is read where nothing is left without it", () => {
  expect(readOf("Norway", "Chile", "Egypt", "They signed the contract on Monday after months of talks in the capital.")).toHaveLength(4);
});

test("whatever stands around it, an article's sentences are read", () => {
  const around = fc.constantFrom("Home", "Share", "Accept all", "Menu", "Advertisement", "Save", "Listen", "3 min read", "Photo by Jon Berg/AP");
  const list = fc.array(around, { maxLength: 6 });
  fc.assert(
    fc.property(list, list, list, (before, between, after) => {
      const found = readOf(...before, "", TITLE, "", FIRST, "", ...between, "", SECOND, "", ...after);
      expect(found.filter((words) => words === TITLE || words === FIRST || words === SECOND)).toEqual([TITLE, FIRST, SECOND]);
    }),
  );
});
