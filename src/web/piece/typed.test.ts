// A field keeps what is typed while the address comes after, and follows the address where somebody else changed it.
import { expect, test } from "vitest";
import { followed } from "./typed.ts";

test("an echo of what was typed rewrites nothing; what comes from elsewhere stands", () => {
  const typed = { text: "Nor", told: "", sent: ["N", "No", "Nor"] };
  const first = followed(typed, "N");
  expect(first).toEqual({ text: "Nor", told: "N", sent: ["No", "Nor"] });
  // The address need not say all that was typed.
  expect(followed(first, "Nor")).toEqual({ text: "Nor", told: "Nor", sent: [] });
  expect(followed(first, "Swe")).toEqual({ text: "Swe", told: "Swe", sent: [] });
  expect(followed({ text: "Nor", told: "Nor", sent: [] }, "N").text).toBe("N");
});
