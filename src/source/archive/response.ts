// An HTTP response as an archive keeps it: status, fields, and a body as it went over the wire. Crawlers that undid a coding
// often left the field that names it, so a body that is text already is taken as it is.
import { PactaError } from "../../error.ts";
import { tooLarge } from "../bytes.ts";
import { CODINGS, codingsIn } from "../codings.ts";
import type { Coding } from "../codings.ts";
import type { Limits } from "../resource.ts";
import { headEnd, parseHead, shown } from "./fields.ts";
import type { Fields } from "./fields.ts";

/** A response with its body as it was sent. */
export interface Response {
  readonly status: number;
  readonly fields: Fields;
  readonly body: Buffer;
}

/** The response in a block, or in the first bytes of one. Throws `PACTA_ARCHIVE_HTTP` where there is none. */
export function parseResponse(block: Buffer): Response {
  const end = headEnd(block) ?? (block.length < 2 ** 16 ? block.length : 0);
  const { first, fields } = parseHead(block.toString("latin1", 0, end));
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})\b/.exec(first)?.[1];
  if (status === undefined) throw unreadable("it begins with no HTTP status");
  return { status: Number(status), fields, body: block.subarray(end) };
}

/** A body without its chunks. Throws `PACTA_ARCHIVE_HTTP` where they are cut or wrong. */
export function unchunked({ fields, body }: Response): Buffer {
  if (!/\bchunked\b/i.test(fields.get("transfer-encoding") ?? "") || chunkAt(body, 0) === undefined) return body;
  // Chunks may be of one byte each: as many buffers would take more memory than the body.
  const whole = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; ;) {
    const chunk = chunkAt(body, at);
    if (chunk === undefined || chunk.end > body.length) throw unreadable("its chunks are cut or wrong");
    if (chunk.start === chunk.end) return whole.subarray(0, length);
    length += body.copy(whole, length, chunk.start, chunk.end);
    at = chunk.end + (body[chunk.end] === CARRIAGE_RETURN ? 2 : 1);
  }
}

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Where the content of the chunk lies whose size stands at `at`, in hexadecimal digits before an extension that nobody uses. */
function chunkAt(body: Buffer, at: number): { readonly start: number; readonly end: number } | undefined {
  const line = body.subarray(at, at + LONGEST_SIZE);
  const end = line.indexOf(LINE_FEED);
  const digits = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line.toString("latin1", 0, Math.max(0, end)))?.[1];
  if (digits === undefined) return undefined;
  const start = at + end + 1;
  return { start, end: start + Number.parseInt(digits, 16) };
}

const LONGEST_SIZE = 256;

/** What is packed holds control characters within its first bytes; a page does not. */
function isText(body: Buffer): boolean {
  return !/[^\t\n\r\x20-\xff]/.test(body.toString("latin1", 0, 128));
}

/** More codings than one over the other are a bomb or a mistake. */
const MOST_CODINGS = 2;

/**
 * A body as its page is. Throws `PACTA_ARCHIVE_HTTP` where its coding is unknown or broken, `PACTA_INPUT_TOO_LARGE` or
 * `PACTA_GZIP_BOMB` where it unpacks to more than `limits.file`.
 */
export async function uncoded(body: Buffer, fields: Fields, limits: Limits): Promise<Buffer> {
  const names = codingsIn(fields.get("content-encoding") ?? "");
  if (names.length > MOST_CODINGS) throw unreadable(`it is packed ${names.length} times over`);
  let plain = body;
  for (const name of names) {
    const coding = CODINGS.get(name);
    if (coding === undefined) throw unreadable(`its coding "${shown(name, 20)}" is unknown`);
    if (plain.length > 0) plain = await undone(plain, name, coding, limits);
  }
  return plain;
}

async function undone(body: Buffer, name: string, coding: Coding, limits: Limits): Promise<Buffer> {
  try {
    return await coding.whole(body, { maxOutputLength: limits.file });
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    if ("code" in thrown && thrown.code === "ERR_BUFFER_TOO_LARGE") {
      if (limits.file <= body.length * limits.expansion) throw tooLarge("the page", limits.file);
      const what = `the page's ${name} unpacks to more than ${limits.expansion} times its size`;
      throw new PactaError("PACTA_GZIP_BOMB", what, "Unpack it yourself if you trust it", {}, thrown);
    }
    if (isText(body)) return body;
    throw unreadable(`its ${name} is cut or damaged`, thrown);
  }
}

function unreadable(why: string, cause?: unknown): PactaError {
  return new PactaError("PACTA_ARCHIVE_HTTP", `the response that the archive kept cannot be read: ${why}`, "Fetch the page again", {}, cause);
}
