// Open load: requests come at a rate, whether or not those before them were answered, as those of people do. An answer's time counts from when the
// request was due, so that one slow answer does not hide how long the next ones would have waited.
import { Agent, get } from "node:http";
import { setTimeout } from "node:timers/promises";

/** A request, and of what kind it is. */
export interface Request {
  readonly kind: string;
  readonly path: string;
}

/** What the answers to one kind of request took, in milliseconds from when each was due; `failed` were refused or broken. */
export interface Took {
  readonly kind: string;
  readonly count: number;
  readonly failed: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** What a load came to: `rate` was asked for, `reached` are answers a second. */
export interface Loaded {
  readonly rate: number;
  readonly reached: number;
  readonly all: Took;
  readonly kinds: readonly Took[];
}

interface Sample {
  readonly kind: string;
  readonly ms: number;
  readonly ok: boolean;
}

/** Milliseconds after which a request is given up. */
const PATIENCE = 20_000;

/** Asks for so many requests in turn, at a rate a second, of the server at this address. */
export async function load(
  url: string,
  requests: readonly Request[],
  rate: number,
  count: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const began = performance.now();
  const samples: Promise<Sample>[] = [];
  while (samples.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - began) * rate) / 1000) + 1);
    for (; samples.length < due;) {
      const request = requests[samples.length % requests.length];
      if (request === undefined) throw new Error("there is nothing to ask");
      samples.push(asked(url, request, began + (samples.length * 1000) / rate, agent, headers));
    }
    await setTimeout(1);
  }
  const all = await Promise.all(samples);
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const kinds = [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, of]) => took(kind, of));
  return { rate, reached: all.length / seconds, all: took("all", all), kinds };
}

function asked(url: string, { kind, path }: Request, due: number, agent: Agent, headers: Readonly<Record<string, string>>): Promise<Sample> {
  const { promise, resolve } = Promise.withResolvers<Sample>();
  const end = (ok: boolean): void => resolve({ kind, ms: performance.now() - due, ok });
  const request = get(url + path, { agent, headers, timeout: PATIENCE }, (answer) => {
    answer.on("end", () => end(answer.statusCode === 200)).on("error", () => end(false));
    answer.resume();
  });
  request.on("timeout", () => request.destroy()).on("error", () => end(false));
  return promise;
}

function took(kind: string, samples: readonly Sample[]): Took {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { kind, count: sorted.length, failed: samples.filter(({ ok }) => !ok).length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
