// Hostile pages, texts, feeds, lists, messages and PDFs: each ends in its code or in a bounded result, soon, and the next file is read.
import { expect, test } from "vitest";
import { loadDocumentSetting } from "../document/index.ts";
import type { SourceIo } from "../source/index.ts";
import { PAGES, TEXTS } from "./hostile-pages.fixture.ts";
import { FEEDS, LISTS, MAILBOXES, MAILS, PDFS, SAVED_PAGES } from "./hostile.fixture.ts";
import { outcomesOf } from "./outcomes.ts";

const setting = loadDocumentSetting();
const SECONDS = 5;

/** True for the file and for what is in it. */
const isWithin = (source: string | undefined, name: string): boolean => source === name || source?.startsWith(`${name}!`) === true;

/** A world of one file and one that is well. */
function world(name: string, content: string | Uint8Array): SourceIo {
  async function* open(path: string): AsyncGenerator<Uint8Array> {
    yield path === name ? Buffer.from(content) : Buffer.from("Norway signed a contract with Portugal for two patrol boats.");
  }
  return { kindOf: async () => "file", list: async () => [], realPath: async (path) => path, open, standardInput: () => open("-") };
}

test.each([...PAGES, ...TEXTS, ...FEEDS, ...LISTS, ...MAILS, ...MAILBOXES, ...SAVED_PAGES, ...PDFS])(
  "%s ends as it must, in time",
  { timeout: 60_000 },
  async (name, bytes, expected) => {
    const io = world(name, bytes());
    // Processor time, since a machine that is busy with other tests makes anything slow.
    const began = process.cpuUsage();
    const outcomes = await Array.fromAsync(outcomesOf([name, "good.txt"], io, setting));
    const { user, system } = process.cpuUsage(began);
    expect(outcomes.map((each) => (each.kind === "document" ? "document" : each.error.code))).toEqual([...expected, "document"]);
    expect(outcomes.every((each) => each.kind === "document" || isWithin(each.error.place.source, name))).toBe(true);
    expect((user + system) / 1e6).toBeLessThan(SECONDS);
  },
);

test("nothing of a script, of an address that is none, or of a day that is none reaches a document", async () => {
  const read = async (wanted: string) => {
    const [name, bytes] = FEEDS.find(([each]) => each === wanted) ?? ["", () => ""];
    const [first] = await Array.fromAsync(outcomesOf([name], world(name, bytes()), setting));
    return first?.kind === "document" ? first.document : undefined;
  };
  expect(await read("scripts.atom")).toMatchObject({ id: "urn:x:1", text: "Norway signed." });
  expect(await read("addresses.rss")).not.toHaveProperty("url");
  expect(await read("days.atom")).not.toHaveProperty("published");
});
