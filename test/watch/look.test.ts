// What fires and what does not, on real ledgers.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { priced, refIn, SALE, told, TREATY } from "../../src/deal/book/having.fixture.ts";
import { openBook } from "../../src/deal/index.ts";
import type { DealBook, DealReading } from "../../src/deal/index.ts";
import { documents } from "../../src/deal/told.arbitrary.fixture.ts";
import { knowledge } from "../../src/deal/told.fixture.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import { look } from "../../src/watch/index.ts";
import type { Alert, Watch } from "../../src/watch/index.ts";
import { ALL_IS_NEWS, daysAgo, on, TODAY, watched } from "./watched.fixture.ts";
import type { Watched } from "./watched.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const [signed, cancelled] = [on(daysAgo(2), SALE[0] ?? TREATY), on(daysAgo(1), SALE[1] ?? TREATY)];
const treaty = on(TODAY, TREATY);
const ALL: Watch["about"] = { query: { kinds: ["agreement", "transfer", "measure", "dispute"] } };

const inShort = (alert: Alert): string => {
  if (alert.kind === "change") return `${alert.before.state} > ${alert.after.state}: ${alert.told.map(({ words }) => words).join(" / ")}`;
  return alert.kind === "digest" ? `digest: ${alert.lines.map(({ before, after }) => `${before.state} > ${after.state}`).join(", ")}` : alert.kind;
};

const SIGNED = "none > signed: Norland and Sudia signed a contract for Q-70 launchers";
const CANCELLED = "signed > cancelled: Norland cancelled the contract for the Q-70 launchers";

async function having(work: (about: Watched) => Promise<void>, knowing?: typeof ALL_IS_NEWS): Promise<void> {
  const about = await watched(":memory:", knowing);
  try {
    await work(about);
  } finally {
    await about.close();
  }
}

test("a change of state fires once, with the words that say it and what was before", async () => {
  await having(async ({ watch, tell, look: seen, alerts }) => {
    const { id } = await watch({ party: "SUD" });
    await tell([signed]);
    expect(await seen()).toMatchObject({ alerts: 1, digests: 0 });
    await tell([cancelled, treaty]);
    expect((await seen()).alerts).toBe(1);
    expect((await seen()).alerts).toBe(0);
    expect((await alerts(id)).map(inShort)).toEqual([SIGNED, CANCELLED]);
    expect((await alerts(id))[1]).toMatchObject({
      id: expect.stringMatching(/^alert-[0-9a-f]{32}$/),
      watch: { id, name: "Watched" },
      told: [{ of: "state", act: "cancel", claim: "b@0", document: { id: "b", published: daysAgo(1) } }],
    });
  });
});

test("each watch hears of the deals that it is about", async () => {
  await having(async ({ watch, tell, look: seen, alerts, book }) => {
    const abouts: readonly (readonly [Watch["about"], number])[] = [
      [{ party: "OST" }, 1],
      [{ party: "Norland" }, 3],
      [{ item: "q-70" }, 2],
      [{ search: "blue river" }, 1],
      [{ query: { party: "NOR", state: "cancelled" } }, 1],
      [{ query: { money: { currency: "USD", least: 9e8 } } }, 0],
      [{ query: { search: "launchers", act: "cancel" } }, 2],
      [{ deal: "deal-none" }, 0],
      [ALL, 3],
    ];
    const made = await Promise.all(abouts.map(async ([about, wanted]) => ({ about, wanted, watch: await watch(about) })));
    await tell([signed, cancelled, treaty]);
    await seen();
    for (const { about, wanted, watch: of } of made) expect([about, (await alerts(of.id)).length]).toEqual([about, wanted]);
    const [river] = (await book.deals({ party: "OST" })).deals;
    const one = await watch({ deal: river?.id ?? "" });
    const suspended = { act: "suspend", by: ["NOR"], object: "Blue River Treaty", words: "Norland suspended the Blue River Treaty" } as const;
    await tell([told("s", TODAY, suspended)]);
    await seen();
    expect((await alerts(one.id)).length).toBe(1);
  });
});

