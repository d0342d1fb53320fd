// A site's rules for programs are kept to, as RFC 9309 says, and cost nothing that matters when they are hostile.
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Site, TestSite } from "./web.fixture.ts";
import { guest, quickClock, serve } from "./web.fixture.ts";
import { aboutUs } from "./robots.ts";

const NEWS = "Norway signed a contract with Portugal.";
let web: TestSite | undefined;
afterEach(() => web?.close());

async function siteWith(robots: Site[string], more: Site = {}): Promise<string> {
  web = await serve({ "/robots.txt": robots, "/a": NEWS, "/b": NEWS, "/b/c": NEWS, ...more });
  return web.url;
}

async function codes(url: string, paths: readonly string[], options: Parameters<typeof guest>[0] = {}): Promise<readonly string[]> {
  const fetcher = guest(options);
  const found: string[] = [];
  for (const path of paths) {
    const result = await fetcher.fetch(`${url}${path}`);
    found.push(result.kind === "unfetched" ? result.error.code : result.kind);
  }
  return found;
}

const CLOSED = "PACTA_FETCH_ROBOTS";

test.each([
  ["User-agent: *\nDisallow: /b", ["fetched", CLOSED, CLOSED]],
  ["User-agent: *\nDisallow: /\n\nUser-agent: Pacta\nDisallow: /a", [CLOSED, "fetched", "fetched"]],
  ["user-agent: pacta/1.0\nuser-agent: other\ndisallow: /b\nallow: /b/c", ["fetched", CLOSED, "fetched"]],
  ["\ufeffUser-agent: *\r\nDisallow: /b$ # only that\r\n", ["fetched", CLOSED, "fetched"]],
  ["User-agent: pactadata\nDisallow: /", ["fetched", "fetched", "fetched"]],
  ["User-agent: other\nDisallow: /\nUser-agent: another one\nDisallow: /", ["fetched", "fetched", "fetched"]],
  ["Disallow: /", ["fetched", "fetched", "fetched"]],
  ["", ["fetched", "fetched", "fetched"]],
  ["<html>no rules</html>", ["fetched", "fetched", "fetched"]],
])("%j", async (text, expected) => {
  expect(await codes(await siteWith(text), ["/a", "/b", "/b/c"])).toEqual(expected);
});

test("the rules are asked for once, under our name", async () => {
  await codes(await siteWith("User-agent: *\nDisallow: /b"), ["/a", "/b", "/a"]);
  expect(web?.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/a", "/a"]);
  expect(web?.asked[0]?.headers["user-agent"]).toMatch(/^Pacta\//);
});

test.each([400, 401, 403, 404, 410])("where asking for rules gives %i, there are none", async (status) => {
  expect(await codes(await siteWith((response) => void response.writeHead(status).end()), ["/a"])).toEqual(["fetched"]);
});

test.each([429, 500, 503])(
  "where asking for rules gives %i, nothing is asked, and after some minutes the rules are asked for again",
  async (status) => {
    let well = false;
    const url = await siteWith((response) => void response.writeHead(well ? 404 : status).end());
    const clock = quickClock();
    const fetcher = guest({ clock });
    expect(await fetcher.fetch(`${url}/a`)).toMatchObject({ error: { code: "PACTA_FETCH_ROBOTS_UNREACHABLE" } });
    well = true;
    expect(await fetcher.fetch(`${url}/b`)).toMatchObject({ error: { code: "PACTA_FETCH_ROBOTS_UNREACHABLE" } });
    expect(web?.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/robots.txt", "/robots.txt"]);
    await clock.sleep(6 * 60_000);
    expect(await fetcher.fetch(`${url}/a`)).toMatchObject({ kind: "fetched" });
  },
);

test("rules behind redirects hold for the host that was asked", async () => {
  const url = await siteWith((response) => void response.writeHead(301, { location: "/rules" }).end(), { "/rules": "User-agent: *\nDisallow: /b" });
  expect(await codes(url, ["/a", "/b"])).toEqual(["fetched", CLOSED]);
});

test("rules that redirect in a circle are none, and rules that redirect inwards are not fetched", async () => {
  expect(await codes(await siteWith((response) => void response.writeHead(301, { location: "/robots.txt" }).end()), ["/a"])).toEqual(["fetched"]);
  await web?.close();
  expect(await codes(await siteWith((response) => void response.writeHead(301, { location: "http://169.254.169.254/" }).end()), ["/a"])).toEqual([
    "PACTA_FETCH_PRIVATE",
  ]);
});

test("a page that redirects to one that is closed is not had", async () => {
  const url = await siteWith("User-agent: *\nDisallow: /b", { "/open": (response) => void response.writeHead(302, { location: "/b" }).end() });
  expect(await codes(url, ["/open"])).toEqual([CLOSED]);
  expect(web?.asked.map(({ path }) => path)).not.toContain("/b");
});

test("each page of a host waits for the delay, or the host's own where that is longer, up to half a minute", async () => {
  const pauses = async (robots: string): Promise<readonly number[]> => {
    await web?.close();
    const clock = quickClock();
    await codes(await siteWith(robots), ["/a", "/b"], { clock, delay: 2000 });
    return clock.slept;
  };
  expect(await pauses("")).toEqual([2000]);
  expect(await pauses("User-agent: *\nCrawl-delay: 1")).toEqual([2000]);
  expect(await pauses("User-agent: *\nCrawl-delay: 12.5")).toEqual([12_500]);
  expect(await pauses("User-agent: *\nCrawl-delay: 86400")).toEqual([30_000]);
  expect(await pauses("User-agent: *\nCrawl-delay: -1")).toEqual([2000]);
});

test.each([
  ["names times rules", `${Array.from({ length: 15_000 }, (_, i) => `User-agent: x${i}\n`).join("")}${"Allow: /a\n".repeat(24_000)}`, "fetched"],
  ["patterns of stars", `User-agent: *\n${`Disallow: /${"*a".repeat(1000)}b\n`.repeat(250)}`, CLOSED],
  ["some patterns of stars", `User-agent: *\n${`Disallow: /${"*a".repeat(1000)}b\n`.repeat(35)}`, "fetched"],
  ["one endless line", `User-agent: *\nDisallow: /b\nDisallow: /${"a".repeat(480_000)}`, "fetched"],
  ["more than half a megabyte", `User-agent: *\nDisallow: /b\n${"#".repeat(79)}\n`.repeat(100_000), "fetched"],
])("hostile rules cost little: %s", async (_, text, expected) => {
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const path = `/${"a".repeat(4000)}`;
  const url = await siteWith(text, { [path]: NEWS });
  const [found] = await codes(url, [path]);
  expect(found).toBe(expected);
  expect(performance.now() - began).toBeLessThan(4000);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 ** 2);
});

test("what is cut from a file says nothing about us", () => {
  const line = fc.constantFrom(
    "User-agent: *",
    "User-agent: Pacta",
    "user-agent: other",
    "User-agent: x # y",
    "Disallow: /a",
    "Allow: /b",
    "",
    "# c",
    "Sitemap: x",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const kept = aboutUs(lines.join("\n")).split("\n");
      const rules = (from: readonly string[]) => from.filter((each) => /^(?:dis)?allow/i.test(each));
      expect(rules(kept)).toEqual(rules(lines));
      expect(kept.filter((each) => each === "User-agent: pacta").length).toBeLessThanOrEqual(
        lines.filter((each) => each === "User-agent: Pacta").length,
      );
      expect(aboutUs(kept.join("\n"))).toBe(kept.join("\n"));
    }),
  );
});
