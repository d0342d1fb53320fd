// Lengths of time as they are written and told.
import { expect, test } from "vitest";
import { agoText, dueText, spanOption, spanText } from "./span.ts";

test.each([
  ["1m", 60],
  ["90s", 90],
  ["30 min", 1800],
  ["2h", 7200],
  ["30D", 30 * 86_400],
])("%s is %i seconds", (written, seconds) => {
  expect(spanOption("every", written)).toBe(seconds);
});

test.each(["", "30", "soon", "0m", "59s", "31d", "1w", "-5m", "1.5h"])('"%s" is no length', (written) => {
  expect(() => spanOption("every", written)).toThrow(expect.objectContaining({ code: "PACTA_USAGE_VALUE" }));
});

test("moments are told by how far off they are", () => {
  expect([40_000, 89_000, 90_000, 5_399_000, 5_400_000, 129_599_000, 129_600_000].map(spanText)).toEqual([
    "40 s",
    "89 s",
    "2 min",
    "90 min",
    "2 h",
    "36 h",
    "2 d",
  ]);
  const now = Date.UTC(2030, 0, 2);
  expect([agoText(undefined, now), agoText("2030-01-01T23:00:00Z", now)]).toEqual(["never", "60 min ago"]);
  expect([dueText(undefined, now), dueText("2030-01-01T00:00:00Z", now), dueText("2030-01-02T03:00:00Z", now)]).toEqual(["now", "now", "in 3 h"]);
});
