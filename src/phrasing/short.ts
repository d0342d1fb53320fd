// Texts cut to a length, so that what is left is text: the two units of one character stay together or go together.

/** A text of at most `most` (at least 1) UTF-16 units; one that was cut ends in an ellipsis, and no surrogate pair is halved. */
export function short(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, wholeEnd(text, most - 1))}…`;
}

/** The end nearest to `end` (in UTF-16 units), not behind it, that halves no surrogate pair. */
export function wholeEnd(text: string, end: number): number {
  if (end <= 0 || end >= text.length) return end;
  const [before, after] = [text.charCodeAt(end - 1), text.charCodeAt(end)];
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000 ? end - 1 : end;
}
