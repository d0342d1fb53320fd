// A window that moves over a stream: as many bytes as are asked for lie in it in one piece, and no more are held. What is
// wrong with the stream ends the window for a while, so that whoever reads can tell of it and go on behind it.
import type { PactaError } from "../../error.ts";

/** A stretch of a stream; `member` is where its gzip member begins in the file. A fault parts what came before it from what follows. */
export type Piece = { readonly bytes: Uint8Array; readonly member?: number } | { readonly fault: PactaError };

/** Where in the stream a gzip member's content begins, and where in the file the member does. */
interface Member {
  readonly start: number;
  readonly place: number;
}

/** A room above this size is given back when little of it is needed. */
const LARGE = 4 * 1024 * 1024;
/** Room beyond what was asked for: streams give more than that at once. */
const SLACK = 512 * 1024;

/** The window; empty at first. */
export class Window {
  /** What ended the window where it lies. Nothing more comes before `pass` was called. */
  fault: PactaError | undefined;
  /** The stream is at its end. */
  ended = false;
  readonly #pieces: AsyncIterator<Piece>;
  #room: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  #dropped = 0;
  #wanted = 0;
  #members: Member[] = [];

  constructor(pieces: AsyncIterable<Piece>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** How many bytes lie in the window. */
  get size(): number {
    return this.#end - this.#start;
  }

  /** The bytes themselves, valid until the window is filled again. */
  get bytes(): Buffer {
    return this.#room.subarray(this.#start, this.#end);
  }

  /** Where the window begins in the stream. */
  get offset(): number {
    return this.#dropped;
  }

  /** Where it begins in the file: at a gzip member, where the stream has them. */
  get place(): number {
    return this.#members.findLast(({ start }) => start <= this.#dropped)?.place ?? this.#dropped;
  }

  /** Reads on until `size` bytes lie in the window; false where a fault or the end comes before. */
  async fill(size: number): Promise<boolean> {
    this.#wanted = size;
    while (this.size < size && !this.ended && this.fault === undefined) {
      const next = await this.#pieces.next();
      if (next.done === true) this.ended = true;
      else if ("fault" in next.value) this.fault = next.value.fault;
      else this.#append(next.value);
    }
    return this.size >= size;
  }

  /** Moves the window's beginning `count` bytes on, at most to its end, and never back. */
  drop(count: number): void {
    const moved = Math.max(0, Math.min(count, this.size));
    this.#start += moved;
    this.#dropped += moved;
    const current = this.#members.findLastIndex(({ start }) => start <= this.#dropped);
    if (current > 0) this.#members.splice(0, current);
  }

  /** Leaves a fault behind, with all that came before it. */
  pass(): void {
    this.drop(this.size);
    this.fault = undefined;
  }

  /** How far after the window's beginning the next gzip member begins, `from` bytes on or later, as far as that is known. */
  nextMember(from: number): number | undefined {
    const next = this.#members.find(({ start }) => start >= this.#dropped + from);
    return next === undefined ? undefined : next.start - this.#dropped;
  }

  /** Ends the stream before its end. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  #append({ bytes, member }: { readonly bytes: Uint8Array; readonly member?: number }): void {
    if (member !== undefined) this.#members.push({ start: this.#dropped + this.size, place: member });
    if (bytes.length === 0) return;
    this.#makeRoom(bytes.length);
    this.#room.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /**
   * What is moved is never more than half of the room, so that a byte is moved a few times at most, however little is dropped
   * at once. Room for all that was asked for is made in one piece: what is not filled costs no memory.
   */
  #makeRoom(count: number): void {
    if (this.#end + count <= this.#room.length) return;
    const { bytes } = this;
    const needed = bytes.length + count;
    const target = Math.max(needed, this.#wanted);
    const fits = target <= this.#room.length && bytes.length * 2 <= this.#room.length;
    const wasteful = this.#room.length > LARGE && target * 8 < this.#room.length;
    if (!fits || wasteful) this.#room = Buffer.allocUnsafeSlow(this.#wanted > needed ? this.#wanted + SLACK : needed * 2 + SLACK);
    this.#room.set(bytes, 0);
    [this.#start, this.#end] = [0, bytes.length];
  }
}
