// Hebrew and Arabic are read from the right: their words stand in a line, and their columns on a page, the other way round.

const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** True where most letters of the texts are of a script that is read from the right. */
export function isRightToLeft(all: Iterable<{ readonly text: string }>): boolean {
  let [right, letters] = [0, 0];
  for (const { text } of all) {
    right += text.match(RIGHT)?.length ?? 0;
    letters += text.match(/\p{L}/gu)?.length ?? 0;
  }
  return right * 2 > letters;
}
