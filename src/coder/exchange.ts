// One request and its response, within bounds of time and size. Nothing is thrown for what a server does: each way in
// which an exchange can end is a value. The key goes into one header and nowhere else.
import { PactaError } from "../error.ts";
import { retryAfter } from "../source/index.ts";

/** Where and how to ask. */
export interface Line {
  /** The address of `/chat/completions`. */
  readonly address: URL;
  readonly key?: string;
  readonly fetch: typeof fetch;
  /** Milliseconds for the whole exchange. */
  readonly patience: number;
  /** Bytes of a response, unpacked. */
  readonly longest: number;
}

/**
 * How an exchange ended. `answered`: with JSON. `refused`: another try would be refused as well; `words` is what the server
 * says. `busy`: it may do better later, after so many milliseconds where it says so. `lost`: the line, the time or the size.
 */
export type Ended =
  | { readonly kind: "answered"; readonly body: unknown }
  | { readonly kind: "refused"; readonly status: number; readonly words: string; readonly error: PactaError }
  | { readonly kind: "busy"; readonly after?: number; readonly error: PactaError }
  | { readonly kind: "lost"; readonly again: boolean; readonly reached: boolean; readonly error: PactaError };

const LATER = "What was read without the coder is asked for when the same command runs again";

/** Statuses after which a later try may go through. What a server has not implemented (501) it will not have later. */
function isBusy(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501);
}

/** Posts a body as JSON. `now` in milliseconds tells how far off a `Retry-After` day lies. */
export async function exchange(line: Line, body: unknown, now: number): Promise<Ended> {
  const patience = AbortSignal.timeout(line.patience);
  try {
    const response = await line.fetch(line.address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(line.key === undefined ? {} : { authorization: `Bearer ${line.key}` }),
      },
      body: JSON.stringify(body),
      // Followed, a redirect would carry the document to a host that nobody named.
      redirect: "manual",
      signal: patience,
    });
    const text = await textWithin(response, line.longest);
    return text === undefined ? tooLarge(line) : endOf(response, text, line, now);
  } catch (thrown) {
    return patience.aborted ? timedOut(line, thrown) : cutOff(line, thrown);
  }
}

function endOf(response: Response, text: string, line: Line, now: number): Ended {
  const { status } = response;
  if (isBusy(status)) {
    const after = retryAfter(response.headers.get("retry-after") ?? undefined, now);
    const what = `the endpoint ${status === 429 ? "asks for fewer requests" : "has trouble"} (HTTP ${status}${saying(text, line)})`;
    return { kind: "busy", ...(after === undefined ? {} : { after }), error: placed("PACTA_CODER_BUSY", what, LATER, line) };
  }
  if (!response.ok) {
    const what = `the endpoint refuses the request (HTTP ${status}${saying(text, line)})`;
    return { kind: "refused", status, words: text, error: placed("PACTA_CODER_REFUSED", what, "Check the address, the model and the key", line) };
  }
  const type = response.headers.get("content-type") ?? "";
  const body = /^application\/(?:[\w.+-]+\+)?json\b/i.test(type) ? jsonOf(text) : undefined;
  if (body !== undefined) return { kind: "answered", body };
  const what = /json/i.test(type) ? "the response is broken JSON" : `the response is ${type === "" ? "of no type" : type.slice(0, 60)}, not JSON`;
  const remedy = "Check that the address is that of the interface; many end in /v1";
  return { kind: "lost", again: false, reached: true, error: placed("PACTA_CODER_ANSWER", what, remedy, line) };
}

function tooLarge(line: Line): Ended {
  const error = placed("PACTA_CODER_TOO_LARGE", `the response has more than ${line.longest} bytes`, "Try another model or server", line);
  return { kind: "lost", again: false, reached: true, error };
}

function timedOut(line: Line, cause: unknown): Ended {
  const what = `no full answer within ${line.patience / 1000} s`;
  return { kind: "lost", again: true, reached: true, error: placed("PACTA_CODER_TIMEOUT", what, "Give more time with --coder-timeout", line, cause) };
}

/** Codes of a line that never came to be: the server has seen nothing. */
const NEVER_THERE = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

function cutOff(line: Line, thrown: unknown): Ended {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  const what = `there is no line to the endpoint, or it broke${code === undefined ? "" : ` (${code})`}`;
  const error = placed("PACTA_CODER_UNREACHABLE", what, "Check the address, and that its server runs", line, thrown);
  return { kind: "lost", again: true, reached: code === undefined || !NEVER_THERE.has(code), error };
}

/** The address as it may be shown: a query can hold secrets. */
function placed(code: `PACTA_CODER_${string}`, what: string, remedy: string, { address }: Line, cause?: unknown): PactaError {
  return new PactaError(code, what, remedy, { source: `${address.origin}${address.pathname}` }, cause);
}

/** What the server says of its refusal, short, and without the key that some repeat. */
function saying(text: string, { key }: Line): string {
  const { error, message, detail } = objectOf(jsonOf(text));
  const said = [objectOf(error)["message"], error, message, detail].find((one) => typeof one === "string");
  if (typeof said !== "string" || said.trim() === "") return "";
  const clean = key === undefined ? said : said.replaceAll(key, "…");
  return `: ${clean.trim().slice(0, 200)}`;
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The whole text of a response; undefined, and the rest unread, where it is longer. */
async function textWithin({ body }: Response, longest: number): Promise<string | undefined> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of body) {
    bytes += chunk.length;
    // Leaving the loop cancels the body, and with it the line.
    if (bytes > longest) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
