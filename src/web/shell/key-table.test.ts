// Which keys mean what: one or two after each other, the last that came first.
import { expect, test } from "vitest";
import { advance, isIdleRepeat, KeyTable } from "./key-table.ts";

const bound = (keys: string, does = keys) => ({ keys, does, run: () => undefined });

test("a key does what it is bound to, two do where the first waits for the second, others do nothing", () => {
  const table = new KeyTable();
  table.add([bound("j"), bound("g d"), bound("?")]);
  expect(advance(table, "", "j").binding?.keys).toBe("j");
  expect(advance(table, "", "g")).toEqual({ held: "g" });
  expect(advance(table, "g", "d")).toMatchObject({ held: "", binding: { keys: "g d" } });
  expect(advance(table, "g", "j").binding?.keys).toBe("j");
  expect(advance(table, "g", "x")).toEqual({ held: "" });
});

test("what came last stands for what it covers until it goes, and each is listed once", () => {
  const table = new KeyTable();
  table.add([bound("j", "of the page")]);
  const remove = table.add([bound("j", "of the list"), bound("k")]);
  expect(table.all().map(({ does }) => does)).toEqual(["of the list", "k"]);
  remove();
  expect(table.all().map(({ does }) => does)).toEqual(["of the page"]);
});

test("a key that is held down goes on only where its binding says so", () => {
  expect(isIdleRepeat({ repeat: true }, bound("c"))).toBe(true);
  expect(isIdleRepeat({ repeat: false }, bound("c"))).toBe(false);
  expect(isIdleRepeat({ repeat: true }, { ...bound("j"), repeats: true })).toBe(false);
});
