// Charsets as declared, as found, and as unknown.
import { expect, test } from "vitest";
import { decode } from "./charset.ts";

const latin = (text: string) => Buffer.from(text, "latin1");

test("UTF-8 is taken where the bytes are valid, and a byte order mark is left out", () => {
  expect(decode(Buffer.from("\ufeffTürkiye"), "text/plain")).toEqual({ text: "Türkiye", charset: "utf-8" });
});

test("UTF-16 is known by its mark", () => {
  expect(decode(Buffer.from("\ufeffIran", "utf16le"), "text/plain")).toEqual({ text: "Iran", charset: "utf-16le" });
});

test("bytes that are not UTF-8 but Western European are windows-1252, with its curly quotes", () => {
  expect(decode(latin("Herv\u00e9 said \u0093yes\u0094"), "text/plain")).toEqual({ text: "Hervé said “yes”", charset: "windows-1252" });
});

test("one broken byte in a text of UTF-8 stays one broken character", () => {
  const bytes = Buffer.concat([Buffer.from("é".repeat(20)), Buffer.from([0xff])]);
  expect(decode(bytes, "text/plain").text).toBe(`${"é".repeat(20)}\ufffd`);
});

test.each([
  ['<html><head><meta charset="windows-1251">', "windows-1251"],
  ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', "iso-8859-2"],
  ['<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"],
  ['<meta charset="utf-16">', "utf-8"],
])("a page's own declaration is followed: %s", (html, charset) => {
  expect(decode(latin(html), "text/html").charset).toBe(charset);
});

test("the caller's charset goes before the page's, a byte order mark before both", () => {
  expect(decode(latin('<meta charset="utf-8">'), "text/html", "windows-1251").charset).toBe("windows-1251");
  expect(decode(Buffer.from("\ufeffa"), "text/html", "windows-1251").charset).toBe("utf-8");
});

test("plain text is not searched for a page's declaration", () => {
  expect(decode(latin('<meta charset="koi8-r">'), "text/plain").charset).toBe("utf-8");
});

test("line ends are kept", () => {
  expect(decode(Buffer.from("a\r\nb\rc\n"), "text/plain").text).toBe("a\r\nb\rc\n");
});
