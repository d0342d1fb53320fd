// Where the parties of a network stand: the one that was asked about (where one was) in the middle, the others around it, those of most deals first and nearest. The
// same network is drawn the same each time, so that people find in it again what they saw.

/** A party of a network. */
export interface Node {
  readonly id: string;
  readonly deals: number;
}

/** A place; the middle is 0, 0. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How many stand on the inner ring; each further one has as many more. */
const INNER = 10;

/** The places of all, by id. */
export function placesOf(nodes: readonly Node[], middle: string | undefined): ReadonlyMap<string, Place> {
  const others = nodes.filter(({ id }) => id !== middle).toSorted((a, b) => b.deals - a.deals || (a.id < b.id ? -1 : 1));
  const places = new Map<string, Place>(middle === undefined ? [] : [[middle, { x: 0, y: 0 }]]);
  let [ring, from] = [1, 0];
  while (from < others.length) {
    const some = others.slice(from, from + INNER * ring);
    // Rings are turned against each other, so that names do not stand behind names.
    for (const [n, { id }] of some.entries()) places.set(id, at(ring, (n + (ring % 2) / 2) / some.length));
    from += some.length;
    ring += 1;
  }
  return places;
}

function at(ring: number, turn: number): Place {
  return { x: ring * Math.sin(2 * Math.PI * turn), y: ring * Math.cos(2 * Math.PI * turn) };
}
