// A page that a browser saved in one file (MHTML, RFC 2557): the page itself, with its address and the day of saving. What it
// shows besides (pictures, styles, frames) is left where it is.
import PostalMime from "postal-mime";
import { PactaError } from "../../error.ts";
import { decode } from "../charset.ts";
import { checkReadable } from "../readable.ts";
import { failure } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import { headOf, partsOf } from "./parts.ts";
import type { Part } from "./parts.ts";

/** Parts within parts that are looked into: browsers write one level, old ones two. */
const MAX_DEPTH = 3;

/** True for the first bytes (as Latin-1) of a saved page, which has a sender as a message has. */
export function isSavedPage(start: string): boolean {
  const { fields } = headOf(Buffer.from(start, "latin1"));
  if (!/^multipart\/related\b/i.test(fields.get("content-type") ?? "")) return false;
  return fields.has("snapshot-content-location") || /^"?<?saved by /i.test(fields.get("from") ?? "");
}

/**
 * The page. Throws `PACTA_MHTML_NO_PAGE`, and as `decode` and `checkReadable` do. A page that ends in the middle comes with
 * `PACTA_MHTML_TRUNCATED`.
 */
export async function* savedPage(name: string, bytes: Uint8Array, charset?: string): AsyncGenerator<Resource | Failure> {
  const whole = { ...headOf(bytes), ended: true };
  const part = pageIn(whole, 0);
  if (part === undefined) {
    throw new PactaError("PACTA_MHTML_NO_PAGE", "no part of the file is a page", "Save the page again, as one file (MHTML) or as HTML");
  }
  const decoded = decode(await unpacked(part), "text/html", charset ?? charsetOf(part));
  checkReadable(decoded.text);
  const url = addressOf(whole, part);
  const date = whole.fields.get("date");
  yield {
    kind: "resource",
    name,
    mediaType: "text/html",
    ...decoded,
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { told: { date: { written: date, basis: "carrier" } } }),
  };
  if (!part.ended) yield failure(new PactaError("PACTA_MHTML_TRUNCATED", "the page ends in the middle", "Save it again"), { source: name });
}

/** The part that is the page: the one that the head names, else the first that is HTML. */
function pageIn(part: Part, depth: number): Part | undefined {
  const type = part.fields.get("content-type") ?? "";
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return part;
  if (!/^multipart\//i.test(type) || depth >= MAX_DEPTH) return undefined;
  const start = /;\s{0,9}start="?<?([^">;]{1,300})/i.exec(type)?.[1]?.trim();
  let first: Part | undefined;
  for (const each of partsOf(part)) {
    const page = pageIn(each, depth + 1);
    if (page !== undefined && (start === undefined || each.fields.get("content-id")?.replace(/[<>]/g, "").trim() === start)) return page;
    first ??= page;
  }
  return first;
}

/** The bytes of a part without their encoding for the way: as a file that hangs on a message, since the text of one is changed. */
async function unpacked({ fields, body }: Part): Promise<Uint8Array> {
  const encoding = /^[\w-]{1,30}/.exec(fields.get("content-transfer-encoding") ?? "")?.[0].toLowerCase() ?? "8bit";
  if (encoding !== "base64" && encoding !== "quoted-printable") return body;
  const head = `Content-Type: application/octet-stream\nContent-Disposition: attachment\nContent-Transfer-Encoding: ${encoding}\n\n`;
  const { attachments } = await PostalMime.parse(Buffer.concat([Buffer.from(head), body]));
  const content = attachments[0]?.content;
  return content === undefined || typeof content === "string" ? new Uint8Array() : new Uint8Array(content);
}

function charsetOf({ fields }: Part): string | undefined {
  return /;\s{0,9}charset="?([\w:.-]{1,40})/i.exec(fields.get("content-type") ?? "")?.[1];
}

function addressOf(whole: Part, part: Part): string | undefined {
  const said = [whole.fields.get("snapshot-content-location"), part.fields.get("content-location"), whole.fields.get("content-location")];
  return said.map((each) => each?.trim() ?? "").find((each) => /^https?:\/\/\S+$/i.test(each) && URL.canParse(each));
}
