// Hostile strings in every field that anybody can fill, and every page on which they then stand: none runs, none becomes markup, none is refused by
// the policy against foreign scripts alone (that would mean that it had got as far as there).
import { expect, test } from "vitest";
import { asRead, told } from "../../src/deal/book/having.fixture.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { desk, deskOfFile } from "./desk.fixture.ts";

/** Each tries by another way; all would set `pwned`. */
const STRINGS = [
  "<script>window.pwned=1</script>",
  '"><img src=x onerror=window.pwned=1>',
  "'><svg onload=window.pwned=1>",
  "</title></style></textarea><script>window.pwned=1</script>",
  "javascript:window.pwned=1//",
  "{{constructor.constructor('window.pwned=1')()}} ${window.pwned=1} #{window.pwned=1}",
  "data:text/html,<script>window.pwned=1</script>",
  "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
  "<a href=javascript:window.pwned=1>Norland</a>",
  "\u202e<b onmouseover=window.pwned=1>\u202c\u200b__proto__",
] as const;

const here = deskOfFile(async () => desk([], "", { fill }));

/** A report for each string, which stands in all that a document and a claim hold. */
async function fill(location: string): Promise<void> {
  const ledger = await openLedger(location);
  const reads = STRINGS.map((bad, n) => {
    const words = `Norland and ${bad} signed the ${bad} pact for ${bad}`;
    const reading = told(`doc-${n}-${bad}`, "2026-01-10", {
      act: "sign",
      by: ["NOR", `~${bad}`],
      object: `${bad} pact`,
      items: [{ name: bad, quantity: 5, unit: bad }],
      reason: bad,
      words,
    });
    const read = asRead(reading);
    const source = { name: bad, role: bad, cue: bad, channel: bad };
    const claims = read.reading.claims.map((claim) => ({ ...claim, place: bad, sources: [source] }));
    const abstained = [{ reason: "no-party" as const, start: 0, end: 7, quote: words.slice(0, 7) }];
    const document = { ...read.document, url: bad, heading: bad, byline: bad, dek: bad, captions: [bad], language: bad, sources: [bad], tags: [bad] };
    return { document, reading: { ...read.reading, claims, abstained } };
  });
  await ledger.appendReadings(reads, "r1");
  await ledger.close();
}

async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(here.server.api + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const given = (await response.json()) as Record<string, unknown>;
  expect([path, response.ok, given]).toEqual([path, true, expect.anything()]);
  return given;
}

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(here.server.api + path)).json()) as T;
}

/** What people give besides documents: names of watches and views, decisions with their reasons, cells of a spreadsheet. */
async function giveWhatPeopleGive(): Promise<{ readonly watches: readonly string[]; readonly jobs: readonly string[] }> {
  const [watches, jobs]: [string[], string[]] = [[], []];
  for (const bad of STRINGS) {
    watches.push(String((await post("/watches", { name: bad, about: { search: bad } }))["id"]));
    await post("/views", { name: bad, of: "deals", query: `search=${encodeURIComponent(bad)}` });
    jobs.push(String((await post("/jobs", { given: [{ url: `https://wire.invalid/${bad}` }] }))["id"]));
  }
  const { documents } = await get<{ readonly documents: readonly { readonly id: string }[] }>("/documents");
  for (const { id } of documents) {
    const { claims } = await get<{ readonly claims: readonly { readonly ref: object; readonly basis: number }[] }>(
      `/documents/${encodeURIComponent(id)}/standing`,
    );
    const [first] = claims;
    if (first !== undefined)
      await post("/decisions", {
        by: `Ada ${STRINGS[0]}`,
        decisions: [{ decision: { type: "confirm", claim: first.ref }, why: id, basis: first.basis }],
      });
  }
  return { watches, jobs };
}

test("no hostile string runs, whatever field it came by and wherever it is shown", { timeout: 300_000 }, async () => {
  const { watches, jobs } = await giveWhatPeopleGive();
  const { deals } = await get<{ readonly deals: readonly { readonly id: string }[] }>("/deals");
  const { documents } = await get<{ readonly documents: readonly { readonly id: string }[] }>("/documents");
  expect([deals.length, documents.length, watches.length]).toEqual([expect.any(Number), STRINGS.length, STRINGS.length]);
  expect(deals.length).toBeGreaterThan(0);
  const paths = [
    "/deals",
    "/deals?shown=timeline",
    "/documents",
    "/review",
    "/parties",
    "/items",
    "/watches",
    "/watches?show=deliveries",
    "/add",
    `/add?job=${jobs.join(",")}`,
    ...deals.flatMap(({ id }) => [`/deals/${encodeURIComponent(id)}`, `/deals/${encodeURIComponent(id)}/dossier`]),
    ...documents.map(({ id }) => `/documents/${encodeURIComponent(id)}`),
    ...watches.map((id) => `/watches/${id}`),
    ...STRINGS.flatMap((bad) => {
      const asked = encodeURIComponent(bad);
      return [`/search?q=${asked}`, `/deals?search=${asked}&party=${asked}`, `/parties/${asked}`, `/items/${asked}`, `/watches?search=${asked}`];
    }),
  ];
  const { page, errors } = await here.open("/deals");
  page.on("dialog", (dialog) => void dialog.dismiss());
  let shown = 0;
  for (const path of paths) {
    await page.goto(here.server.url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    expect([path, await page.evaluate("window.pwned")]).toEqual([path, undefined]);
    const links = await page.evaluate<string[]>(
      "Array.from(document.querySelectorAll('a[href], img[src], iframe'), (a) => a.href ?? a.src ?? 'frame')",
    );
    expect([path, links.filter((link) => !/^https?:/.test(link))]).toEqual([path, []]);
    if ((await page.getByRole("main").innerText()).includes("window.pwned")) shown += 1;
  }
  // They were there to be seen, as text.
  expect(shown).toBeGreaterThan(paths.length / 2);
  expect(errors.filter((error) => /Content Security Policy|Trusted|pwned/.test(error))).toEqual([]);
});
