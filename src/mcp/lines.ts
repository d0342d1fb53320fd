// Messages are lines. One that is too long is dropped whole, so that it neither fills the memory nor ends the session.
import { Transform } from "node:stream";
import type { TransformCallback } from "node:stream";

const LINE_END = 0x0a;

/** Passes lines of at most `most` bytes on, and calls `dropped` for each longer one. */
export class Lines extends Transform {
  readonly #most: number;
  readonly #dropped: () => void;
  #held: Buffer[] = [];
  #length = 0;
  #tooLong = false;

  constructor(most: number, dropped: () => void) {
    super();
    this.#most = most;
    this.#dropped = dropped;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    let from = 0;
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
      this.#take(chunk.subarray(from, at + 1));
      this.#give();
      from = at + 1;
    }
    this.#take(chunk.subarray(from));
    done();
  }

  /** A last line without its end is no whole message. */
  override _flush(done: TransformCallback): void {
    [this.#held, this.#length] = [[], 0];
    done();
  }

  #take(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#most) [this.#held, this.#tooLong] = [[], true];
    else this.#held.push(part);
  }

  #give(): void {
    if (this.#tooLong) this.#dropped();
    else this.push(Buffer.concat(this.#held));
    [this.#held, this.#length, this.#tooLong] = [[], 0, false];
  }
}
