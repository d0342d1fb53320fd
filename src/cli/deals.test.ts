// What the command line lists without loading deals is what there is of them.
import { expect, test } from "vitest";
import * as deal from "../deal/index.ts";
import { KINDS, POLICIES, STATES } from "./deals.ts";

test("the help of pacta deals names every kind, state and policy that there is", () => {
  expect([KINDS, STATES, POLICIES]).toEqual([deal.KINDS, deal.STATES, deal.POLICIES]);
});
