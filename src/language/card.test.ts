// A model that is missing, damaged or of another format is one clear error.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readModel } from "./card.ts";
import { openSession } from "./session.ts";

const sha256 = (content: string): string => createHash("sha256").update(content).digest("hex");
const labels = { upos: ["X"], xpos: ["X"], lemma: ["l0+"], names: ["O"], relations: ["root"] };
const card = {
  format: 1,
  version: "0.0.1",
  labels,
  maxPieces: 12,
  files: { "reader.onnx": sha256("weights"), "tokenizer.json": sha256("{}"), "lemmas.tsv": sha256("") },
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pacta-model-"));
  writeFileSync(join(folder, "reader.onnx"), "weights");
  writeFileSync(join(folder, "tokenizer.json"), "{}");
  writeFileSync(join(folder, "lemmas.tsv"), "");
  writeFileSync(join(folder, "model.json"), JSON.stringify(card));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("reads a model whose files are those that its card names", () => {
  const model = readModel(folder);
  expect([model.card.version, Buffer.from(model.network).toString(), model.vocabulary]).toEqual(["0.0.1", "weights", {}]);
});

it("notices a changed byte", () => {
  writeFileSync(join(folder, "reader.onnx"), "weightz");
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_DAMAGED", place: { source: join(folder, "reader.onnx") } }));
});

it.each(["model.json", "reader.onnx", "tokenizer.json", "lemmas.tsv"])("tells that %s is missing", (name) => {
  rmSync(join(folder, name));
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_MISSING", place: { source: join(folder, name) } }));
});

it("refuses a card of another format, and one that is no card", () => {
  writeFileSync(join(folder, "model.json"), JSON.stringify({ ...card, format: 2 }));
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_VERSION" }));
  writeFileSync(join(folder, "model.json"), "{");
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: "PACTA_MODEL_DAMAGED" }));
});

it("refuses weights that are no network", async () => {
  await expect(openSession(Buffer.from("weights"), "native", 1)).rejects.toThrow(expect.objectContaining({ code: "PACTA_MODEL_DAMAGED" }));
});
