// A JSON file to its records, each with the line it begins on, so that one broken record does not take the others along.
import { PactaError } from "../error.ts";

/** One element of the array, or the whole file where it holds one object. */
export interface JsonElement {
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
}

/**
 * Splits a JSON array at the commas of its own level; an element is not checked, so a broken one comes as it is.
 * After the last element, throws `PACTA_INPUT_JSON` where the array is not closed or something follows it.
 */
export function* jsonElements(text: string): Generator<JsonElement> {
  const start = text.search(/\S/);
  if (text[start] !== "[") {
    yield { text, line: 1 };
    return;
  }
  const lineAt = lineCounter(text);
  let from = start + 1;
  let end = elementEnd(text, from);
  while (text.slice(from, end).trim() !== "" || text[end] === ",") {
    const element = text.slice(from, end).trim();
    yield { text: element, line: lineAt(Math.max(from, text.indexOf(element[0] ?? "", from))) };
    if (text[end] !== ",") break;
    from = end + 1;
    end = elementEnd(text, from);
  }
  checkClosed(text, end, lineAt);
}

/** Lists and objects within one another; a parser keeps some seventy bytes for each that is open. */
const MOST_OPEN = 1000;

/** Characters that cannot lie deep enough to harm. */
const SMALL = 64 * 1024;

/** Throws `PACTA_INPUT_JSON` for what lies deeper than any record, before a parser goes there. */
export function checkNesting(json: string): void {
  if (json.length <= SMALL) return;
  let open = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') at = stringEnd(json, at);
    else if (sign === "[" || sign === "{") open += 1;
    else if (sign === "]" || sign === "}") open -= 1;
    if (open <= MOST_OPEN) continue;
    throw new PactaError("PACTA_INPUT_JSON", `more than ${MOST_OPEN} lists and objects lie within one another`, "Give one JSON object", {
      offset: at,
    });
  }
}

function checkClosed(text: string, end: number, lineAt: (offset: number) => number): void {
  if (end >= text.length) throw jsonError("the array is not closed", lineAt(text.length));
  const rest = text.slice(end + 1).trimStart();
  if (rest !== "") throw jsonError("something follows the array", lineAt(text.length - rest.length));
}

function jsonError(what: string, line: number): PactaError {
  return new PactaError("PACTA_INPUT_JSON", what, "Give one array of objects, or JSONL", { line });
}

/** Offset of the comma or bracket that ends the element begun at `from`; the text's length where none does. */
function elementEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = stringEnd(text, at);
    else if (sign === "{" || sign === "[") depth += 1;
    else if (depth === 0 && (sign === "," || sign === "]")) return at;
    else if (sign === "}" || sign === "]") depth -= 1;
  }
  return text.length;
}

/** Offset of the quotation mark that closes the string opened at `open`. */
function stringEnd(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** Counts lines up to ever larger offsets, without going back. The next line end is looked for once: in a file of one line it is far. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let end = text.indexOf("\n");
  return (offset) => {
    for (; end >= 0 && end < offset; end = text.indexOf("\n", end + 1)) line += 1;
    return line;
  };
}
