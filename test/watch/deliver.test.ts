// Delivering by couriers that do what a test says: what fails on the way, who is forsaken, and for how long it is tried.
import { setTimeout as timer } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { PactaError } from "../../src/error.ts";
import type { Couriers, Sent, Unsent } from "../../src/watch/courier.ts";
import { deliverDue } from "../../src/watch/deliver.ts";
import { alertOn, onTheWay, watchBy, watchingOver } from "./receiver.fixture.ts";
import { watched } from "./watched.fixture.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const error = new PactaError("PACTA_DELIVERY_REFUSED", "no", "Wait");
const UNSENT: Unsent = { kind: "unsent", error };
const WEBHOOK = { kind: "webhook", url: "https://example.org/hook" } as const;

/** Couriers that all come to the same, and the ids that they were given. */
function couriersWith(came: () => Sent | Unsent) {
  const given: string[] = [];
  const courier = async (_: unknown, alerts: readonly { readonly id: string }[]): Promise<Sent | Unsent> => {
    given.push(...alerts.map(({ id }) => id));
    return came();
  };
  const couriers: Couriers = { webhook: courier, push: courier, email: courier };
  return { couriers, given };
}

/** A clock that stands still but for who puts it forward. */
function stillClock(chance = 0) {
  const clock = { time: Date.now() + 1000 };
  const still: Clock = { now: () => clock.time, sleep: async () => undefined, chance: () => chance };
  return { still, clock };
}

async function over() {
  const about = await watched();
  closing.push(about.close);
  return { ...about, watching: watchingOver(about) };
}

test("what cannot be noted is told even where nobody waited for it just then, and the others are delivered", async () => {
  const { settings, watching } = await over();
  const watch = await watchBy(watching, WEBHOOK);
  const alerts = [1, 2, 3, 4, 5, 6].map((n) => alertOn(watch, n));
  await onTheWay(settings, watching, watch.id, alerts);
  const { couriers, given } = couriersWith(() => ({ kind: "sent" }));
  let settled = 0;
  const store: typeof settings.watching = {
    ...settings.watching,
    // The first fails while the next are being looked for, and the second after it.
    settle: async (lines) => ((settled += 1) <= 2 ? Promise.reject(new Error(`failure ${settled}`)) : settings.watching.settle(lines)),
    take: async (...how) => {
      const taken = await settings.watching.take(...how);
      await timer(settled > 0 ? 30 : 10);
      return taken;
    },
  };
  await expect(deliverDue({ settings: { ...settings, watching: store }, couriers, clock: stillClock().still })).rejects.toThrow("failure 1");
  expect(given.toSorted()).toEqual(alerts.map(({ id }) => id));
  expect((await watching.log()).map(({ outcome }) => outcome)).toEqual(["sent", "sent", "sent", "sent"]);
});

test("what went wrong first is told, whatever else the store then throws", async () => {
  const { settings, watching } = await over();
  const watch = await watchBy(watching, WEBHOOK);
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
  const { couriers } = couriersWith(() => ({ kind: "sent" }));
  let taken = 0;
  const store: typeof settings.watching = {
    ...settings.watching,
    settle: async () => Promise.reject(new Error("the first")),
    take: async (...how) => {
      if ((taken += 1) === 1) return settings.watching.take(...how);
      await timer(30);
      throw new Error("the second");
    },
  };
  await expect(deliverDue({ settings: { ...settings, watching: store }, couriers, clock: stillClock().still })).rejects.toThrow("the first");
});

test("what is under way has ended when the store fails", async () => {
  const { settings, watching } = await over();
  const watch = await watchBy(watching, WEBHOOK);
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
  const { couriers } = couriersWith(() => ({ kind: "sent" }));
  const slow: Couriers = { ...couriers, webhook: async (...how) => timer(50).then(async () => couriers.webhook(...how)) };
  let taken = 0;
  const take: typeof settings.watching.take = async (...how) =>
    (taken += 1) > 1 ? Promise.reject(new Error("no store")) : settings.watching.take(...how);
  const store = { ...settings.watching, take };
  await expect(deliverDue({ settings: { ...settings, watching: store }, couriers: slow, clock: stillClock().still })).rejects.toThrow("no store");
  expect((await watching.log()).map(({ outcome }) => outcome)).toEqual(["sent"]);
});

test("a way stays where an alert is there no more, and goes where its courier says that nobody is there", async () => {
  const { settings, watching } = await over();
  const watch = await watchBy(watching, WEBHOOK);
  const { channels = [] } = await watching.get(watch.id);
  let came: Sent | Unsent = { kind: "sent" };
  const { couriers, given } = couriersWith(() => came);
  const deliver = async () => deliverDue({ settings, couriers, clock: stillClock().still });
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
  const without = { ...settings, watching: { ...settings.watching, alertsById: async () => [] } };
  expect(await deliverDue({ settings: without, couriers, clock: stillClock().still })).toMatchObject({ gone: 1 });
  expect([(await watching.get(watch.id)).channels, given]).toEqual([channels, []]);
  came = { kind: "unsent", error, isGone: true };
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 2)]);
  expect(await deliver()).toMatchObject({ gone: 1 });
  expect((await watching.get(watch.id)).channels).toEqual([]);
});

test("where nothing is due nothing is written", async () => {
  const { settings, watching } = await over();
  const watch = await watchBy(watching, WEBHOOK);
  const { couriers, given } = couriersWith(() => ({ kind: "sent" }));
  const { still, clock } = stillClock();
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)], new Date(clock.time + 60_000).toISOString());
  const take = vi.spyOn(settings.watching, "take");
  expect(await deliverDue({ settings, couriers, clock: still })).toEqual({ sent: 0, again: 0, dead: 0, gone: 0 });
  expect(take).not.toHaveBeenCalled();
  clock.time += 60_000;
  expect(await deliverDue({ settings, couriers, clock: still })).toMatchObject({ sent: 1 });
  expect(given).toEqual([alertOn(watch, 1).id]);
});

test("it is tried twelve times over 17 to 34 hours", async () => {
  const hours: number[] = [];
  for (const chance of [0, 1]) {
    const { settings, watching } = await over();
    const watch = await watchBy(watching, WEBHOOK);
    const { still, clock } = stillClock(chance);
    const start = clock.time;
    await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
    const { couriers, given } = couriersWith(() => UNSENT);
    while ((await deliverDue({ settings, couriers, clock: still })).dead === 0) {
      const next = await settings.watching.nextDue(new Date(clock.time).toISOString());
      clock.time = Date.parse(next ?? "");
    }
    expect(given.length).toBe(12);
    hours.push((clock.time - start) / 3_600_000);
  }
  expect(hours.map((many) => Math.round(many * 10) / 10)).toEqual([16.9, 33.8]);
});

test("the log cuts what went wrong between characters", async () => {
  const { settings, watching } = await over();
  const watch = await watchBy(watching, WEBHOOK);
  for (const lead of ["", "a"]) {
    await onTheWay(settings, watching, watch.id, [alertOn(watch, lead.length + 1)]);
    const refused = new PactaError("PACTA_DELIVERY_REFUSED", lead + "😀".repeat(400), "Wait");
    const { couriers } = couriersWith(() => ({ kind: "unsent", error: refused, isFinal: true }));
    await deliverDue({ settings, couriers, clock: stillClock().still });
    const [line] = await watching.log({ limit: 1 });
    expect([line?.what?.isWellFormed(), line?.what?.slice(0, 3)]).toEqual([true, `${lead}😀😀`.slice(0, 3)]);
  }
});
