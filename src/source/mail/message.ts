// A message (RFC 5322 with MIME) to what a reader of it sees: its text, its head, and what hangs on it.
import PostalMime from "postal-mime";
import type { Attachment, Email } from "postal-mime";
import { PactaError } from "../../error.ts";
import type { ContainerType, MediaType } from "../resource.ts";
import { attachedType } from "./attached-type.ts";

/** A message. `body` is absent where no part of it is text. */
export interface Message {
  readonly body?: { readonly mediaType: "text/plain" | "text/html"; readonly text: string };
  /** Without angle brackets. */
  readonly id?: string;
  readonly subject?: string;
  /** The name of who sent it, else the address. */
  readonly from?: string;
  /** As written in the head, in the sender's time zone. */
  readonly date?: string;
  /** What hangs on it, in its order, without the pictures that stand in the text. */
  readonly attached: readonly Attached[];
  /** True where its parts do not end as its head says. */
  readonly cut: boolean;
}

/** A file or message that hangs on a message. */
export interface Attached {
  /** As it was named there; absent where it has no name. */
  readonly name?: string;
  /** As the message calls it, in lower case. */
  readonly type: string;
  /** How it can be read; absent where it cannot. */
  readonly mediaType?: MediaType | ContainerType;
  /** Empty where it cannot be read: nothing else is done with them. */
  readonly bytes: Uint8Array;
}

const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 32, maxHeadersSize: 512 * 1024 };

/** Parts of one message; a digest of a day has some hundred. */
const MAX_PARTS = 10_000;

/** A part of plain text shorter than this is likely a note that the message is HTML. */
const NOTE = 200;

/** Reads a message. Throws `PACTA_MAIL_BROKEN`, `PACTA_MAIL_TOO_LARGE` and `PACTA_MAIL_ENCRYPTED`. */
export async function parseMessage(bytes: Uint8Array): Promise<Message> {
  checkParts(bytes);
  const email = await parsed(bytes);
  const type = headerOf(email, "content-type") ?? "";
  if (!email.headers.some(({ key }) => HEAD.has(key))) {
    throw new PactaError("PACTA_MAIL_BROKEN", "this has not the head of a message", "Save the message again, with its head");
  }
  if (/^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)\b(?!.*smime-type=["']?signed)/is.test(type)) {
    throw new PactaError("PACTA_MAIL_ENCRYPTED", "the message is encrypted", "Decrypt it, and save it again");
  }
  return messageOf(email, isCut(bytes, type));
}

const HEAD: ReadonlySet<string> = new Set(["from", "date", "subject", "message-id", "received", "to", "mime-version"]);

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, OPTIONS);
  } catch (thrown) {
    throw new PactaError("PACTA_MAIL_BROKEN", "the message cannot be taken apart", "Save the message again", {}, thrown);
  }
}

/** Lines that may begin a part are counted before each of them costs memory. */
function checkParts(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = view.indexOf("\n--"); at >= 0; at = view.indexOf("\n--", at + 3)) {
    count += 1;
    if (count > 4 * MAX_PARTS)
      throw new PactaError("PACTA_MAIL_TOO_LARGE", `the message has more than ${MAX_PARTS} parts`, "Save the part that counts alone");
  }
}

function messageOf(email: Email, cut: boolean): Message {
  const { messageId, subject, from } = email;
  const id = messageId?.replace(/^<|>$/g, "").trim();
  const sender = from?.name !== undefined && from.name.trim() !== "" ? from.name : from?.address;
  const body = bodyOf(email);
  const date = headerOf(email, "date");
  return {
    ...(body === undefined ? {} : { body }),
    ...(id === undefined || !/^[^\s<>]{3,300}$/.test(id) ? {} : { id }),
    ...(subject === undefined || subject.trim() === "" ? {} : { subject: subject.trim() }),
    ...(sender === undefined || sender.trim() === "" ? {} : { from: sender.trim() }),
    ...(date === undefined ? {} : { date }),
    attached: email.attachments.filter((each) => !isDecoration(each)).map(attachedOf),
    cut,
  };
}

/** The plain part, unless it is but a note beside an HTML part with far more in it. */
function bodyOf({ text, html }: Email): Message["body"] {
  const plain = text?.trim() === "" ? undefined : text;
  const page = html?.trim() === "" ? undefined : html;
  const note = plain !== undefined && page !== undefined && plain.trim().length < NOTE && shown(page) > 3 * plain.trim().length;
  if (plain !== undefined && !note) return { mediaType: "text/plain", text: plain };
  return page === undefined ? undefined : { mediaType: "text/html", text: page };
}

/** About how many characters of a page a browser would show. */
function shown(html: string): number {
  return html
    .replace(/<(style|script)\b[^<>]*>[^<]*/gi, " ")
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ").length;
}

function attachedOf({ filename, mimeType, content }: Attachment): Attached {
  const name = filename?.trim() ?? "";
  const mediaType = attachedType(mimeType, name);
  const named = { ...(name === "" ? {} : { name }), type: mimeType };
  if (mediaType === undefined) return { ...named, bytes: new Uint8Array() };
  return { ...named, mediaType, bytes: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content) };
}

/** Pictures that stand in the text, signatures, and cards of the sender. */
function isDecoration({ mimeType, disposition, related }: Attachment): boolean {
  if (related === true || /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$|^text\/(?:x-)?vcard$|^message\/delivery-status$/.test(mimeType))
    return true;
  return mimeType.startsWith("image/") && disposition !== "attachment";
}

function headerOf(email: Email, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value;
}

/** True where a message of several parts lacks the line that closes them. */
function isCut(bytes: Uint8Array, type: string): boolean {
  const boundary = /^multipart\/[\s\S]*?\bboundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  const words = boundary?.[1] ?? boundary?.[2];
  return words !== undefined && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`--${words}--`, 0, "latin1");
}
