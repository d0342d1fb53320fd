// Every reason that identity.yaml weighs can be said in words.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { reasonText, sureText } from "./why.ts";

test("every reason for a claim's place in a deal has words", () => {
  const { in_text: inText, across } = parse(readFileSync(new URL("../../../knowledge/deals/identity.yaml", import.meta.url), "utf8")) as Record<
    string,
    object
  >;
  const reasons = ["decided", ...Object.keys(inText ?? {}), ...Object.keys(across ?? {})];
  expect(reasons.length).toBeGreaterThan(40);
  expect(reasons.filter((reason) => reasonText(reason) === reason.replaceAll("_", " "))).toEqual([]);
});

test("nothing is said to be quite sure", () => {
  expect([0.5540802680360685, 0.994, 0.9999].map(sureText)).toEqual(["55 in 100", "99 in 100", "more than 99 in 100"]);
});
