// Files of fitted weights: a name and a number a line. `npm run calibrate` writes them.
import { existsSync, readFileSync } from "node:fs";
import { PactaError } from "../../error.ts";

/** The weight of a name. Throws `PACTA_KNOWLEDGE_INVALID` where the file has none. */
export type WeightOf = (name: string) => number;

/** Reads a file of weights. Undefined without the file. Throws `PACTA_KNOWLEDGE_INVALID` with the line that is none. */
export function readWeights(file: string): WeightOf | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const known = new Map(lines.flatMap((line, i) => (line === "" || line.startsWith("#") ? [] : [weightIn(line, file, i + 1)])));
  return (name) => {
    const weight = known.get(name);
    if (weight === undefined) throw invalid(`no weight for "${name}"`, file, lines.length);
    return weight;
  };
}

function weightIn(line: string, file: string, number: number): [string, number] {
  const [name, text] = line.split("\t");
  const weight = Number(text);
  if (name === undefined || text === undefined || text === "" || !Number.isFinite(weight))
    throw invalid("a line must be: name, weight", file, number);
  return [name, weight];
}

function invalid(what: string, source: string, line: number): PactaError {
  return new PactaError("PACTA_KNOWLEDGE_INVALID", what, "Write it anew with npm run calibrate", { source, line });
}
