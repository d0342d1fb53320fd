// What a side of a contradiction says is said as its claims have it.
import { expect, test } from "vitest";
import { rowOf } from "./row.fixture.ts";
import { valueText } from "./slot.ts";

test("a sum keeps the bound that its claims give it, and is said without one where none of them is at hand", () => {
  const told = rowOf({ money: [{ amount: 8e10, currency: "AUD", kind: "value", bound: "about" }] });
  expect(valueText("money.value.AUD", "80000000000", [told, told])).toBe("about AUD 80 billion");
  expect(valueText("money.value.AUD", "80000000000", [])).toBe("AUD 80 billion");
});

test("a count names its goods, and what was done or not is said so", () => {
  expect(valueText("quantity.submarine", "12", [rowOf({ items: [{ name: "French submarines", quantity: 12 }] })])).toBe("12 French submarines");
  expect(valueText("quantity.submarine", "12", [])).toBe("12");
  const fleet = rowOf({ items: ["frigates", "naval helicopters", "Ferries"].map((name) => ({ name, quantity: 12 })) });
  expect(["frigate", "helicopter", "ferry"].map((goods) => valueText(`quantity.${goods}`, "12", [fleet]))).toEqual([
    "12 frigates",
    "12 naval helicopters",
    "12 Ferries",
  ]);
  expect([valueText("deliver.done", "true", []), valueText("deliver.done", "false", [])]).toEqual(["done", "not done"]);
});
