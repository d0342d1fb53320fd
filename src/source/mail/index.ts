// The door of mail/: a message as resources, with the messages that it carries, each of which is a text of its own.
import { PactaError } from "../../error.ts";
import { failure } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import type { Message } from "./message.ts";
import { parseMessageSafely } from "./safely.ts";

/** Messages within one another that are read. */
const MAX_DEPTH = 4;

/** Messages that one may carry in all. */
const MAX_MESSAGES = 500;

/** The message and those in it, depth first. Throws as `parseMessageSafely` does where the outermost cannot be read. */
export async function* mailResources(name: string, bytes: Uint8Array): AsyncGenerator<Resource | Failure> {
  yield* messageResources(name, await parseMessageSafely(bytes), 0, { left: MAX_MESSAGES });
}

async function* messageResources(name: string, message: Message, depth: number, budget: { left: number }): AsyncGenerator<Resource | Failure> {
  const place = { source: name };
  const id = message.id === undefined ? undefined : `mid:${message.id}`;
  if (message.body !== undefined) yield resourceOf(name, message, message.body, id);
  else if (message.messages.length === 0) {
    yield failure(new PactaError("PACTA_MAIL_NO_TEXT", "no part of the message is text", "Save what hangs on it, and give that"), place, id);
  }
  if (message.cut) yield failure(new PactaError("PACTA_MAIL_TRUNCATED", "the message ends in the middle", "Save it again"), place, id);
  if (message.attachments.length > 0) {
    const list = message.attachments.slice(0, 5).map((each) => each.slice(0, 80));
    const more = message.attachments.length > list.length ? ` and ${message.attachments.length - list.length} more` : "";
    const what = `attachments are not read: ${list.join(", ")}${more}`;
    yield failure(new PactaError("PACTA_MAIL_ATTACHMENT", what, "Save them, and give those that count"), place, id);
  }
  for (const inner of message.messages) {
    if (depth + 1 >= MAX_DEPTH || budget.left <= 0) {
      const what = budget.left <= 0 ? `more than ${MAX_MESSAGES} messages are carried` : `more than ${MAX_DEPTH} messages lie within one another`;
      return yield failure(new PactaError("PACTA_MAIL_NESTED", what, "Save the inner messages by themselves"), place, id);
    }
    budget.left -= 1;
    yield* innerResources(name, inner, depth + 1, budget);
  }
}

/** One inner message that cannot be read costs none of the others. */
async function* innerResources(name: string, bytes: Uint8Array, depth: number, budget: { left: number }): AsyncGenerator<Resource | Failure> {
  let message: Message;
  try {
    message = await parseMessageSafely(bytes);
  } catch (thrown) {
    return yield failure(thrown, { source: name });
  }
  yield* messageResources(name, message, depth, budget);
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
