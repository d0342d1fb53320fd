// Cursors: where a page ended, bound to the question that it is a page of, so that one of another question is told from it.
import { hash } from "node:crypto";
import { PactaError } from "../../error.ts";

/** The arguments of a question that its pages share. */
type Question = Readonly<Record<string, unknown>>;

const CURSOR = /^([\w.~-]+):([\w-]{10})$/;

function seal(tool: string, question: Question): string {
  const { cursor: _, limit: __, ...rest } = question;
  const sorted = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash("sha256", JSON.stringify([tool, sorted]), "base64url").slice(0, 10);
}

/** The `next` of a page that ended at `place`. */
export function cursorFor(tool: string, question: Question, place: string): string {
  return `${place}:${seal(tool, question)}`;
}

/** The place behind which a page begins, undefined for the first. Throws `PACTA_MCP_CURSOR` for a cursor that no page of this question gave. */
export function cursorIn(tool: string, question: Question & { readonly cursor?: string | undefined }): string | undefined {
  if (question.cursor === undefined) return undefined;
  const [, place, sealed] = CURSOR.exec(question.cursor) ?? [];
  if (place !== undefined && sealed === seal(tool, question)) return place;
  throw new PactaError(
    "PACTA_MCP_CURSOR",
    `the cursor is not one that a page of this question ended with`,
    "Give the `next` of the page before unchanged, with the same other arguments; or leave it out for the first page",
  );
}
