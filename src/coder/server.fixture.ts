// A server on a free loopback port that speaks the protocol as it is told to, one behaviour a request; the last stays.
import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came. */
export interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly [field: string]: unknown;
  };
  /** Of those under way at the time, this one too. */
  readonly atOnce: number;
}

/** What the server does with a request. */
export type Behaviour = (response: ServerResponse, heard: Heard) => void;

/** A running server. */
export interface TestServer {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** From the next request on. */
  readonly will: (...behaviours: readonly Behaviour[]) => void;
  readonly close: () => Promise<void>;
}

/** Starts a server. */
export async function startServer(...first: readonly Behaviour[]): Promise<TestServer> {
  let behaviours = [...first];
  let atOnce = 0;
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    atOnce += 1;
    response.on("close", () => (atOnce -= 1));
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Heard["body"];
      const one: Heard = { path: request.url ?? "", headers: request.headers, body, atOnce };
      heard.push(one);
      const behaviour = behaviours.length > 1 ? behaviours.shift() : behaviours[0];
      behaviour?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    will: (...next) => void (behaviours = [...next]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a status, headers and a body. */
export function replies(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Behaviour {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (response) => void response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}

/** A chat completion of a text, with 100 tokens sent and 10 answered. */
export function completion(content: string, more: object = {}): object {
  return {
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
    ...more,
  };
}

/** Answers with these claims. */
export function gives(...claims: readonly unknown[]): Behaviour {
  return replies(200, completion(JSON.stringify({ claims })));
}
