// A message as resources, with what hangs on it: messages and files, each of which is a text of its own.
import { PactaError } from "../../error.ts";
import type { Place } from "../../error.ts";
import { failure } from "../resource.ts";
import type { ContainerType, Failure, MediaType, Resource } from "../resource.ts";
import type { Told } from "../told.ts";
import { memberName } from "./member-name.ts";
import type { Attached, Message } from "./message.ts";
import { parseMessageSafely } from "./safely.ts";

/** Opens what hangs on a message and is none itself. */
type OpenAttached = (name: string, bytes: Uint8Array, type: MediaType | ContainerType) => AsyncIterable<Resource | Failure>;

/** What a message's reading needs. */
export interface MailReading {
  readonly open: OpenAttached;
  /** Hears of each attachment that is not read: `attachment image/png`. */
  readonly passed?: ((what: string) => void) | undefined;
}

/** Messages within one another that are read. */
const MAX_DEPTH = 4;

/** Messages that one may carry in all, and files. */
const MAX_MESSAGES = 500;
const MAX_FILES = 100;

/** Files too large to be read, after which no more are tried: each of them may take seconds. */
const MAX_LOST = 1;

/** What is left of what one message may cost, with all that hangs on it. */
interface Budget {
  messages: number;
  files: number;
  lost: number;
}

/** Where a message stands. */
interface Site {
  /** Its name, and its line in a mailbox. */
  readonly place: Place & { readonly source: string };
  readonly depth: number;
  readonly budget: Budget;
}

/** The message and what hangs on it, depth first. Throws as `parseMessageSafely` does where the outermost cannot be read. */
export async function* mailResources(name: string, bytes: Uint8Array, reading: MailReading, line?: number): AsyncGenerator<Resource | Failure> {
  const place = { source: name, ...(line === undefined ? {} : { line }) };
  const budget = { messages: MAX_MESSAGES, files: MAX_FILES, lost: 0 };
  yield* messageResources(await parseMessageSafely(bytes), { place, depth: 0, budget }, reading);
}

async function* messageResources(message: Message, site: Site, reading: MailReading): AsyncGenerator<Resource | Failure> {
  const { place } = site;
  const id = message.id === undefined ? undefined : `mid:${message.id}`;
  if (message.body !== undefined) yield resourceOf(place.source, message, message.body, id);
  else if (message.attached.every(({ mediaType }) => mediaType === undefined)) {
    yield failure(new PactaError("PACTA_MAIL_NO_TEXT", "no part of the message is text", "Save what hangs on it, and give that"), place, id);
  }
  if (message.cut) yield failure(new PactaError("PACTA_MAIL_TRUNCATED", "the message ends in the middle", "Save it again"), place, id);
  for (const [index, each] of message.attached.entries()) {
    if (each.mediaType === undefined) {
      reading.passed?.(`attachment ${each.type.slice(0, 60)}`);
      continue;
    }
    const inner = { ...site, place: { ...place, source: memberName(place.source, each.name, index, each.mediaType) } };
    const refused = each.mediaType === "message/rfc822" ? noMessage(site) : noFile(site.budget);
    if (refused !== undefined) return yield failure(refused, place, id);
    if (each.mediaType === "message/rfc822") yield* innerResources(each.bytes, { ...inner, depth: site.depth + 1 }, reading);
    else yield* fileResources(each, each.mediaType, inner, message.date, reading);
  }
}

/** Takes one more message from what is left; the error where there is no more. */
function noMessage({ depth, budget }: Site): PactaError | undefined {
  const deep = depth + 1 >= MAX_DEPTH;
  if (!deep && budget.messages > 0) {
    budget.messages -= 1;
    return undefined;
  }
  const what = deep ? `more than ${MAX_DEPTH} messages lie within one another` : `more than ${MAX_MESSAGES} messages are carried`;
  return new PactaError("PACTA_MAIL_NESTED", what, "Save the inner messages by themselves");
}

/** Takes one more file; as above. */
function noFile(budget: Budget): PactaError | undefined {
  if (budget.lost < MAX_LOST && budget.files > 0) {
    budget.files -= 1;
    return undefined;
  }
  const what = budget.files > 0 ? "after one that is too large, no attachment is read" : `more than ${MAX_FILES} files hang on the message`;
  return new PactaError("PACTA_MAIL_ATTACHMENT", what, "Save the attachments, and give those that count");
}

/** One inner message that cannot be read costs none of the others. */
async function* innerResources(bytes: Uint8Array, site: Site, reading: MailReading): AsyncGenerator<Resource | Failure> {
  let message: Message;
  try {
    message = await parseMessageSafely(bytes);
  } catch (thrown) {
    return yield failure(thrown, site.place);
  }
  yield* messageResources(message, site, reading);
}

/** What a file that hangs on a message holds. Where nothing in it tells a day, it is from the message's or before. */
async function* fileResources(
  { bytes }: Attached,
  type: MediaType | ContainerType,
  { place, budget }: Site,
  sent: string | undefined,
  { open }: MailReading,
): AsyncGenerator<Resource | Failure> {
  const carried: Told = sent === undefined ? {} : { date: { written: sent, basis: "carrier" } };
  const lost = (each: Failure): void => {
    if (each.error.code.endsWith("_TOO_LARGE")) budget.lost += 1;
  };
  try {
    for await (const each of open(place.source, bytes, type)) {
      if (each.kind === "failure") lost(each);
      yield each.kind === "failure" ? each : { ...each, told: { ...carried, ...each.told } };
    }
  } catch (thrown) {
    const each = failure(thrown, place);
    lost(each);
    yield each;
  }
}

function resourceOf(name: string, { subject, from, date }: Message, body: NonNullable<Message["body"]>, id: string | undefined): Resource {
  const told = {
    ...(id === undefined ? {} : { id }),
    ...(subject === undefined ? {} : { heading: subject }),
    ...(from === undefined ? {} : { byline: from, sources: [from] }),
    ...(date === undefined ? {} : { date: { written: date, basis: "mail" as const } }),
  };
  return { kind: "resource", name, ...body, charset: "utf-8", told };
}
