// Addresses of the same page come to one form, and no two pages come to the same.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadAddressRules } from "./address-rules.ts";
import { canonicalUrl, isHomePage, ownAddress, webAddress } from "./address.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rules = loadAddressRules();
const canonical = (written: string): string | undefined => canonicalUrl(written, rules);

describe("one page has one address", () => {
  test.each([
    ["scheme and host in capitals", "HTTPS://Example.ORG/News", "https://example.org/News"],
    ["the port that the scheme has anyway", "https://example.org:443/a", "https://example.org/a"],
    ["the same for http", "http://example.org:80/a", "http://example.org/a"],
    ["a fragment", "https://example.org/a#comments", "https://example.org/a"],
    ["a user", "https://ann:secret@example.org/a", "https://example.org/a"],
    ["a slash at the end", "https://example.org/a/", "https://example.org/a"],
    ["no path at all", "https://example.org", "https://example.org/"],
    ["a question without words", "https://example.org/a?", "https://example.org/a"],
    ["steps back in the path", "https://example.org/x/../a/./b", "https://example.org/a/b"],
    ["a full stop after the host", "https://example.org./a", "https://example.org/a"],
    ["white space around it", "  https://example.org/a\n", "https://example.org/a"],
    ["a tracking parameter by its beginning", "https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"],
    ["tracking parameters among others", "https://example.org/a?id=7&fbclid=Iw&page=2&gclid=C", "https://example.org/a?id=7&page=2"],
    ["a tracking parameter in capitals", "https://example.org/a?UTM_Source=x&FBCLID=1", "https://example.org/a"],
    ["a tracking parameter without a value", "https://example.org/a?fbclid", "https://example.org/a"],
    ["a tracking parameter behind percent signs", "https://example.org/a?%75tm_source=x", "https://example.org/a"],
    ["parameters in another order", "https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"],
    ["empty parameters", "https://example.org/a?&a=1&&", "https://example.org/a?a=1"],
    ["percent signs where none are needed", "https://example.org/%61%7Eb?q=%2d", "https://example.org/a~b?q=-"],
    ["small digits after percent signs", "https://example.org/%c3%a9", "https://example.org/%C3%A9"],
    ["letters that are no ASCII", "https://example.org/é", "https://example.org/%C3%A9"],
    ["a host that is no ASCII", "https://münchen.example/a", "https://xn--mnchen-3ya.example/a"],
    ["a mobile host", "https://m.example.org/a", "https://www.example.org/a"],
    ["an AMP host", "https://amp.example.org/a?amp=1", "https://www.example.org/a"],
    ["a mobile host with a rule of its own", "https://m.apnews.com/a", "https://apnews.com/a"],
    ["a mobile host in many languages", "https://de.m.wikipedia.org/wiki/A", "https://de.wikipedia.org/wiki/A"],
    ["an AMP cache", "https://www.google.com/amp/s/amp.example.org/a%3Fid%3D1/", "https://www.example.org/a%3Fid%3D1"],
    ["another AMP cache", "https://www-example-org.cdn.ampproject.org/v/s/www.example.org/a?usqp=mq", "https://www.example.org/a"],
    ["a cache in a cache", "https://www.google.com/amp/s/x.cdn.ampproject.org/c/example.org/a", "http://example.org/a"],
  ])("%s", (_, written, expected) => {
    expect(canonical(written)).toBe(expected);
  });
});

