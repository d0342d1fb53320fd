// Which places of a text stand in quotation marks: whoever speaks says "I" there, so that "he" is someone else.
// Marks are paired within a line; one that is not closed quotes to the end of its line, as long quotations are written.

/** Tells whether a place (UTF-16) of the text is quoted. One pass over the text, then a search for each place. */
export function quotedPlaces(text: string): (at: number) => boolean {
  const starts: number[] = [];
  const ends: number[] = [];
  const close = (at: number): void => {
    if (starts.length > ends.length) ends.push(at);
  };
  for (const { 0: mark, index } of text.matchAll(/["“”\n]/g)) {
    const isOpen = starts.length > ends.length;
    if (mark === "\n" || mark === "”" || (mark === '"' && isOpen)) close(index);
    else if (!isOpen) starts.push(index);
  }
  close(text.length);
  return (at) => {
    const last = countBefore(starts, at) - 1;
    return last >= 0 && at < (ends[last] ?? 0);
  };
}

/** How many of the ascending numbers are below one. */
function countBefore(numbers: readonly number[], below: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < below) low = middle + 1;
    else high = middle;
  }
  return low;
}
