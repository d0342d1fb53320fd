// A page of deals as the text that is sent: deals stand in the book as the JSON that they are told in, and are neither parsed nor written again.
import type { BriefPage } from "../../deal/index.ts";

/** Several values of JSON as an array of them. */
export function arrayText(values: readonly string[]): string {
  return `[${values.join(",")}]`;
}

/** A page as JSON. */
export function pageText({ briefs, next }: BriefPage): string {
  return `{"deals":${arrayText(briefs)}${next === undefined ? "" : `,"next":${JSON.stringify(next)}`}}`;
}