describe("two pages stay two", () => {
  test.each([
    ["whose paths differ in capitals", "https://example.org/A", "https://example.org/a"],
    ["whose parameters differ", "https://example.org/a?id=1", "https://example.org/a?id=2"],
    ["of which one has a parameter", "https://example.org/a?ref=x", "https://example.org/a"],
    ["whose values of one name stand in another order", "https://example.org/a?t=1&t=2", "https://example.org/a?t=2&t=1"],
    ["of which one has an empty value", "https://example.org/a?p=", "https://example.org/a?p"],
    ["whose slash is a percent sign", "https://example.org/a%2Fb", "https://example.org/a/b"],
    ["whose percent sign is one", "https://example.org/%2561", "https://example.org/a"],
    ["on other ports", "https://example.org:8443/a", "https://example.org/a"],
    ["by other schemes", "http://example.org/a", "https://example.org/a"],
    ["on other hosts", "https://news.example.org/a", "https://example.org/a"],
    ["whose value only looks like AMP's", "https://example.org/a?outputType=pdf", "https://example.org/a"],
    ["whose parameter only begins like a listed one", "https://example.org/a?fbclidx=1", "https://example.org/a"],
    ["of which one is a domain that is named like a mobile host", "https://m.me/a", "https://www.me/a"],
  ])("%s", (_, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});

test.each(["", "example.org/a", "mailto:a@example.org", "javascript:alert(1)", "file:///etc/x", "https://", "http://[", "data:text/html,x"])(
  "%j is no web address",
  (written) => {
    expect(canonical(written)).toBeUndefined();
    expect(webAddress(written)).toBeUndefined();
  },
);

const name = fc.oneof(fc.constantFrom("utm_source", "fbclid", "id", "p", "a%62c", "%", "é", "*"), fc.string({ maxLength: 6 }));
const query = fc.array(fc.tuple(name, fc.option(fc.string({ maxLength: 6 }), { nil: undefined })), { maxLength: 5 });
const writtenQuery = (pairs: readonly (readonly [string, string | undefined])[]): string =>
  pairs.map(([key, value]) => (value === undefined ? key : `${key}=${value}`)).join("&");
const host = fc.oneof(
  fc.constantFrom("m.example.org", "amp.example.org", "en.m.wikipedia.org", "m.cnn.com", "www.google.com", "a..", "."),
  fc.domain(),
);
const path = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("amp/s/m.example.org/a", "amp/example.org", "%2e%2E/a//", "a/%2e"));
const address = fc
  .tuple(fc.constantFrom("http", "https", "HTTP"), host, fc.constantFrom("", ":80", ":443", ":99"), path, query)
  .map(([scheme, at, port, where, pairs]) => `${scheme}://${at}${port}/${where}?${writtenQuery(pairs)}`);

test("the form of a form is itself", () => {
  fc.assert(
    fc.property(fc.oneof(address, fc.webUrl({ withFragments: true, withQueryParameters: true })), (written) => {
      const once = canonical(written);
      expect(canonical(once ?? "")).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), address), (written) => {
      expect(() => canonical(written)).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

test("caches in caches without end take no time", () => {
  const nested = `https://www.google.com${"/amp/www.google.com".repeat(50_000)}/amp/example.org`;
  expect(canonical(nested)).toBe(nested);
});

test("addresses that differ in a parameter that is not listed are never joined", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
  const listed = fc.constantFrom("utm_source=1", "fbclid=2", "gclid=3", "mc_cid=4", "outputType=amp");
  const kept = fc
    .tuple(word, word)
    .filter(([key]) => !rules.parameters.some((pattern) => key.toLowerCase().startsWith(pattern.replace(/[*=].*$/, ""))));
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 4 }), fc.array(kept, { maxLength: 4 }), fc.array(listed), (one, other, marks) => {
      const sorted = (pairs: typeof one): string => JSON.stringify(pairs.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)));
      const a = canonical(`https://example.org/a?${[...marks, writtenQuery(one)].join("&")}`);
      const b = canonical(`https://example.org/a?${[writtenQuery(other), ...marks].join("&")}`);
      expect(a === b).toBe(sorted(one) === sorted(other));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  "https://example.org",
  "https://example.org/en/",
  "https://example.org/pt-br",
  "https://example.org/index.html",
  "https://example.org/en/home",
])("%s is a front page", (written) => {
  expect(isHomePage(written)).toBe(true);
});

test.each(["https://example.org/?p=7", "https://example.org/world", "https://example.org/en/a", "https://example.org/index/a", "none"])(
  "%s is no front page",
  (written) => {
    expect(isHomePage(written)).toBe(false);
  },
);

test("a table in which a form has a form of its own is refused with its line", () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-addresses-"));
  try {
    writeFileSync(join(folder, "addresses.yaml"), "parameters: []\nprefixes:\n  m: amp\n  amp: www\nhosts: {}\ncaches: []\n");
    expect(() => loadAddressRules(folder)).toThrow(
      expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: expect.objectContaining({ line: 3 }) }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("a page speaks for its own site alone", () => {
  test.each([
    ["https://example.org/a", "https://www.example.org/b"],
    ["https://www.example.org/a", "https://amp.example.org/b"],
    ["https://example.org/a", "https://news.example.org/b"],
    ["https://news.example.org/a", "https://example.org/b"],
    ["https://www.example.org/a", "https://www.google.com/amp/s/amp.example.org/a"],
    ["https://example.org:8080/a", "http://example.org/b"],
  ])("%s is believed of what was found at %s", (named, found) => {
    expect(ownAddress(named, found, rules)).toBe(named);
  });

  test.each([
    ["https://example.org/a", "https://example.net/b"],
    ["https://example.org/a", "https://example.org.evil.example/b"],
    ["https://example.org/a", "https://badexample.org/b"],
    ["https://badexample.org/a", "https://example.org/b"],
    ["https://one.example.org/a", "https://two.example.org/b"],
    ["https://example.org/a", "http://127.0.0.1/b"],
    ["https://example.org/a", "http://org/b"],
  ])("%s is not believed of what was found at %s", (named, found) => {
    expect(ownAddress(named, found, rules)).toBeUndefined();
  });

  test("what was found nowhere, or names nothing, is taken at its word", () => {
    expect(ownAddress("https://example.org/a", undefined, rules)).toBe("https://example.org/a");
    expect(ownAddress(undefined, "https://example.org/a", rules)).toBeUndefined();
  });
});
