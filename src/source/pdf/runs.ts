// The runs of letters of a page, turned so that most of them are upright. A PDF places runs, and says nothing of words.

/** A run of letters as PDF.js gives it. */
export interface PdfRun {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

/** Letters at a place. Lengths are points, `y` is the height of the line that they stand on. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
}

/** Quarter turns against the clock, as a unit vector. */
const TURNS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/**
 * The runs that go the way that most letters of the page go, as pieces on a page on which they are upright. The others are
 * stamps and the names of axes. Blank runs come along: they part words.
 */
export function uprightPieces(runs: readonly PdfRun[]): Piece[] {
  const letters = [0, 0, 0, 0];
  const turned = runs.map((run) => ({ run, turn: turnOf(run) }));
  for (const { run, turn } of turned) if (turn !== undefined) letters[turn] = (letters[turn] ?? 0) + run.str.trim().length;
  const most = letters.indexOf(Math.max(...letters));
  return turned.flatMap(({ run, turn }) => (turn === most && run.str !== "" ? [pieceOf(run, most)] : []));
}

/** Which quarter turn a run is written at; undefined for slanted ones. */
function turnOf({ transform: [a = 0, b = 0] }: PdfRun): number | undefined {
  const length = Math.hypot(a, b);
  const turn = TURNS.findIndex(([x, y]) => a * x + b * y >= 0.995 * length);
  return turn < 0 || length === 0 ? undefined : turn;
}

function pieceOf({ str, transform, width }: PdfRun, turn: number): Piece {
  const [, , c = 0, d = 0, left = 0, up = 0] = transform;
  const [cos, sin] = TURNS[turn] ?? TURNS[0];
  return { text: str, x: left * cos + up * sin, y: up * cos - left * sin, width, size: Math.hypot(c, d) };
}
