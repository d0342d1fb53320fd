// Lists in slices for statements: a statement of another number of values is another statement, which must be prepared, and a database keeps but so
// many. Slices of few different sizes are few statements.

/** Rows in one INSERT, and values in one IN: below every database's limit on parameters. A power of two. */
const CHUNK = 256;

/** Slices in order whose sizes are powers of two, `size` (one itself) at the most. */
export function* chunks<T>(list: readonly T[], size = CHUNK): Generator<readonly T[]> {
  for (let [start, next] = [0, size]; start < list.length; start += next) {
    while (next > list.length - start) next /= 2;
    yield list.slice(start, start + next);
  }
}