test("old reports, newer readers and people's decisions fire nothing, and give one digest of a run", async () => {
  await having(async ({ watch, tell, look: seen, alerts, ledger }) => {
    await tell([{ ...treaty, claims: [] }]);
    await seen();
    const { id } = await watch(ALL);
    await watch({ party: "OST" });
    await tell([treaty], "r2");
    await tell([on("2015-01-10", signed), on("2016-03-10", cancelled)]);
    expect(await seen()).toMatchObject({ alerts: 0, digests: 2 });
    expect((await alerts(id)).map(inShort)).toEqual([expect.stringMatching(/^digest: none > \S+, none > \S+$/)]);
    await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "reject", claim: await refIn(ledger, "b") } } }]);
    expect(await seen()).toMatchObject({ alerts: 0, digests: 1 });
    expect((await alerts(id)).map(inShort)[1]).toBe("digest: cancelled > signed");
    expect(await seen()).toMatchObject({ alerts: 0, digests: 0 });
  });
});

test("while watching goes on a digest is gathered for its time, and tells what is other in the end", async () => {
  await having(async ({ watch, tell, look: seen, alerts }) => {
    const { id } = await watch({ party: "SUD" }, { digestEvery: 30 });
    const start = Date.now();
    const at = (minutes: number): Date => new Date(start + minutes * 60_000);
    await tell([on("2015-01-10", signed)]);
    expect((await seen(false, at(0))).digests).toBe(0);
    await tell([on("2016-03-10", cancelled)]);
    expect((await seen(false, at(29))).digests).toBe(0);
    expect((await seen(false, at(31))).digests).toBe(1);
    expect((await seen(false, at(90))).digests).toBe(0);
    expect((await alerts(id)).map(inShort)).toEqual(["digest: none > cancelled"]);
  });
});

test("a new conflict fires once, with the side that brought it", async () => {
  await having(async ({ watch, tell, look: seen, alerts }) => {
    const { id } = await watch({ item: "Q-70" });
    await tell([priced("p", daysAgo(3), 100)]);
    await tell([priced("q", daysAgo(2), 900)]);
    await tell([priced("r", daysAgo(1), 1700)]);
    await seen();
    const conflicts = (await alerts(id)).filter((alert) => alert.kind === "change" && alert.conflicts.length > 0);
    expect(conflicts).toMatchObject([
      { conflicts: ["money.value.USD"], told: [{ of: "money.value.USD", words: "Sudia orders Q-70 launchers for $900" }] },
    ]);
  });
});

test("a deal is followed when an earlier report gives it another id, and does not fire for that", async () => {
  await having(async ({ watch, tell, look: seen, alerts, book, settings }) => {
    await tell([priced("p", daysAgo(1), 100)]);
    await seen();
    const [before] = (await book.deals()).deals;
    const { id } = await watch({ deal: before?.id ?? "" });
    const all = await watch(ALL);
    await tell([priced("o", daysAgo(3), 100)]);
    expect(await seen()).toMatchObject({ alerts: 0, digests: 0 });
    const [now] = (await book.deals()).deals;
    expect(now?.id).not.toBe(before?.id);
    expect((await settings.watches.get(id))?.about).toEqual({ deal: now?.id });
    await tell([priced("q", TODAY, 900)]);
    await seen();
    expect((await alerts(id)).length).toBe(1);
    expect((await alerts(all.id)).length).toBe(1);
  });
});

