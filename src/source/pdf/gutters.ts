// White bands from top to bottom between texts that stand side by side: what parts columns, and the cells of tables.
import type { Piece } from "./runs.ts";

/** A white band. `top` and `foot` are the heights of the first and last line that it parts. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  /** Lines that have text on both sides of it. */
  readonly rows: number;
}

/** Bands that are followed at a time; a page with more of them is a large table, whose first ones do. */
const MOST = 60;

/** Neighbours that are looked at for the next on the right. */
const LOOK = 60;

/** The white bands of at least `least` points, in any order. `pieces` come from the top. */
export function guttersOf(pieces: readonly Piece[], least: number): Gutter[] {
  const closed: Gutter[] = [];
  let open: Gutter[] = [];
  for (const { piece, gap } of withGaps(pieces)) {
    const still: Gutter[] = [];
    for (const gutter of open) {
      const left = narrowed(gutter, piece, least);
      if (left === undefined) closed.push(gutter);
      else still.push(left);
    }
    open = gap === undefined || gap.right - gap.left < least ? still : withGap(still, gap, least);
  }
  return [...closed, ...open];
}

type Gap = Omit<Gutter, "rows">;

function withGap(open: readonly Gutter[], gap: Gap, least: number): Gutter[] {
  let found = false;
  const next = open.map((gutter) => {
    const [left, right] = [Math.max(gutter.left, gap.left), Math.min(gutter.right, gap.right)];
    if (right - left < least) return gutter;
    found = true;
    return { left, right, top: gutter.top, foot: Math.min(gutter.foot, gap.foot), rows: gutter.rows + 1 };
  });
  return found || next.length >= MOST ? next : [...next, { ...gap, rows: 1 }];
}

/** The band as far as a piece below it leaves it white; undefined where that is too narrow. */
function narrowed(gutter: Gutter, { x, width }: Piece, least: number): Gutter | undefined {
  const end = x + width;
  if (end <= gutter.left || x >= gutter.right) return gutter;
  // A line that only reaches into it from one side leaves the rest.
  const [leftRest, rightRest] = [x - gutter.left, gutter.right - end];
  if (Math.max(leftRest, rightRest) < least) return undefined;
  return leftRest > rightRest ? { ...gutter, right: x } : { ...gutter, left: end };
}

/** Each piece with the white to the next one on its right that stands on about its height. */
function withGaps(pieces: readonly Piece[]): { piece: Piece; gap: Gap | undefined }[] {
  return pieces.map((piece, index) => {
    let nearest: Piece | undefined;
    for (let at = Math.max(0, index - LOOK); at < Math.min(pieces.length, index + LOOK); at += 1) {
      const other = pieces[at];
      if (other === undefined || other === piece || other.x < piece.x + piece.width || !isLevel(piece, other)) continue;
      if (nearest === undefined || other.x < nearest.x) nearest = other;
    }
    if (nearest === undefined) return { piece, gap: undefined };
    return { piece, gap: { left: piece.x + piece.width, right: nearest.x, top: piece.y, foot: Math.min(piece.y, nearest.y) } };
  });
}

/** Lines of two columns need not be on one height: they stand up to half the distance of two lines from each other. */
function isLevel(a: Piece, b: Piece): boolean {
  return Math.abs(a.y - b.y) < 0.95 * Math.max(a.size, b.size);
}
