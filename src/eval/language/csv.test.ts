// Quoted fields are where comma-separated values go wrong.
import { expect, test } from "vitest";
import { csvRows } from "./csv.ts";

test("quotes, commas, line breaks and empty cells are read as they stand", () => {
  expect(csvRows('a,b,c\n"x, y","he ""said""\n\nso",\n1,,3\n')).toEqual([
    ["a", "b", "c"],
    ["x, y", 'he "said"\n\nso', ""],
    ["1", "", "3"],
  ]);
});

test("a last line without an end is a row, and nothing is none", () => {
  expect(csvRows("a\r\nb")).toEqual([["a"], ["b"]]);
  expect(csvRows("")).toEqual([]);
});
