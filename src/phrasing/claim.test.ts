// What people read must say no more than what is known.
import { expect, test } from "vitest";
import {
  actText,
  boundsText,
  idText,
  intervalText,
  itemText,
  matterText,
  moneyText,
  partiesText,
  sinceText,
  sourcesText,
  wordsText,
} from "./claim.ts";

test("bounds are said as short as they can be", () => {
  expect(boundsText({ earliest: "2007-01-01", latest: "2007-12-31" })).toBe("2007");
  expect(boundsText({ earliest: "2008-02-01", latest: "2008-02-29" })).toBe("2008-02");
  expect(boundsText({ earliest: "2015-01-20", latest: "2015-01-20" })).toBe("2015-01-20");
  expect(boundsText({ earliest: "2007-12-01", latest: "2008-03-31" })).toBe("2007-12-01 to 2008-03-31");
  expect(boundsText({ latest: "2015-01-20" })).toBe("by 2015-01-20");
  expect(boundsText({ earliest: "2026-01-01" })).toBe("from 2026-01-01");
  expect(boundsText({})).toBe("day unknown");
});

test("an interval is said with the ends that are told, and how often something comes again in it", () => {
  const from = { earliest: "2010-04-21", latest: "2010-04-21" };
  const said = (interval: Omit<Parameters<typeof intervalText>[0], "claims">): string => intervalText({ ...interval, claims: [] });
  expect(said({ from, to: { earliest: "2042-01-01", latest: "2042-12-31" } })).toBe("from 2010-04-21 until 2042");
  expect(said({ from: { latest: "2010-04-21" }, to: { latest: "2015-04-21" } })).toBe("from 2010-04-21 at the latest until 2015-04-21 at the latest");
  expect(said({ from, to: { earliest: "2015-04-21" } })).toBe("from 2010-04-21 until 2015-04-21 at the earliest");
  expect(said({ from: { earliest: "2010-04-21", latest: "2011-04-21" }, to: { earliest: "2035-04-21", latest: "2036-04-21" } })).toBe(
    "from between 2010-04-21 and 2011-04-21 until between 2035-04-21 and 2036-04-21",
  );
  expect(said({ from, to: {}, recurs: "P1Y" })).toBe("from 2010-04-21, every year");
  expect(said({ from: {}, to: {}, recurs: "P6M" })).toBe("from a day that is not told, every 6 months");
});

test("a bound that is not told is not made up in saying since when", () => {
  expect(sinceText({ latest: "2016-04-26" })).toBe("since 2016-04-26 at the latest");
  expect(sinceText({ earliest: "2021-01-01", latest: "2021-12-31" })).toBe("since 2021");
  expect(sinceText({})).toBe("since when is not told");
});

test("sums keep their currency, bound and kind", () => {
  expect(moneyText({ amount: 800_000_000, currency: "USD", kind: "value", bound: "exact" })).toBe("USD 800 million");
  expect(moneyText({ amount: 5_500_000_000, currency: "AUD", kind: "compensation", bound: "max" })).toBe("up to AUD 5.5 billion (compensation)");
});

test("a claim's parties, act, goods and sources are told as it has them", () => {
  const russia = { id: "RUS", name: "Russia", via: "Sergei Shoigu" };
  const iran = { id: "IRN", name: "Iran" };
  expect(partiesText({ actors: [russia], targets: [iran] })).toBe("Russia by Sergei Shoigu → Iran");
  expect(partiesText({ actors: [], targets: [iran] })).toBe("→ Iran");
  expect(actText({ act: "deliver", mode: "planned", negated: true })).toBe("not deliver, planned");
  expect(itemText({ name: "S-300PMU-1", quantity: 5, unit: "battalion" })).toBe("5 battalion S-300PMU-1");
  expect(sourcesText([{ name: "Shoigu", role: "minister" }, { name: "TASS" }])).toBe("Shoigu (minister), says TASS");
  expect(matterText({ items: [], money: [], reason: "UN sanctions" })).toBe("because of UN sanctions");
});

test("words stand in quotes on one line, and redacted ones are said to be so", () => {
  expect(wordsText("Norway\n signed")).toBe("“Norway signed”");
  expect(wordsText("")).toBe("(words redacted)");
});

test("a hash is cut, an id that a person gave is not", () => {
  expect(idText(`sha256:${"0123456789ab".padEnd(64, "c")}`)).toBe("sha256:0123456789ab");
  expect(idText("brief-2016-09-30")).toBe("brief-2016-09-30");
});