test("nothing from before a watch is told, nothing while it is paused, nor when a ledger was put back", async () => {
  await having(async ({ watch, tell, look: seen, alerts, settings, ledger }) => {
    await tell([signed]);
    const late = await watch(ALL);
    const paused = await watch(ALL, { paused: true });
    await seen();
    expect(await alerts()).toEqual([]);
    await tell([cancelled]);
    await seen();
    expect((await alerts(late.id)).map(inShort)).toEqual([CANCELLED]);
    expect(await alerts(paused.id)).toEqual([]);
    // As if the settings were those of a longer ledger.
    const { seq } = await ledger.head();
    await settings.watching.advance({ from: seq, to: seq + 100, alerts: [], deliveries: [], digests: [], closed: [], followed: [] });
    await tell([treaty]);
    const ahead = await watch(ALL, { since: seq + 50 });
    await seen();
    expect([await settings.watching.position(), (await alerts(late.id)).length]).toEqual([(await ledger.head()).seq, 1]);
    await tell([priced("p", TODAY, 100)]);
    await seen();
    expect([(await alerts(ahead.id)).length, (await alerts(late.id)).length]).toEqual([1, 2]);
  });
});

test("whoever begins to watch a ledger that is long hears of none of its pages", async () => {
  await having(async ({ watch, tell, alerts, ledger, book, settings }) => {
    await watch(ALL, { since: 0 });
    await tell([signed, cancelled, treaty]);
    const inPages = { ...book, changes: async (after: number) => book.changes(after, 1) };
    const never = { ...settings.watching, position: async () => undefined, advance: async () => true };
    const looking = { ledger, book: inPages, settings: { ...settings, watching: never }, now: () => new Date() };
    expect(await look(looking, false)).toEqual({ alerts: 0, digests: 0, seq: (await ledger.head()).seq });
    expect(await alerts()).toEqual([]);
  });
});

test("a round over a book that is being made anew ends, and the next one tells what it missed", async () => {
  await having(async ({ watch, tell, look: seen, alerts, ledger, book, settings }) => {
    const { id } = await watch(ALL);
    await tell([signed]);
    const emptied = { ...book, catchUp: async () => (await ledger.head()).seq, changes: async () => ({ changes: [], through: 0, forgotten: 0 }) };
    expect((await look({ ledger, book: emptied, settings, now: () => new Date() }, false)).alerts).toBe(0);
    expect((await seen()).alerts).toBe(1);
    expect(await alerts(id)).toHaveLength(1);
  });
});

test("a round in which nothing came asks neither for changes nor for decisions", async () => {
  await having(async ({ watch, tell, look: seen, ledger, book, settings }) => {
    await watch(ALL);
    await tell([signed]);
    await seen();
    const changes = vi.fn<DealBook["changes"]>(async (after) => book.changes(after));
    const decisions = vi.fn<Ledger["decisions"]>((types) => ledger.decisions(types));
    const looking = { ledger: { ...ledger, decisions }, book: { ...book, changes }, settings, now: () => new Date() };
    await look(looking, false);
    expect([changes.mock.calls, decisions.mock.calls]).toEqual([[], []]);
    await tell([cancelled]);
    expect((await look(looking, false)).alerts).toBe(1);
    expect([changes.mock.calls.length, decisions.mock.calls.length]).toEqual([1, 1]);
  });
});

test("a book that is made anew fires nothing, and what came meanwhile fires once", async () => {
  await having(async ({ watch, tell, look: seen, alerts, book, ledger }) => {
    const { id } = await watch(ALL);
    await tell([signed]);
    await seen();
    await tell([cancelled]);
    await book.rebuild();
    expect((await seen()).alerts).toBe(1);
    await book.rebuild();
    expect((await seen()).alerts).toBe(0);
    expect((await alerts(id)).map(inShort)).toEqual([SIGNED, CANCELLED]);
    await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "redact", document: "b", reason: "asked for" } } }]);
    expect(await seen()).toMatchObject({ alerts: 0, digests: 0 });
    expect((await alerts(id)).map(inShort)).toEqual([SIGNED, "signed > cancelled: "]);
  });
});

