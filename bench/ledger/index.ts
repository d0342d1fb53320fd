// The parts that grow a ledger with its book of deals to a million claims and ask it, one for each store.
import { PactaError } from "../../src/error.ts";
import type { Section } from "../../src/eval/index.ts";
import type { Bench, Part } from "../part.ts";
import { ask } from "./asking.ts";
import { beside } from "./beside.ts";
import { check } from "./checks.ts";
import type { Checked } from "./checks.ts";
import { FIRST, growthAt, SIZES, sizesTo, stuffFor, WINDOW_FULL } from "./growing.ts";
import type { Stuff } from "./growing.ts";
import type { Growth, Stretch } from "./grow.ts";
import { folderPlace, serverPlace } from "./places.ts";
import type { Place } from "./places.ts";
import { report } from "./report.ts";
import type { Grown } from "./report.ts";

export { drawDeals, filtersFrom, searchesFrom } from "./drawing.ts";
export { FIRST, growthAt, sizesTo, stuffFor } from "./growing.ts";
export { Growth } from "./grow.ts";
export { folderPlace } from "./places.ts";

/** Claims over which a rate is taken. */
const WINDOW = { full: WINDOW_FULL, small: 500 };
const ASKED = { full: { deals: 200, filters: 30 }, small: { deals: 40, filters: 4 } };

/** What a run has found so far is told after each size: growing to the next takes long. */
async function run(place: Place, bench: Bench, name: string): Promise<Section> {
  const most = bench.small ? FIRST : (bench.claims ?? SIZES.at(-1) ?? FIRST);
  const stuff = await stuffFor(bench, most);
  const growth = await growthAt(place, "grown", stuff);
  const [began, before] = [performance.now(), process.memoryUsage.rss()];
  const { base, makings } = stuff;
  const told = { documents: base.length, claims: base.reduce((sum, { reading }) => sum + reading.claims.length, 0), copies: makings.length - 1 };
  const given = [bench.ledger === undefined ? "" : " --ledger FILE", bench.claims === undefined ? "" : ` --claims ${bench.claims}`];
  const command = `npm run bench -- ${name}${given.join("")}`;
  const window = bench.small ? WINDOW.small : WINDOW.full;
  const grown: Grown[] = [];
  let [section, checked]: [Section | undefined, Checked | undefined] = [undefined, undefined];
  try {
    for (const size of sizesTo(most)) {
      await growth.to(size);
      grown.push(await measureAt(growth, size, window, place, stuff, bench.small));
      checked ??= await check(growth.ledger, growth.book, place.folder);
      const seconds = (performance.now() - began) / 1000;
      section = { name: `bench-${name}`, body: report({ command, store: place.store, base: told, grown, checked, seconds, before, window }) };
      bench.print(section.body);
      bench.keep(section);
    }
  } finally {
    await growth.ledger.close();
  }
  if (section === undefined) throw new PactaError("PACTA_USAGE", `${most} claims are too few to measure`, `Give --claims ${FIRST} or more`);
  return section;
}

async function measureAt(growth: Growth, size: number, window: number, place: Place, stuff: Stuff, small: boolean): Promise<Grown> {
  const bytes = place.size();
  const [own, other] = size === FIRST ? [await growth.to(size + window), undefined] : await besideFirst(growth, size, window, place, stuff);
  const answers = await ask(growth.book, stuff.knowledge, small ? ASKED.small : ASKED.full);
  return { size, documents: growth.documents, own, other, bytes, peak: growth.peak, answers };
}

/** Grows a window beside a new ledger of the first size. */
async function besideFirst(growth: Growth, size: number, window: number, place: Place, stuff: Stuff): Promise<readonly [Stretch, Stretch]> {
  const first = await growthAt(place, `beside_${size}`, stuff);
  try {
    await first.to(FIRST);
    return await beside(growth, first, window);
  } finally {
    await first.ledger.close();
  }
}

async function runAt(place: Place, bench: Bench, name: string): Promise<Section> {
  try {
    return await run(place, bench, name);
  } finally {
    await place.end();
  }
}

/** `npm run bench -- ledger`. */
export const ledger: Part = {
  what: "a ledger in SQLite grown to a million claims: appending with attachment, one deal, lists, searches (--ledger FILE, --claims N)",
  run: (bench) => runAt(folderPlace(), bench, "ledger"),
};

/** `npm run bench -- ledger-postgres`. */
export const ledgerOnServer: Part = {
  what: "the same on a server of PostgreSQL of its own, where its programs are; not with --small",
  run: async (bench) => {
    const place = bench.small ? undefined : await serverPlace();
    return place === undefined ? undefined : runAt(place, bench, "ledger-postgres");
  },
};
