// What must be kept of watching, whatever store it lies in.
import { expect } from "vitest";
import type { Alert, ChangeAlert, Delivery, LogLine, Step } from "../watch/index.ts";
import type { Settings } from "./settings.ts";

type Open = (name: string) => Promise<Settings>;

const NOW = "2026-03-05T12:00:00.000Z";
const SOON = "2026-03-05T12:01:00.000Z";
const LATER = "2026-03-05T13:00:00.000Z";
const LATEST = "2026-03-05T14:00:00.000Z";

function alert(n: number, watch = "w", document = `d${n}`): ChangeAlert {
  return {
    id: `alert-${n}`,
    kind: "change",
    watch: { id: watch, name: "Gas" },
    seq: n,
    at: NOW,
    deal: { id: "deal-1", name: "Gas deal", kind: "transfer" },
    before: { state: "none", dispute: "none" },
    after: { state: "signed", dispute: "none" },
    conflicts: [],
    told: [
      {
        of: "state",
        claim: "c",
        act: "sign",
        part: "opens",
        words: `They signed it, report ${n}`,
        sources: [],
        document: { id: document, heading: "Signed" },
        when: {},
      },
    ],
  };
}

const delivery = (n: number, channel = "c", due = NOW): Delivery => ({ alert: `alert-${n}`, watch: "w", channel, kind: "webhook", due, tries: 0 });

function step(from: number | undefined, to: number, alerts: readonly Alert[] = [], deliveries: readonly Delivery[] = []): Step {
  return { from, to, alerts, deliveries, digests: [], closed: [], followed: [] };
}

const line = (n: number, outcome: LogLine["outcome"], tries = 1): LogLine => ({
  at: SOON,
  alert: `alert-${n}`,
  watch: "w",
  channel: "c",
  kind: "webhook",
  outcome,
  tries,
  ms: 5,
  ...(outcome === "sent" ? { status: 204 } : { status: 500, code: "PACTA_FETCH_STATUS" }),
});

const keysOf = (deliveries: readonly Delivery[]): readonly string[] => deliveries.map((one) => `${one.alert} ${one.channel}`).toSorted();

