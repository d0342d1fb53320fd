// A table as it is looked at.
import { expect, test } from "vitest";
import { delimiterIn, sheetName, tableOf, textOf } from "./table.ts";

test("a table is read with its own delimiter, and lines without cells are none", () => {
  expect([delimiterIn("a;b;c\n1,2;3;4"), delimiterIn("\ufeffa\tb\n"), delimiterIn("a")]).toEqual([";", "\t", ","]);
  expect(tableOf('\ufeffa;b\r\n"1;x";2\r\n;\r\n3', ";")).toEqual({
    columns: ["a", "b"],
    rows: [["1;x", "2"], ["3"]],
  });
  expect(tableOf("", ",")).toEqual({ columns: [], rows: [] });
  expect(() => tableOf('a,b\n"open', ",")).toThrow(/quote/i);
});

test("a file in the encoding of Windows is read as that", async () => {
  expect(await textOf(new Blob([new Uint8Array([0x43, 0xf4, 0x74, 0x65])]))).toBe("Côte");
  expect(await textOf(new Blob(["Côte"]))).toBe("Côte");
});

test("a sheet is named by its file", () => {
  expect(["my register.csv", "a#c.d.CSV", ".csv"].map(sheetName)).toEqual(["my-register", "a-c.d", "sheet"]);
});
