// The parts that grow a ledger with its book of deals to a million claims and ask it, one for each store.
import { loadDealKnowledge, openBook } from "../../src/deal/index.ts";
import type { DealKnowledge } from "../../src/deal/index.ts";
import { PactaError } from "../../src/error.ts";
import type { Section } from "../../src/eval/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import type { Bench, Part } from "../part.ts";
import { ask } from "./asking.ts";
import { toldInFile, toldInItems } from "./base.ts";
import { beside } from "./beside.ts";
import { check } from "./checks.ts";
import type { Checked } from "./checks.ts";
import { copies, makingsOf } from "./copies.ts";
import type { Making, Told } from "./copies.ts";
import { Growth } from "./grow.ts";
import type { Stretch } from "./grow.ts";
import { folderPlace, serverPlace } from "./places.ts";
import type { Place } from "./places.ts";
import { loadWording } from "./renaming.ts";
import { report } from "./report.ts";
import type { Grown } from "./report.ts";

/** The sizes at which is measured, in claims; others are held against the first. */
const FIRST = 10_000;
const SIZES = [FIRST, 100_000, 1_000_000];
/** Claims over which a rate is taken. */
const WINDOW = { full: 2500, small: 500 };
const ASKED = { full: { deals: 200, filters: 30 }, small: { deals: 40, filters: 4 } };
const READER = "bench";
/** Items of Current Events that are read where no ledger is named. */
const ITEMS = { full: 3000, small: 1000 };

/** What all ledgers of a run are made of. */
interface Stuff {
  readonly base: readonly Told[];
  readonly makings: readonly Making[];
  readonly knowledge: DealKnowledge;
}

async function stuffFor({ shared, small, ledger }: Bench, most: number): Promise<Stuff> {
  const base = ledger === undefined ? await toldInItems(shared, small ? ITEMS.small : ITEMS.full) : await toldInFile(ledger);
  const knowledge = loadDealKnowledge();
  const counts = new Map<string, number>();
  let claims = 0;
  for (const { actors, targets } of base.flatMap(({ reading }) => reading.claims)) {
    claims += 1;
    for (const { id } of [...actors, ...targets]) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  // Windows go beyond the sizes.
  const copied = Math.ceil((most + SIZES.length * 2 * WINDOW.full) / claims);
  const makings = makingsOf(
    copied,
    loadWording(knowledge, (party) => counts.get(party) ?? 0),
  );
  return { base, makings, knowledge };
}

async function growthAt(place: Place, name: string, { base, makings, knowledge }: Stuff): Promise<Growth> {
  const ledger = await openLedger(place.fresh(name));
  return new Growth(ledger, await openBook(ledger, knowledge), copies(base, makings), READER);
}

/** The sizes below the most claims, and these; none where that is less than the first. */
const sizesTo = (most: number): readonly number[] => (most < FIRST ? [] : [...SIZES.filter((each) => each < most), most]);

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
