// What is measured must not have been trained on: the list that both sides read, held against the corpora themselves.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resource } from "../../resources.ts";
import { sharedFolder } from "../gold.ts";
import { corpusNames, readCorpus } from "./corpus.ts";
import { heldBackOf, isOlder, readHeldBack } from "./held-back.ts";
import { wikigoldDocuments } from "./names.ts";
import { re3dDocuments } from "./re3d.ts";

const shared = sharedFolder(process.env);
const heldBack = readHeldBack(resource("training", "held-back.json"));

test("a rule by number takes the last of every so many, a rule by list the listed", () => {
  const parts = ["a", "b", "c", "d", "e", "f"];
  expect(heldBackOf("wnut17", parts, { of: 6, every: 3 })).toEqual(["c", "f"]);
  expect(heldBackOf("wikigold", parts, { of: 6, documents: [0, 4] })).toEqual(["a", "e"]);
  expect(heldBackOf("re3d", parts, { of: 6, documents: ["d"] }, (part) => part)).toEqual(["d"]);
});

test("a corpus of another size is another release, whose positions would name other documents", () => {
  expect(() => heldBackOf("wikigold", ["a"], { of: 2, documents: [0] })).toThrow(expect.objectContaining({ code: "PACTA_CORPUS_OTHER" }));
});

test("a list that is missing or of another form is one clear error", () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-held-back-"));
  try {
    const file = join(folder, "held-back.json");
    expect(() => readHeldBack(file)).toThrow(expect.objectContaining({ code: "PACTA_HELD_BACK", place: { source: file } }));
    writeFileSync(file, JSON.stringify({ ...heldBack, wnut17: { of: 3394 } }));
    expect(() => readHeldBack(file)).toThrow(/every/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("weights of before the list are told by their version", () => {
  const list = { ...heldBack, since: "1.10.0" };
  expect(["1.9.3", "1.10.0", "2.0.0"].map((version) => isOlder(version, list))).toEqual([true, false, false]);
});

test("every fifth document of wikigold and of each re3d folder is held back, and nothing else", (context) => {
  if (!existsSync(join(shared, "corpora")) && process.env["PACTA_REQUIRE_ALL"] !== "1")
    return context.skip(`no ${shared}/corpora: nothing to compare with`);
  const fifths = (count: number): number[] => Array.from({ length: count }, (_, i) => i).filter((i) => i % 5 === 4);
  const documents = wikigoldDocuments(readCorpus(shared, "wikigold", "wikigold.conll.txt.gz"));
  expect(heldBack.wikigold.documents).toEqual(fifths(documents.length));
  expect(heldBackOf("wikigold", documents, heldBack.wikigold).flat()).toHaveLength(297);
  const folders = corpusNames(shared, "re3d", "folders").map((folder) =>
    re3dDocuments(readCorpus(shared, "re3d", folder, "documents.json.gz"), readCorpus(shared, "re3d", folder, "entities.json.gz"), new Set())
      .map(({ id }) => id)
      .sort(),
  );
  expect(heldBack.re3d).toEqual({ of: folders.flat().length, documents: folders.flatMap((ids) => fifths(ids.length).map((i) => ids[i])) });
});
