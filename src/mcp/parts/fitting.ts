// How much fits into one answer. An assistant reads all of it, and pays for it.

/** Characters of JSON that the list of an answer may have. */
export const ROOM = 36_000;

/** Makes parts of items until the room is full (the first always fits), and says how many were made. */
export async function fitting<Item, Part>(items: readonly Item[], make: (item: Item) => Promise<Part>, room: number = ROOM): Promise<Part[]> {
  const made: Part[] = [];
  let left = room;
  for (const item of items) {
    const part = await make(item);
    left -= JSON.stringify(part).length;
    if (left < 0 && made.length > 0) break;
    made.push(part);
  }
  return made;
}
