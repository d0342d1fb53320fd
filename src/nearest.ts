// "Did you mean": the word of a list that a mistyped one is closest to.

/** Letters that may differ: one in three, and at least two. */
function tolerance(word: string): number {
  return Math.max(2, Math.floor(word.length / 3));
}

/** How many letters must be put in, taken out, exchanged or swapped with their neighbour to get from one word to the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}

/** The closest of the words, or undefined where none is close. A beginning that only one word has is close. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const begun = words.filter((other) => word !== "" && other.startsWith(word));
  if (begun.length === 1) return begun[0];
  const ranked = words.map((other) => ({ other, distance: editDistance(word, other) })).sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= tolerance(word) && best.distance < best.other.length ? best.other : undefined;
}
