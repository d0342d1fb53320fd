// What went wrong as `application/problem+json` (RFC 9457), with our code and remedy beside it.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import { toPactaError } from "../../error.ts";
import type { PactaError } from "../../error.ts";
import { statusOf } from "./status.ts";

/** The media type of problems. */
export const PROBLEM = "application/problem+json";

/** A problem: `type` is `urn:pacta:error:CODE`, `place` says where in the input where that is known. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    remedy: z.string(),
    place: z.strictObject({ source: z.string().optional(), line: z.int().optional(), offset: z.int().optional() }).optional(),
  })
  .openapi("Problem");

export type Problem = z.infer<typeof problemSchema>;

/** An error as a problem. Of a defect of ours, its message stays in the log. */
export function problemOf(error: PactaError): Problem {
  const { status, title } = statusOf(error.code);
  const { code, message, remedy, place } = error;
  const detail = code === "PACTA_INTERNAL" ? "something went wrong in Pacta; the log of the server says what" : message;
  const isPlaced = Object.keys(place).length > 0 && status < 500;
  return { type: `urn:pacta:error:${code}`, title, status, detail, code, remedy, ...(isPlaced ? { place: { ...place } } : {}) };
}

/** The answer to a request in which something was thrown. */
export function problemAnswer(c: Context, thrown: unknown): Response {
  const problem = problemOf(toPactaError(thrown));
  const headers = { "content-type": PROBLEM, ...(problem.status === 503 || problem.status === 429 ? { "retry-after": "1" } : {}) };
  return c.body(JSON.stringify(problem), problem.status as 400, headers);
}
