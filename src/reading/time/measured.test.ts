// Figures: how many gold times are found in their items without any tree. What trees add, and the cases of Recognizers-Text,
// `npm run eval -- times` measures.
import { expect, test } from "vitest";
import { goldItems, missing } from "../quantity/shared.fixture.ts";
import { recogniseTimes } from "./recognise.ts";

test.for([
  ["items.dev", 0.93],
  ["items.train", 0.91],
] as const)("measured: gold times of %s that are found in the item", ([set, floor], context) => {
  const why = missing("gold", `${set}.jsonl`);
  if (why !== undefined) return context.skip(why);
  const wanted = goldItems(set).flatMap(({ text, date, claims }) =>
    claims.flatMap(({ time }) => (time === null || time === undefined || time.basis === "none" ? [] : [{ norm: time.norm, text, date }])),
  );
  const missed = wanted.filter(
    ({ norm, text, date }) => !recogniseTimes(text, { start: 0, end: text.length }, date).some((mention) => mention.norm === norm),
  );
  console.log(`times of ${set}: ${wanted.length - missed.length} of ${wanted.length} found; missed ${missed.map(({ norm }) => norm).join(" ")}`);
  expect(1 - missed.length / wanted.length).toBeGreaterThan(floor);
});
