// Events that the server sends, read as they come. The browser's own reader of them can send no token.
import { respond } from "./ask.ts";

/** An event of a stream: its name, and its data as JSON. */
export interface LiveEvent {
  readonly name: string;
  readonly data: unknown;
}

/** The events of a stream until it ends or `signal` says so. Throws a `Trouble`. */
export async function* eventsOf(path: string, signal: AbortSignal): AsyncGenerator<LiveEvent> {
  const { body } = await respond(path, { signal });
  if (body === null) return;
  let text = "";
  for await (const some of chunksOf(body.pipeThrough(new TextDecoderStream()))) {
    const parts = (text + some).split(/\r?\n\r?\n/);
    text = parts.pop() ?? "";
    for (const part of parts) {
      const event = eventIn(part);
      if (event !== undefined) yield event;
    }
  }
}

async function* chunksOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** One event as it is written, after the standard of server-sent events; undefined where it holds no data. */
export function eventIn(written: string): LiveEvent | undefined {
  const fields = written.split(/\r?\n/).map((line) => /^([^:]*)(?:: ?(.*))?$/s.exec(line));
  const values = (name: string): readonly string[] => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ""] : []));
  const data = values("data").join("\n");
  return data === "" ? undefined : { name: values("event").at(-1) ?? "message", data: JSON.parse(data) };
}
