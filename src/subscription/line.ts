// A short line between many who bring and one who takes: who brings waits while it is full.

/** A line of values. */
export interface Line<T> {
  /** Waits for room; false where nothing is taken any more. */
  readonly put: (value: T) => Promise<boolean>;
  /** Nothing more is brought. */
  readonly end: () => void;
  /** Nothing more is taken: who waits for room is told so. */
  readonly close: () => void;
  /** The values in the order in which they were brought. */
  readonly values: AsyncIterable<T>;
}

/** A line with room for so many. */
export function lineOf<T>(room: number): Line<T> {
  const { readable, writable } = new TransformStream<T, T>(undefined, undefined, { highWaterMark: room });
  const writer = writable.getWriter();
  writer.closed.catch(() => undefined);
  return {
    put: async (value) => {
      try {
        await writer.ready;
        // Not awaited: it ends when the value is taken.
        writer.write(value).catch(() => undefined);
        return true;
      } catch {
        return false;
      }
    },
    end: () => void writer.close().catch(() => undefined),
    close: () => void writer.abort().catch(() => undefined),
    values: readable,
  };
}
