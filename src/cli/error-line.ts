// An error as exactly one line of a terminal: what it quotes may come from hostile input.
import type { PactaError } from "../error.ts";

/** `PACTA_X: what (file:line). Remedy.` and a line end, without control characters inside. */
export function errorLine(error: PactaError): string {
  return `${error.toString().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")}\n`;
}
