// A text some of whose words were exchanged for others, longer or shorter, with the way from a place in the old text to the same place in the new.
import type { Quote, Span } from "../../src/document/index.ts";

/** Words of the old text, and what stands for them. In order, without overlaps. */
export interface Exchange extends Span {
  readonly by: string;
}

/** A new text and the places of the old one in it. */
export class Rewritten {
  readonly text: string;
  readonly #exchanges: readonly Exchange[];
  /** By how much everything behind an exchange is moved. */
  readonly #moved: readonly number[];

  constructor(old: string, exchanges: readonly Exchange[]) {
    const parts: string[] = [];
    const moved: number[] = [];
    let [at, by] = [0, 0];
    for (const { start, end, by: words } of exchanges) {
      parts.push(old.slice(at, start), words);
      moved.push((by += words.length - (end - start)));
      at = end;
    }
    this.text = [...parts, old.slice(at)].join("");
    this.#exchanges = exchanges;
    this.#moved = moved;
  }

  /** A place within an exchange is its beginning or, as an end, its end. */
  #place(offset: number, isEnd: boolean): number {
    let [low, high] = [0, this.#exchanges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#exchanges[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    // The last exchange that begins before the place.
    const last = this.#exchanges[low - 1];
    const before = this.#moved[low - 2] ?? 0;
    if (last === undefined) return offset;
    if (offset >= last.end) return offset + (this.#moved[low - 1] ?? 0);
    return last.start + before + (isEnd ? last.by.length : 0);
  }

  span<Place extends Span>(place: Place): Place {
    return { ...place, start: this.#place(place.start, false), end: this.#place(place.end, true) };
  }

  quote<Place extends Quote>(place: Place): Place {
    const { start, end } = this.span(place);
    return { ...place, start, end, quote: this.text.slice(start, end) };
  }
}
