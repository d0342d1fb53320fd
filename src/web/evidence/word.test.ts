// Codes in words: no reason of the handbook is shown as a code.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KNOWN_REASONS, reasonText, ruleText } from "./word.ts";

test("every reason of docs/claims.md is said in words, and no other", () => {
  const page = readFileSync(new URL("../../../docs/claims.md", import.meta.url), "utf8");
  const tables = page.slice(page.indexOf("## Why a candidate is no claim"));
  const listed = [...tables.matchAll(/^\| `([a-z-]+)` \|/gm)].map((row) => row[1] ?? "");
  expect(listed.length).toBeGreaterThan(20);
  expect([...KNOWN_REASONS].toSorted()).toEqual(listed.toSorted());
  for (const reason of listed) expect(reasonText(reason)).toMatch(/^[A-Z].*\.$/);
});

test("who made a claim is told by the kind of its author", () => {
  expect(ruleText("sign/sign")).toBe("found by the rule sign/sign");
  expect(ruleText("sign/net")).toBe("found by the network for acts");
  expect(ruleText("coder:m@g")).toBe("found by the second coder m@g");
  expect(ruleText("person:Ada: the first")).toBe("added by Ada: the first");
});
