// The model's card (model.json): what its outputs mean, and the hashes by which a damaged or mixed-up download is noticed.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { PactaError } from "../error.ts";

const FORMAT = 3;
const labels = z.array(z.string()).min(1);
const cardSchema = z.object({
  format: z.literal(FORMAT),
  version: z.string(),
  labels: z.object({ upos: labels, xpos: labels, lemma: labels, names: labels, relations: labels, acts: labels }),
  maxPieces: z.int().positive(),
  files: z.object({ "reader.onnx": z.string(), "acts.onnx": z.string(), "tokenizer.json": z.string(), "lemmas.tsv": z.string() }),
});

/** What a model folder says of itself. Label lists are in the order of the networks' outputs. */
export type ModelCard = z.infer<typeof cardSchema>;

/** A model's card with the bytes of its two networks, its vocabulary and its lemmas. */
export interface ModelFiles {
  readonly card: ModelCard;
  readonly reader: Uint8Array;
  readonly acts: Uint8Array;
  readonly vocabulary: object;
  /** Content of lemmas.tsv: form, part of speech, lemma. */
  readonly lemmas: string;
}

/** The weights that come with Pacta, in a checkout and in the installed package alike; `PACTA_MODEL` names another folder. */
export const MODEL_FOLDER = fileURLToPath(new URL("../../models/en/", import.meta.url));

/**
 * Reads a model folder: model.json, reader.onnx, acts.onnx, tokenizer.json and lemmas.tsv.
 * Throws `PACTA_MODEL_MISSING` where a file is not there, `PACTA_MODEL_VERSION` where the card is of another format
 * and `PACTA_MODEL_DAMAGED` where a file is not the one that the card was written for.
 */
export function readModel(folder: string): ModelFiles {
  const card = readCard(join(folder, "model.json"));
  const reader = readChecked(join(folder, "reader.onnx"), card.files["reader.onnx"]);
  const acts = readChecked(join(folder, "acts.onnx"), card.files["acts.onnx"]);
  const lemmas = readChecked(join(folder, "lemmas.tsv"), card.files["lemmas.tsv"]).toString("utf8");
  const vocabulary: unknown = JSON.parse(readChecked(join(folder, "tokenizer.json"), card.files["tokenizer.json"]).toString("utf8"));
  if (typeof vocabulary !== "object" || vocabulary === null) throw damaged(join(folder, "tokenizer.json"));
  return { card, reader, acts, vocabulary, lemmas };
}

function readCard(file: string): ModelCard {
  const content = readFile(file).toString("utf8");
  let card: unknown;
  try {
    card = JSON.parse(content);
  } catch (cause) {
    throw damaged(file, cause);
  }
  const parsed = cardSchema.safeParse(card);
  if (parsed.success) return parsed.data;
  const other = z.object({ format: z.unknown() }).safeParse(card);
  if (other.success && other.data.format === FORMAT) throw damaged(file, parsed.error);
  const what = `the language model is not of format ${FORMAT}, which this version reads`;
  throw new PactaError("PACTA_MODEL_VERSION", what, "Use the model that came with this version of Pacta", { source: file }, parsed.error);
}

function readChecked(file: string, sha256: string): Buffer {
  const bytes = readFile(file);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw damaged(file);
  return bytes;
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const remedy = "Install Pacta anew, or name the model's folder with PACTA_MODEL";
    throw new PactaError("PACTA_MODEL_MISSING", "a file of the language model cannot be read", remedy, { source: file }, cause);
  }
}

function damaged(file: string, cause?: unknown): PactaError {
  return new PactaError(
    "PACTA_MODEL_DAMAGED",
    "a file of the language model is not the one that its card names",
    "Install Pacta anew",
    { source: file },
    cause,
  );
}
