// What reports contradict each other in is said in the same words in every view.
import { expect, test } from "vitest";
import { slotsText, slotText } from "./slot.ts";

test("slots are said in words", () => {
  expect(["money.value.USD", "money.compensation.EUR", "money.value", "quantity.ship", "enter-into-force.done", "other"].map(slotText)).toEqual([
    "Price or value, in USD",
    "Compensation, in EUR",
    "Price or value",
    "How many: ship",
    "Whether it was done: enter into force",
    "other",
  ]);
});

test("within a sentence they begin small and keep the capitals of currencies", () => {
  expect(slotsText(["money.value.USD", "cancel.done"])).toBe("price or value, in USD; whether it was done: cancel");
  expect(slotsText([])).toBe("");
});
