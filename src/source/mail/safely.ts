// Messages from anybody: a small one is read at once, since nothing in it can cost seconds; others in a thread that is
// ended when it takes too long.
import { extname } from "node:path";
import { PactaError } from "../../error.ts";
import { ask, ownerOf } from "../../thread/index.ts";
import { parseMessage } from "./message.ts";
import type { Message } from "./message.ts";

/** Bytes that are read at once: the worst that was found takes about a second (half a minute at two million). */
const SMALL = 64 * 1024;

const MEBIBYTE = 1024 * 1024;

/** Bytes beyond which hardly any server takes a message. */
export const LARGEST = 25 * MEBIBYTE;

const LIMITS = { pause: 3000, whole: 3000, memory: 128 * MEBIBYTE };

/** As `parseMessage`, which may take the bytes over for good, and `PACTA_MAIL_TOO_LARGE` where that takes longer than three seconds or it has more than 25 MiB. */
export async function parseMessageSafely(bytes: Uint8Array): Promise<Message> {
  if (bytes.length <= SMALL) return await parseMessage(bytes);
  if (bytes.length > LARGEST) throw tooLargeMessage();
  const own = ownerOf(bytes);
  return await ask<Message>(new URL(`./entry-thread${extname(import.meta.url)}`, import.meta.url), own, LIMITS, beyond, [own.buffer]);
}

/** The error of a message of more than `LARGEST` bytes. */
export function tooLargeMessage(): PactaError {
  return beyond(`it has more than ${LARGEST / MEBIBYTE} MiB`);
}

function beyond(why: string): PactaError {
  return new PactaError("PACTA_MAIL_TOO_LARGE", `the message is not read: ${why}`, "Save the part that counts alone");
}
