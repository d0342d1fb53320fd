// Which way of a watch is this browser's, also after it was subscribed again.
import { expect, test } from "vitest";
import { deadAmong, wayAmong } from "./push.ts";

const OWN = { old: "https://push.example/1", now: "https://push.example/2", elsewhere: "https://push.example/2" };

test("of two ways that were this browser's the one under its present subscription counts, and the other is dead", () => {
  const ways = ["foreign", "old", "now"];
  expect(wayAmong(ways, OWN, "https://push.example/2")).toEqual({ id: "now", isGood: true });
  expect(deadAmong(ways, OWN, "https://push.example/2")).toEqual(["old"]);
});

test("a browser that is subscribed no more, or under another address, has a way that is not good", () => {
  expect(wayAmong(["foreign", "old"], OWN, undefined)).toEqual({ id: "old", isGood: false });
  expect(wayAmong(["foreign", "old"], OWN, "https://push.example/3")).toEqual({ id: "old", isGood: false });
  expect(wayAmong(["foreign"], OWN, "https://push.example/2")).toBeUndefined();
});
