// The words around an article as tables, read from disk: whoever meets a new one adds a line.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PactaError } from "../error.ts";
import { plainWords } from "./furniture.ts";
import type { Furniture, Tail } from "./furniture.ts";
import { LONGEST_NAME } from "./near/index.ts";
import { resource } from "../resources.ts";

const tailRow = z.strictObject({ phrase: z.string().min(2), where: z.enum(["start", "whole"]), opens: z.enum(["yes", "no"]) });
const aroundRow = z.strictObject({ ...tailRow.shape, opens: z.enum(["yes", "no", "rest"]) });
const agencyRow = z.strictObject({ name: z.string().min(2).max(LONGEST_NAME) });

/** Reads tails.tsv, around.tsv and agencies.tsv. Throws `PACTA_KNOWLEDGE` with file and line for a row that does not fit. */
export function loadFurniture(directory: string = resource("knowledge", "document")): Furniture {
  const tails = readTable(join(directory, "tails.tsv"), tailRow).map(tailOfRow);
  const around = readTable(join(directory, "around.tsv"), aroundRow).map(tailOfRow);
  const agencies = readTable(join(directory, "agencies.tsv"), agencyRow).map((row) => row.name.toLowerCase());
  return { tails, around, agencies: new Set(agencies) };
}

function tailOfRow({ phrase, where, opens }: z.infer<typeof aroundRow>): Tail {
  return { phrase: plainWords(phrase), where, opens: opens !== "no", ...(opens === "rest" ? { rest: true } : {}) };
}

/** The rows of a tab-separated table whose first line names its columns; lines that start with # are remarks. */
function readTable<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  const columns = lines[0]?.split("\t") ?? [];
  return lines.flatMap((line, index) => {
    if (index === 0 || line === "" || line.startsWith("#")) return [];
    const cells = line.split("\t");
    const row = schema.safeParse(Object.fromEntries(columns.map((column, at) => [column, cells[at]])));
    if (row.success && cells.length === columns.length) return [row.data];
    throw new PactaError("PACTA_KNOWLEDGE", `the row does not fit its columns: ${line}`, `Give ${columns.join(", ")}, separated by tabs`, {
      source: file,
      line: index + 1,
    });
  });
}
