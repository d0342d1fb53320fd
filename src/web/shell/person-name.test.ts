// Names as the server takes them.
import { expect, test } from "vitest";
import { nameIn } from "./person-name.ts";

test("a name stands without blanks around it, on one line, and is no longer than the server takes", () => {
  expect(nameIn("  Ada \n Lovelace ")).toBe("Ada Lovelace");
  expect(nameIn("A")).toBe("A");
  expect(nameIn("é".repeat(200))).toBe("é".repeat(200));
  for (const typed of ["", "   ", "x".repeat(201)]) expect(nameIn(typed)).toBeUndefined();
});
