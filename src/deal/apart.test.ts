// Of quantities only those of days that lie wholly apart are added up.
import fc from "fast-check";
import { expect, test } from "vitest";
import { mostApart } from "./apart.ts";
import type { Dated } from "./apart.ts";

const on = (earliest: string, latest: string, quantity: number): Dated => ({ earliest, latest, quantity });

test("what shares a day may be the same, and what does not is another", () => {
  expect(mostApart([])).toBe(0);
  expect(mostApart([{ quantity: 3 }, { quantity: 5 }])).toBe(5);
  expect(mostApart([on("2018-01-01", "2018-12-31", 3), on("2018-05-01", "2018-05-31", 2)])).toBe(3);
  expect(mostApart([on("2018-05-01", "2018-05-31", 2), on("2018-06-01", "2018-06-01", 4), { quantity: 5 }])).toBe(6);
  expect(mostApart([on("2018-05-01", "2018-05-31", 2), { latest: "2018-04-30", quantity: 3 }])).toBe(5);
});

test("it is the best of all choices of quantities that share no day", () => {
  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2018-05-${n}`);
  const one = fc.tuple(day, day, fc.integer({ min: 0, max: 9 })).map(([a, b, quantity]) => (a < b ? on(a, b, quantity) : on(b, a, quantity)));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (told) => {
      let best = 0;
      for (let chosen = 0; chosen < 2 ** told.length; chosen += 1) {
        const some = told.filter((_, at) => (chosen >> at) % 2 === 1);
        const isApart = some.every((a, i) =>
          some.every((b, j) => i === j || (a.latest ?? "") < (b.earliest ?? "") || (b.latest ?? "") < (a.earliest ?? "")),
        );
        if (isApart)
          best = Math.max(
            best,
            some.reduce((sum, { quantity }) => sum + quantity, 0),
          );
      }
      expect(mostApart(told)).toBe(best);
    }),
  );
});
