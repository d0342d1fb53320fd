// Bare dollars, settled by the document that they stand in.
import { expect, test } from "vitest";
import { withSettledDollars } from "./dollar.ts";
import { recogniseMoney } from "./money.ts";

const codes = (text: string, states: readonly string[] = []) =>
  withSettledDollars(text, recogniseMoney(text, { start: 0, end: text.length }), states).map(({ currency }) => currency);

test("a bare dollar is the one other dollar that the document marks", () => {
  expect(codes("Ottawa adds C$50 million to the $22 million of March.", ["CAN"])).toEqual(["CAD", "CAD"]);
  expect(codes("The $3bn yard is paid in Australian dollars: 3 billion Australian dollars.", ["AUS"])).toEqual(["AUD", "AUD"]);
});

test("a bare dollar stays American where the document gives any reason for it", () => {
  expect(codes("It paid $5 million.", ["CAN"])).toEqual(["USD"]);
  expect(codes("It paid C$5 million and US$3 million, then $1 million.", ["CAN"])).toEqual(["CAD", "USD", "USD"]);
  expect(codes("It paid C$5 million and $3 million.", ["CAN", "USA"])).toEqual(["CAD", "USD"]);
  expect(codes("It paid A$35 billion ($29 billion), then $1 billion.", ["AUS"])).toEqual(["AUD", "USD", "USD"]);
  expect(codes("It paid C$5 million, A$3 million and $1 million.", ["CAN"])).toEqual(["CAD", "AUD", "USD"]);
});