test("two who look at once fire each change once between them, and changes that come in many pages fire all", async () => {
  await having(async (about) => {
    const { watch, tell, look: seen, alerts, book, ledger, settings } = about;
    const { id } = await watch(ALL);
    await tell([
      on("2015-01-10", priced("old", "2015-01-10", 100)),
      signed,
      cancelled,
      treaty,
      on(
        "2016-02-02",
        told("odd", "2016-02-02", {
          act: "sign",
          by: ["SUD", "OST"],
          object: "Long Lake Treaty",
          words: "Sudia and Ostia signed the Long Lake Treaty",
        }),
      ),
    ]);
    await book.catchUp();
    const inPages = { ...book, changes: async (after: number) => book.changes(after, 1) };
    const now = () => new Date();
    const both = await Promise.all([look({ ledger, book: inPages, settings, now }, false), look({ ledger, book: inPages, settings, now }, false)]);
    expect(both.map((one) => one.alerts).reduce((a, b) => a + b)).toBe((await alerts(id)).length);
    const [digest] = await settings.watching.openDigests();
    expect(digest?.lines.length).toBe(2);
    await seen();
    expect((await alerts(id)).map(({ kind }) => kind).toSorted()).toEqual(["change", "change", "change", "digest"]);
  });
});

test("a watch from before there were ways hears of changes, and of those that are too old to be told that they are missed", async () => {
  await having(async ({ ledger, book, settings, tell, look: seen, alerts }) => {
    await settings.watches.put({ id: "old", name: "Old", about: { party: "NOR" }, made: "2026-01-01T00:00:00.000Z" });
    await tell([signed]);
    await seen();
    await tell([cancelled]);
    const later = await openBook(ledger, knowledge, { clock: () => new Date(Date.now() + 40 * 86_400_000) });
    expect(await look({ ledger, book: later, settings, now: () => new Date() }, true)).toMatchObject({ alerts: 0, digests: 1 });
    expect((await alerts("old")).map(({ kind }) => kind)).toEqual(["change", "digest"]);
    expect((await alerts("old"))[1]).toMatchObject({ missed: true, lines: [], more: 0 });
    await book.catchUp();
    expect(await seen()).toMatchObject({ alerts: 0, digests: 0 });
  });
});

test("documents of other days, and the same read by a newer reader, fire nothing", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (given) => {
      await having(async ({ watch, tell, look: seen }) => {
        await watch(ALL);
        await tell(given);
        const first = await seen();
        expect([first.alerts, first.digests <= 1]).toEqual([0, true]);
      });
      await having(async ({ watch, tell, look: seen }) => {
        await tell(given);
        await watch(ALL);
        await tell(given, "r2");
        await tell(
          given.map((reading) => ({ ...reading, claims: reading.claims.slice(1) })),
          "r3",
        );
        const again = await seen();
        expect([again.alerts, again.digests <= 1]).toEqual([0, true]);
      }, ALL_IS_NEWS);
    }),
    { numRuns: 15 },
  );
});

test("the same alerts come whenever one looks", async () => {
  const cut = documents.chain((given) =>
    fc.tuple(fc.shuffledSubarray([...given], { minLength: given.length, maxLength: given.length }), fc.array(fc.boolean(), { maxLength: 8 })),
  );
  const fired = async (given: readonly DealReading[], looksAt: (at: number) => boolean): Promise<readonly object[]> => {
    let found: readonly object[] = [];
    await having(async ({ watch, tell, look: seen, alerts }) => {
      await watch(ALL, { id: "all" });
      for (const [at, reading] of given.entries()) {
        await tell([reading]);
        if (looksAt(at)) await seen();
      }
      await seen();
      await seen();
      found = (await alerts("all")).filter(({ kind }) => kind === "change").map((alert) => ({ ...alert, at: "" }));
    }, ALL_IS_NEWS);
    return found;
  };
  let [some, runs] = [0, 0];
  await fc.assert(
    fc.asyncProperty(cut, async ([given, looks]) => {
      const each = await fired(given, () => true);
      runs += 1;
      if (each.length > 0) some += 1;
      expect(new Set(each.map((alert) => JSON.stringify(alert))).size).toBe(each.length);
      expect(await fired(given, () => false)).toEqual(each);
      expect(await fired(given, (at) => looks[at] === true)).toEqual(each);
    }),
    { numRuns: 20 },
  );
  expect(some).toBeGreaterThan(runs / 2);
});
