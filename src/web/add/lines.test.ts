// Addresses out of what somebody pasted.
import { expect, test } from "vitest";
import { linesOf, linesWithout } from "./lines.ts";

test("each address is given once, and what is none is told", () => {
  expect(linesOf(" https://a.example/x\n\nHTTP://b.example\r\nhttps://a.example/x ftp://c.example javascript:alert(1) word https:// ")).toEqual({
    addresses: ["https://a.example/x", "HTTP://b.example"],
    others: ["ftp://c.example", "javascript:alert(1)", "word", "https://"],
  });
  expect(linesOf(`https://a.example/${"x".repeat(2000)}`).addresses).toEqual([]);
});

test("what was given goes out of what is written, and all else stays", () => {
  const written = "https://a.example/1\n not an address https://b.example/2";
  expect(linesWithout(written, ["https://a.example/1"])).toBe("not\nan\naddress\nhttps://b.example/2");
  expect(linesWithout(written, [])).toContain("https://a.example/1");
});
