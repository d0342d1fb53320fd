// Reads a YAML file of knowledge/ against a schema, so that a slip of the editing hand is told with its file and line.
import { readFileSync } from "node:fs";
import { LineCounter, isCollection, isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { z } from "zod";
import { PactaError } from "./error.ts";

const REMEDY = "Correct the line; the comments at the head of the file say what it may hold";

/** The line (from 1) of the deepest node on the path that stands in the document. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return isCollection(document.contents) ? 1 : undefined;
}

/** The line of a key that is one too many. */
function lineOfKey(document: Document, lines: LineCounter, path: readonly PropertyKey[], key: string): number | undefined {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  const node = isMap(parent) ? parent.items.map((pair) => pair.key).find((each) => isScalar(each) && String(each.value) === key) : undefined;
  return isNode(node) && node.range ? lines.linePos(node.range[0]).line : lineOf(document, lines, path);
}

/** The data of a YAML text. Throws `PACTA_KNOWLEDGE_INVALID` with `source` and line where it is no YAML or does not fit the schema. */
export function parseKnowledge<T>(text: string, schema: z.ZodType<T>, source: string): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken)
    throw new PactaError("PACTA_KNOWLEDGE_INVALID", broken.message.split("\n")[0] ?? "no YAML", REMEDY, {
      source,
      line: lines.linePos(broken.pos[0]).line,
    });
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const [key] = issue?.code === "unrecognized_keys" ? issue.keys : [];
  const path = issue?.path ?? [];
  const line = key === undefined ? lineOf(document, lines, path) : lineOfKey(document, lines, path, key);
  throw new PactaError(
    "PACTA_KNOWLEDGE_INVALID",
    [...(issue?.path.length ? [issue.path.join(".")] : []), issue?.message ?? "invalid"].join(": "),
    REMEDY,
    line === undefined ? { source } : { source, line },
  );
}

/** Reads and parses a knowledge file. Throws `PACTA_KNOWLEDGE_MISSING` where it cannot be read, else as `parseKnowledge`. */
export function readKnowledge<T>(path: string, schema: z.ZodType<T>): T {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (thrown) {
    throw new PactaError(
      "PACTA_KNOWLEDGE_MISSING",
      "a knowledge file cannot be read",
      "Install the package again, or name the folder that holds it",
      { source: path },
      thrown,
    );
  }
  return parseKnowledge(text, schema, path);
}
