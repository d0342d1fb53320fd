// A mailbox (mbox, RFC 4155) of any length as its messages, one held at a time. A message begins at a "From " line that looks
// like one: programs disagree on quoting, and a letter may say "From here on" after a blank line.
import { PactaError } from "../../error.ts";
import { lines } from "../bytes.ts";
import { failure } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import { mailResources } from "./resources.ts";
import type { MailReading } from "./resources.ts";
import { LARGEST, tooLargeMessage } from "./safely.ts";

/** Messages in a row that cannot be read, after which the rest is given up: it is no mailbox. */
const MAX_FAULTS = 1000;

/** Bytes of the longest line that is held. */
const LONGEST_LINE = 8 * 1024 * 1024;

/** A message of a mailbox: its number and first line from 1. `bytes` is absent where it is too large to be held. */
interface Boxed {
  readonly number: number;
  readonly line: number;
  readonly bytes?: Uint8Array;
}

/** "From ann@post.example Tue Jan 20 08:30:00 2015", with or without a zone, seconds and sender. */
const FROM =
  /^From (?:.{0,300}? )?\s{0,3}(?:[A-Z][a-z]{2},? )?\s{0,2}(?:[A-Z][a-z]{2} {1,2}\d{1,2} \d{1,2}:\d{2}(?::\d{2})?(?: \S{1,6}){0,2} \d{4}|\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}).{0,20}$/;

/** True for the first line (as Latin-1) of a mailbox. */
export function isMailbox(start: string): boolean {
  return FROM.test(start.slice(0, 500).split(/\r?\n/, 1)[0] ?? "");
}

/**
 * What is in a mailbox, message by message, each named by its number: `box.mbox!12`. Throws `PACTA_MBOX_BROKEN` for what does
 * not begin like a mailbox, and what the stream throws, after the message that it broke in.
 */
export async function* mailboxResources(name: string, chunks: AsyncIterable<Uint8Array>, reading: MailReading): AsyncGenerator<Resource | Failure> {
  let faults = 0;
  for await (const { number, line, bytes } of messagesIn(chunks)) {
    const place = { source: `${name}!${number}`, line };
    let read = false;
    try {
      if (bytes === undefined) throw tooLargeMessage();
      for await (const each of mailResources(place.source, bytes, reading, line)) {
        read ||= each.kind === "resource";
        yield each;
      }
    } catch (thrown) {
      yield failure(thrown, place);
    }
    faults = read ? 0 : faults + 1;
    if (faults < MAX_FAULTS) continue;
    const what = `${MAX_FAULTS} messages in a row cannot be read: the rest of the mailbox is not looked at`;
    return yield failure(new PactaError("PACTA_MBOX_BROKEN", what, "Export the mailbox again"), place);
  }
}

async function* messagesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Boxed> {
  let open: Letter | undefined;
  let count = 0;
  let fault: { readonly thrown: unknown } | undefined;
  try {
    for await (const { number, bytes } of lines(chunks, LONGEST_LINE)) {
      if (isSeparator(bytes)) {
        if (open !== undefined) yield open.boxed();
        count += 1;
        open = new Letter(count, number);
      } else if (open !== undefined) open.add(bytes);
      // Blank lines before the first message are none.
      else if (bytes === undefined || bytes.some((byte) => byte > 0x20)) throw noMailbox();
    }
  } catch (thrown) {
    if (open === undefined) throw thrown;
    fault = { thrown };
  }
  if (open !== undefined) yield open.boxed();
  if (fault !== undefined) throw fault.thrown;
  if (count === 0) throw new PactaError("PACTA_INPUT_EMPTY", "the mailbox holds no message", "Export the mailbox again");
}

function noMailbox(): PactaError {
  return new PactaError(
    "PACTA_MBOX_BROKEN",
    'a mailbox begins with a "From " line, and this does not',
    "Export the mailbox again, in the mbox format",
  );
}

function isSeparator(bytes: Uint8Array | undefined): boolean {
  // "From " by its first letters, before a string is made of each line.
  if (bytes === undefined || bytes[0] !== 0x46 || bytes[1] !== 0x72 || bytes[4] !== 0x20) return false;
  return FROM.test(Buffer.from(bytes.subarray(0, 500)).toString("latin1").trimEnd());
}

/** The message that is being read. */
class Letter {
  readonly #number: number;
  readonly #line: number;
  #held: Uint8Array[] = [];
  #size = 0;

  constructor(number: number, line: number) {
    this.#number = number;
    this.#line = line;
  }

  add(line: Uint8Array | undefined): void {
    this.#size += line === undefined ? Infinity : line.length + 1;
    if (line === undefined || this.#size > LARGEST) this.#held = [];
    else this.#held.push(unquoted(line), NEWLINE);
  }

  boxed(): Boxed {
    const place = { number: this.#number, line: this.#line };
    return this.#size > LARGEST ? place : { ...place, bytes: Buffer.concat(this.#held) };
  }
}

const NEWLINE = Uint8Array.of(0x0a);

/** ">From here on" stands for "From here on", and ">>From" for ">From". */
function unquoted(line: Uint8Array): Uint8Array {
  if (line[0] !== 0x3e) return line;
  return /^>+From /.test(Buffer.from(line.subarray(0, 100)).toString("latin1")) ? line.subarray(1) : line;
}
