// What a map is guessed from, and what it still needs.
import { expect, test } from "vitest";
import { KINDS } from "../vocabulary/index.ts";
import { foreignWords, guessed, missing, STATES } from "./sheet-map.ts";

test("headings of columns suggest what they hold, each for one field", () => {
  const { columns } = guessed(["Deal", "Seller", "Buyer", "Goods", "Number", "Status", "Signed", "Worth", "In", "Ref", "Remarks"], ",");
  expect(columns).toEqual({
    name: "Deal",
    from: "Seller",
    to: "Buyer",
    items: "Goods",
    quantity: "Number",
    state: "Status",
    day: "Signed",
    amount: "Worth",
    currency: "In",
    id: "Ref",
  });
  expect(guessed(["name", "Name"], ",").columns).toEqual({ name: "name" });
});

test("what is missing is said, and goes with what is chosen", () => {
  const empty = guessed([], ",");
  expect(missing(empty)).toHaveLength(4);
  const draft = { ...guessed(["Deal", "From", "To", "Value"], ","), kind: "transfer", state: "agreed" };
  expect(missing(draft)).toEqual(["a column for the currency, or one currency for all rows"]);
  expect(missing({ ...draft, currency: "USD" })).toEqual([]);
});

test("words of ours mean themselves", () => {
  expect(foreignWords(["agreed", " on order ", "", "on order", "Signed"], STATES)).toEqual(["on order"]);
  expect(foreignWords(["Transfer", "gift"], KINDS)).toEqual(["gift"]);
});
