// Looks after one exchange: ends it, with the error that says why, when the time is up, the bytes come in drops or the run stops.
import type { ClientRequest, IncomingMessage } from "node:http";
import type { PactaError } from "../../error.ts";
import type { FetchLimits } from "./limits.ts";
import { noHeaders, slow, stopped, tooLong, truncated, wrongLength } from "./line-error.ts";

/** One exchange under watch. It must be ended, or its timers keep the process. */
export class Watch {
  /** Why the exchange was ended. */
  fault: PactaError | undefined;
  /** What the line had to say after the head had come. */
  #late: unknown;
  readonly #limits: FetchLimits;
  readonly #given = Promise.withResolvers<never>();
  readonly #timers: NodeJS.Timeout[];
  readonly #stop: AbortSignal | undefined;
  readonly #onStop = (): void => this.give(stopped());

  constructor(limits: FetchLimits, stop: AbortSignal | undefined) {
    this.#limits = limits;
    this.#stop = stop;
    this.#given.promise.catch(() => undefined);
    this.#timers = [setTimeout(() => this.give(tooLong(limits.total)), limits.total)];
    stop?.addEventListener("abort", this.#onStop, { once: true });
  }

  /** Ends what is awaited. */
  give(error: PactaError): void {
    this.fault ??= error;
    this.#given.reject(this.fault);
  }

  /** The response, once its head is there. */
  async head(request: ClientRequest): Promise<IncomingMessage> {
    const { headers } = this.#limits;
    const timer = setTimeout(() => this.give(noHeaders(headers)), headers);
    this.#timers.push(timer);
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.once("response", resolve).on("error", (error) => {
        this.#late = error;
        reject(error);
      });
    });
    answered.catch(() => undefined);
    const response = await Promise.race([answered, this.#given.promise]);
    clearTimeout(timer);
    return response;
  }

  /** The bytes of a body as they come. Throws where the body is shorter or longer than its head says. */
  async *body(response: IncomingMessage): AsyncGenerator<Uint8Array> {
    const { rate, window } = this.#limits;
    let [bytes, since] = [0, 0];
    const look = (): void => {
      if ((since * 1000) / window < rate) this.give(slow(this.#limits));
      since = 0;
    };
    this.#timers.push(setInterval(look, window));
    response.on("error", () => undefined);
    const chunks = (response as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([chunks.next(), this.#given.promise]);
      if (next.done === true) break;
      bytes += next.value.length;
      since += next.value.length;
      yield next.value;
    }
    if (!response.complete) throw truncated();
    // What follows a whole body is not HTTP: the body is longer than its head says, and was cut in the middle.
    if (this.#late !== undefined) throw wrongLength(bytes);
  }

  /** Lets go of timers and of the signal. */
  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#stop?.removeEventListener("abort", this.#onStop);
  }
}