/** Cases about watching. */
export const WATCHING: Readonly<Record<string, (open: Open, name: string) => Promise<void>>> = {
  "keeps what a stretch of the ledger comes to, once and all or nothing": async (open, name) => {
    const settings = await open(name);
    const { watching } = settings;
    expect(await watching.position()).toBeUndefined();
    expect(await watching.advance(step(undefined, 3))).toBe(true);
    expect(await watching.advance(step(undefined, 4, [alert(9)]))).toBe(false);
    const taken = await Promise.all(
      [1, 2].map(async () => watching.advance(step(3, 8, [alert(5), alert(6)], [delivery(5), delivery(6), delivery(6, "other")]))),
    );
    expect(taken.filter(Boolean)).toEqual([true]);
    expect(await watching.advance(step(3, 9, [alert(7)]))).toBe(false);
    expect([await watching.position(), (await watching.alerts()).map(({ id }) => id)]).toEqual([8, ["alert-6", "alert-5"]]);
    // The same change again, as after a position that was put back: neither is it told nor delivered again.
    expect(await watching.advance(step(8, 8, [{ ...alert(6), seq: 99 }, alert(7, "v")], [delivery(6), delivery(7)]))).toBe(true);
    expect(await watching.alerts({ watch: "w" })).toEqual([alert(6), alert(5)]);
    expect(await watching.alertsById(["alert-7", "alert-5", "alert-0"])).toEqual([alert(5), alert(7, "v")]);
    expect(keysOf(await watching.take(NOW, SOON, 10, []))).toEqual(["alert-5 c", "alert-6 c", "alert-6 other", "alert-7 c"]);
    await settings.close();
  },

  "gives a delivery to one who takes it, and to others when its time is over": async (open, name) => {
    const settings = await open(name);
    const { watching } = settings;
    await watching.advance(step(undefined, 1, [alert(1), alert(2), alert(3)], [delivery(1), delivery(2, "slow"), delivery(3, "c", LATER)]));
    expect(await watching.nextDue(NOW)).toBe(NOW);
    const both = await Promise.all([watching.take(NOW, SOON, 1, []), watching.take(NOW, SOON, 10, ["slow"])]);
    expect(keysOf(both.flat())).toEqual(["alert-1 c"]);
    expect(keysOf(await watching.take(NOW, SOON, 10, []))).toEqual(["alert-2 slow"]);
    expect(await watching.nextDue(NOW)).toBe(LATER);
    // Whoever took them is gone.
    expect(keysOf(await watching.take(SOON, LATER, 10, []))).toEqual(["alert-1 c", "alert-2 slow"]);
    await watching.release([delivery(1)]);
    expect(keysOf(await watching.takeAll("c", SOON, LATER))).toEqual(["alert-1 c", "alert-3 c"]);
    expect(await watching.takeAll("c", SOON, LATER)).toEqual([]);
    await settings.close();
  },

  "notes what came of tries, gives up, and delivers again what is asked for": async (open, name) => {
    const settings = await open(name);
    const { watching } = settings;
    await watching.advance(step(undefined, 1, [alert(1), alert(2), alert(3)], [delivery(1), delivery(2), delivery(3)]));
    await watching.take(NOW, SOON, 10, []);
    await watching.settle([
      { delivery: delivery(1), line: line(1, "sent") },
      { delivery: delivery(2), line: line(2, "again"), due: LATER },
      { delivery: delivery(3), line: line(3, "dead", 12) },
    ]);
    expect((await watching.log()).map(({ alert: of, outcome, status, tries }) => [of, outcome, status, tries])).toEqual([
      ["alert-3", "dead", 500, 12],
      ["alert-2", "again", 500, 1],
      ["alert-1", "sent", 204, 1],
    ]);
    expect(await watching.log({ watch: "v" })).toEqual([]);
    expect(await watching.take(SOON, LATER, 10, [])).toEqual([]);
    expect(await watching.take(LATER, LATEST, 10, [])).toEqual([{ ...delivery(2, "c", LATER), tries: 1 }]);
    expect(await watching.dead({ watch: "w" })).toEqual([{ ...delivery(3, "c", SOON), tries: 12, code: "PACTA_FETCH_STATUS", status: 500 }]);
    expect([await watching.replay({ watch: "v" }, LATER), await watching.replay({ alerts: ["alert-3", "alert-1"] }, LATER)]).toEqual([0, 1]);
    expect(await watching.dead()).toEqual([]);
    expect(await watching.take(LATER, LATEST, 10, [])).toEqual([delivery(3, "c", LATER)]);
    await watching.settle([{ delivery: delivery(3), line: line(3, "gone") }]);
    await watching.dropChannel("c");
    expect(await watching.nextDue(LATEST)).toBeUndefined();
    await settings.close();
  },

  "keeps digests that are gathered, and follows a deal to another id": async (open, name) => {
    const settings = await open(name);
    const { watching } = settings;
    const watch = {
      id: "w",
      name: "Gas",
      about: { deal: "deal-1" },
      made: NOW,
      channels: [{ id: "c", kind: "email" as const, to: "ada@example.org", every: 60 }],
    };
    await settings.watches.put(watch);
    const digest = { watch: "w", opened: NOW, from: 2, seq: 2, at: NOW, lines: [], more: 1 };
    await watching.advance({
      ...step(undefined, 2),
      digests: [digest, { ...digest, watch: "v" }],
      followed: [
        { watch: "w", deal: "deal-2" },
        { watch: "gone", deal: "x" },
      ],
    });
    expect(await watching.openDigests()).toEqual([{ ...digest, watch: "v" }, digest]);
    expect(await settings.watches.list()).toEqual([{ ...watch, about: { deal: "deal-2" } }]);
    await watching.advance({ ...step(2, 3), digests: [{ ...digest, seq: 3, more: 2 }], closed: ["v"] });
    expect(await watching.openDigests()).toEqual([{ ...digest, seq: 3, more: 2 }]);
    await watching.drop("w");
    expect(await watching.openDigests()).toEqual([]);
    await settings.close();
  },

  "follows a deal without losing what others change of its watch at the same time": async (open, name) => {
    const settings = await open(name);
    const watch = { id: "w", name: "Gas", about: { deal: "deal-0" }, made: NOW };
    await settings.watches.put(watch);
    await settings.watching.advance(step(undefined, 0));
    const following = async (): Promise<void> => {
      for (let n = 1; n <= 15; n += 1)
        expect(await settings.watching.advance({ ...step(n - 1, n), followed: [{ watch: "w", deal: `deal-${n}` }] })).toBe(true);
    };
    const naming = async (): Promise<void> => {
      for (let n = 1; n <= 15; n += 1) await settings.watches.change("w", (before) => before && { ...before, name: `${before.name}+` });
    };
    await Promise.all([following(), naming()]);
    expect(await settings.watches.get("w")).toEqual({ ...watch, name: `Gas${"+".repeat(15)}`, about: { deal: "deal-15" } });
    await settings.close();
  },

  "takes the words of a document out of alerts, and no others": async (open, name) => {
    const settings = await open(name);
    const { watching } = settings;
    const [odd, alike] = ['https://example.org/a_b"%c', 'https://example.org/axb"%c'];
    await watching.advance(step(undefined, 1, [alert(1, "w", odd), alert(2, "w", alike)]));
    await watching.forget([odd]);
    const [second, first] = await watching.alerts();
    expect(second).toEqual(alert(2, "w", alike));
    expect(first).toMatchObject({ after: { state: "signed" }, told: [{ words: "", document: { id: odd } }] });
    expect(JSON.stringify(first)).not.toContain("Signed");
    await settings.close();
  },

  "lets the oldest alerts go, but for what is on its way": async (open, name) => {
    const settings = await open(name);
    const { watching } = settings;
    const many = Array.from({ length: 1005 }, (_, n) => alert(n));
    await watching.advance(step(undefined, 1, many, [delivery(1)]));
    expect((await watching.alerts({ limit: 2000 })).map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual([
      1,
      ...many.slice(5).map(({ seq }) => seq),
    ]);
    await settings.close();
  },
};
