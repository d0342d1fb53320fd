// docs/figures.md is written piece by piece; a lost or doubled section would be a wrong figure.
import { expect, test } from "vitest";
import { EMPTY_PAGE, withSection } from "./page.ts";

test("a new section goes to the end, and a section written again takes its own place", () => {
  const page = withSection(withSection(EMPTY_PAGE, { name: "claims", body: "before" }), { name: "language", body: "LAS" });
  const rewritten = withSection(page, { name: "claims", body: "after" });
  expect(rewritten).toBe(page.replace("before", "after"));
  expect(rewritten.indexOf("after")).toBeLessThan(rewritten.indexOf("LAS"));
});

test("writing the same section twice changes nothing", () => {
  const once = withSection(EMPTY_PAGE, { name: "claims", body: "a $& b" });
  expect(withSection(once, { name: "claims", body: "a $& b" })).toBe(once);
});

test("a section whose name begins another's name leaves that one alone", () => {
  const page = withSection(EMPTY_PAGE, { name: "claims-articles", body: "kept" });
  expect(withSection(page, { name: "claims", body: "new" })).toContain("kept");
});

test("a marker without its other half is an error, never a lost section", () => {
  const broken = "<!-- eval:claims -->\nfigures without an end";
  expect(() => withSection(broken, { name: "claims", body: "new" })).toThrow(expect.objectContaining({ code: "PACTA_FIGURES_MARKERS" }));
});
