// A model that is missing, damaged or of another format is one clear error.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readModel } from "./card.ts";
import { ACTS, openSession, READER } from "./session.ts";

const sha256 = (content: string): string => createHash("sha256").update(content).digest("hex");
const labels = { upos: ["X"], xpos: ["X"], lemma: ["l0+"], names: ["O"], relations: ["root"], acts: ["sign"] };
const card = {
  format: 3,
  version: "0.0.1",
  labels,
  maxPieces: 12,
  files: { "reader.onnx": sha256("weights"), "acts.onnx": sha256("more weights"), "tokenizer.json": sha256("{}"), "lemmas.tsv": sha256("") },
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pacta-model-"));
  writeFileSync(join(folder, "reader.onnx"), "weights");
  writeFileSync(join(folder, "acts.onnx"), "more weights");
  writeFileSync(join(folder, "tokenizer.json"), "{}");
  writeFileSync(join(folder, "lemmas.tsv"), "");
  writeFileSync(join(folder, "model.json"), JSON.stringify(card));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("reads a model whose files are those that its card names", () => {
  const model = readModel(folder);
  const networks = [model.reader, model.acts].map((bytes) => Buffer.from(bytes).toString());
  expect([model.card.version, networks, model.vocabulary]).toEqual(["0.0.1", ["weights", "more weights"], {}]);
});

it.each(["reader.onnx", "acts.onnx"])("notices a changed byte of %s", (name) => {
  writeFileSync(join(folder, name), "weightz");
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_DAMAGED", place: { source: join(folder, name) } }));
});

it.each(["model.json", "reader.onnx", "acts.onnx", "tokenizer.json", "lemmas.tsv"])("tells that %s is missing", (name) => {
  rmSync(join(folder, name));
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_MISSING", place: { source: join(folder, name) } }));
});

it("refuses a card of another format, and one that is no card", () => {
  writeFileSync(join(folder, "model.json"), JSON.stringify({ ...card, format: 1 }));
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_VERSION" }));
  writeFileSync(join(folder, "model.json"), "{");
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_DAMAGED" }));
});

it.each([READER, ACTS])("refuses weights that are no network", async (form) => {
  await expect(openSession<unknown>(Buffer.from("weights"), form, "native", 1)).rejects.toThrow(
    expect.objectContaining({ code: "PACTA_MODEL_DAMAGED" }),
  );
});
