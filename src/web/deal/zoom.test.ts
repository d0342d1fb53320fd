// The stretch of a life that the picture shows.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber } from "./moment.ts";
import { canZoom, stretchOf, toldStretch, zoomed } from "./zoom.ts";
import type { Zoom } from "./zoom.ts";

const WHOLE = { first: dayNumber("2010-01-01"), last: dayNumber("2020-01-01") };

test("going in halves the stretch around the day that is looked at, and going out leads back to all of it", () => {
  const at = dayNumber("2012-01-01");
  const once = zoomed(WHOLE, WHOLE, "in", at);
  expect(toldStretch(WHOLE, once)).toEqual({ from: "2011-01-01", to: "2016-01-01" });
  expect(toldStretch(WHOLE, zoomed(WHOLE, once, "later"))).toEqual({ from: "2013-07-02", to: "2018-07-02" });
  const back = zoomed(WHOLE, once, "out", at);
  expect(back).toEqual(WHOLE);
  expect(toldStretch(WHOLE, back)).toEqual({ from: undefined, to: undefined });
  expect([canZoom(WHOLE, WHOLE, "out"), canZoom(WHOLE, WHOLE, "earlier"), canZoom(WHOLE, WHOLE, "in")]).toEqual([false, false, true]);
});

test("an address that names no part of the life shows all of it, and one that goes beyond shows what there is", () => {
  for (const [from, to] of [
    [undefined, undefined],
    ["2015-01-01", "2014-01-01"],
    ["1990-01-01", "1991-01-01"],
    ["yesterday", "2015-02-30"],
  ] as const)
    expect([from, stretchOf(WHOLE, from, to)]).toEqual([from, WHOLE]);
  expect(toldStretch(WHOLE, stretchOf(WHOLE, "2018-01-01", undefined))).toEqual({ from: "2018-01-01", to: "2020-01-01" });
});

test("whatever the steps, the stretch lies within the life, is no shorter than can be shown, and its address leads to it", () => {
  const steps = fc.array(fc.constantFrom<Zoom>("in", "out", "earlier", "later"), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 40_000 }),
      steps,
      fc.option(fc.integer({ min: 0, max: 40_000 }), { nil: undefined }),
      (days, all, around) => {
        const whole = { first: 1000, last: 1000 + days };
        let shown = whole;
        for (const zoom of all) shown = zoomed(whole, shown, zoom, around === undefined ? undefined : 1000 + around);
        expect(shown.first).toBeGreaterThanOrEqual(whole.first);
        expect(shown.last).toBeLessThanOrEqual(whole.last);
        expect(shown.last - shown.first).toBeGreaterThanOrEqual(Math.min(60, days));
        const { from, to } = toldStretch(whole, shown);
        expect(stretchOf(whole, from, to)).toEqual(shown);
      },
    ),
  );
});
