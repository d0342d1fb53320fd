// Questions to the server that these pages come from. Whatever fails comes out as a `Trouble`.
import { troubleIn, unanswered } from "./problem.ts";
import { tokenHeld } from "./token.ts";

const API = "/api/v1";

/** What a question asks for: undefined and empty values are left out, lists are given one by one. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** How a question is put. */
export interface Asking {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly query?: Query;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The path of something whose name may hold slashes. */
export function pathOf(...parts: readonly string[]): string {
  return `/${parts.map((part) => encodeURIComponent(part)).join("/")}`;
}

/** The part of an address behind `?`, with it; nothing where nothing is asked. */
export function queryText(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return text === "" ? "" : `?${text}`;
}

/** The response to a question. Throws a `Trouble`, or the signal's reason. */
export async function respond(path: string, { method = "GET", query, body, signal }: Asking = {}): Promise<Response> {
  const token = tokenHeld();
  const headers: Record<string, string> = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const asked = fetch(`${API}${path}${queryText(query)}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const response = await asked.catch((thrown: unknown) => {
    signal?.throwIfAborted();
    throw thrown instanceof TypeError ? unanswered() : thrown;
  });
  if (!response.ok) throw await troubleIn(response);
  return response;
}

/** The answer to a question, as JSON; undefined where there is none to give (204). */
export async function ask<T>(path: string, asking?: Asking): Promise<T> {
  const response = await respond(path, asking);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
