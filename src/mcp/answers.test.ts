// What each tool answers over a small story, and that its pages are the whole.
import { afterAll, beforeAll, expect, test } from "vitest";
import { wholeDeal, loadDealKnowledge, openBook } from "../deal/index.ts";
import { refOf } from "../ledger/index.ts";
import { session, STORY, quotesIn } from "./session.fixture.ts";
import type { Session } from "./session.fixture.ts";

let open: Session;
let tern = "";
const ask: Session["ask"] = (name, args) => open.ask(name, args);

beforeAll(async () => {
  open = await session();
  await open.ledger.appendReadings(STORY, "test-reader");
  const { deals } = (await ask("search_deals", { words: "Tern" })).data;
  tern = deals[0]?.deal.id ?? "";
});
afterAll(() => open.close());

test("deals are found by words, party, goods, act, state, sum and day, each with the words that last moved it", async () => {
  for (const args of [
    { words: "Tern" },
    { party: "brazilian", kind: "transfer" },
    { item: "tern", state: "cancelled" },
    { act: "suspend" },
    { money: { currency: "usd", least: 340_000_000 } },
    { from: "2030-04-01" },
  ]) {
    const { data } = await ask("search_deals", args);
    expect(data).toMatchObject({
      deals: [
        {
          deal: { id: tern, state: "cancelled" },
          told: {
            act: "cancel",
            quote: { words: "Brazil cancelled the Tern contract for Tern patrol boats with Norway", document: "n4", version: 1, start: 0 },
          },
        },
      ],
    });
  }
  expect((await ask("search_deals", { party: "brazilian" })).data).toMatchObject({ party: "BRA" });
});

test("a deal that is not found is answered with what to try", async () => {
  expect((await ask("search_deals", { party: "Norwey" })).data).toMatchObject({
    deals: [],
    notes: [expect.stringContaining('did you mean "norway"?')],
  });
  expect((await ask("search_deals", { words: "Tern", state: "fulfilled" })).data).toMatchObject({
    deals: [],
    notes: ["Without `state` there are deals."],
  });
  expect((await ask("search_deals", { words: "zeppelin" })).text).toContain("The ledger holds nothing of the kind");
});

test("a deal's life is told at any pair of days as the book has it", async () => {
  const book = await openBook(open.ledger, loadDealKnowledge());
  await book.catchUp();
  for (const days of [{}, { asOf: "2030-03-31" }, { known: "2030-02-10" }, { asOf: "2030-01-31", known: "2030-03-06" }, { known: "2029-01-01" }]) {
    const found = await book.deal(tern, days);
    if (found === undefined) throw new Error("the deal is not in the book");
    const whole = wholeDeal(found, loadDealKnowledge(), days);
    const { data } = await ask("get_deal", {
      deal: tern,
      ...("asOf" in days ? { as_of: days.asOf } : {}),
      ...("known" in days ? { known: days.known } : {}),
    });
    const told = data;
    const { id, name, parties, object, items, state, dispute, since, kind } = whole;
    expect(told).toHaveProperty(
      "deal",
      expect.objectContaining({
        id,
        name,
        parties,
        object,
        items,
        state,
        dispute,
        since,
        kind,
        claims: whole.claims.length,
        documents: whole.documents.length,
      }),
    );
    // Retellings stand under the step that they repeat: all claims of the life are there, each step in its state.
    const claims = told.timeline.flatMap(({ claim, again }) => [String(claim), ...again.map((one) => String(one.claim))]);
    expect(claims.toSorted()).toEqual(whole.life.map(({ claim }) => claim).toSorted());
    const steps = told.timeline.map((step) => [step.claim, step.quote.words, step.state]);
    const own = new Set(told.timeline.map(({ claim }) => claim));
    expect(steps).toEqual(whole.life.filter(({ claim }) => own.has(claim)).map((row) => [row.claim, row.words, row.state]));
    expect(Object.fromEntries(told.conflicts.map(({ slot, sides }) => [slot, sides.map((side) => [side.value, side.told])]))).toEqual(
      Object.fromEntries(Object.entries(whole.sides).map(([slot, sides]) => [slot, sides.map((side) => [side.value, side.claims.length])])),
    );
  }
});

test("a conflict is told with the words of both sides, in data and in text", async () => {
  const { data, text } = await ask("get_deal", { deal: tern.slice(0, 10) });
  expect(data).toMatchObject({ conflicts: [{ slot: "money.value.USD", values: 2 }] });
  for (const words of ["worth $300 million", "worth $340 million", "according to the ministry", "Boats for Brazil (n1), 2030-01-10"])
    expect(text).toContain(words);
});

test("a deal page by page is the deal at once", async () => {
  const all = (await ask("get_deal", { deal: tern })).data;
  expect(all.timeline.length).toBe(all.steps);
  const steps: object[] = [];
  for (let cursor: string | undefined; ;) {
    const { data } = await ask("get_deal", { deal: tern, limit: 1, ...(cursor === undefined ? {} : { cursor }) });
    steps.push(...data.timeline);
    cursor = data.next;
    if (cursor === undefined) break;
  }
  expect(steps).toEqual(all.timeline);
});

test("claims are listed by act, party and document, page by page", async () => {
  const all = (await ask("list_claims", {})).data;
  expect(all.claims.map(({ claim }) => claim)).toEqual(["n1@0", "n2@0", "n3@0", "n4@0", "n5@0"]);
  const pages: object[] = [];
  for (let cursor: string | undefined; ;) {
    const { data } = await ask("list_claims", { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(...data.claims);
    cursor = data.next;
    if (cursor === undefined) break;
  }
  expect(pages).toEqual(all.claims);
  expect((await ask("list_claims", { act: "agree" })).data).toMatchObject({ claims: [{ claim: "n5@0" }] });
  expect((await ask("list_claims", { party: "Egypt" })).data).toMatchObject({ claims: [{ claim: "n5@0" }], party: "EGY" });
  expect((await ask("list_claims", { document: "n3" })).data).toMatchObject({
    claims: [{ claim: "n3@0", source: { id: "n3", published: "2030-03-05" } }],
  });
  expect(await ask("list_claims", { document: "n9" })).toMatchObject({ failed: true, code: "PACTA_DOCUMENT_UNKNOWN" });
});

test("a claim's evidence has its slots, its surroundings, its source, its deal and what people decided", async () => {
  const claim = STORY[3]?.reading.claims[0];
  if (claim === undefined) throw new Error("the story has no fourth report");
  const decision = { type: "confirm" as const, claim: refOf("n4", 1, claim) };
  const { seq } = await open.ledger.append([{ kind: "decision", body: { by: "Ada", why: "checked", decision } }]);
  const { data, text } = await ask("get_evidence", { claim: "n4@0" });
  expect(data).toMatchObject({
    claim: { id: "n4@0", act: "cancel", reason: "the price", actors: [{ id: "BRA" }], rule: "test.sign", confidence: 0.8 },
    stands: "stands",
    surroundings: { words: STORY[3]?.document.text },
    source: { id: "n4", version: 1, published: "2030-04-09", publishedBy: "caller", reader: "test-reader" },
    copies: { others: [], count: 1 },
    confirmed: true,
    decisions: [{ seq, by: "Ada", why: "checked" }],
    deal: { id: tern },
  });
  expect(text).toContain("because of the price");
  expect(await ask("get_evidence", { claim: "n4@9" })).toMatchObject({ failed: true, code: "PACTA_CLAIM_UNKNOWN" });
});

test("surroundings are the sentences around the words, and no more of a long text", async () => {
  const filler = "The ferry was late on that day, as it often is in winter. ".repeat(40);
  const words = "Chile and Peru signed the Condor pact";
  await open.ledger.appendReadings([longReport(filler, words)], "test-reader");
  const { data } = await ask("get_evidence", { claim: "long@0" });
  const { surroundings } = data;
  const sentence = "The ferry was late on that day, as it often is in winter.";
  expect(surroundings.words).toBe(`${sentence} ${sentence} ${words}. ${sentence} ${sentence}`);
});

test("a rejected claim is told as one that stands no more", async () => {
  const claim = STORY[4]?.reading.claims[0];
  if (claim === undefined) throw new Error("the story has no fifth report");
  await open.ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "reject", claim: refOf("n5", 1, claim) } } }]);
  expect((await ask("get_evidence", { claim: "n5@0" })).data).toMatchObject({ stands: "rejected" });
  expect((await ask("list_claims", { act: "agree" })).data).toMatchObject({ claims: [] });
});

test("a document slice by slice is its text, with claims where they begin", async () => {
  const text = STORY[0]?.document.text ?? "";
  let [whole, claims, cursor]: [string, number, string | undefined] = ["", 0, undefined];
  do {
    const { data } = await ask("get_document", { document: "n1", length: 40, ...(cursor === undefined ? {} : { cursor }) });
    const part = data;
    expect([part.text.start, part.text.total]).toEqual([whole.length, text.length]);
    [whole, claims, cursor] = [whole + part.text.words, claims + part.claims.length, data.next];
  } while (cursor !== undefined);
  expect([whole, claims]).toEqual([text, 1]);
  expect(await ask("get_document", { document: "n1", start: 100_000 })).toMatchObject({ failed: true, code: "PACTA_MCP_ARGUMENTS" });
  expect(await ask("get_document", { document: "n1", version: 2 })).toMatchObject({ failed: true, code: "PACTA_DOCUMENT_UNKNOWN" });
});

test("what changed between two known days is told with the claims that moved it", async () => {
  const of = async (from: string, to: string) => (await ask("what_changed", { from, to, deal: tern })).data;
  expect(await of("2030-01-01", "2030-01-31")).toMatchObject({
    changes: [{ before: null, after: { state: "signed" }, differs: ["new", "state"], steps: [{ claim: "n1@0" }] }],
  });
  expect(await of("2030-01-31", "2030-02-10")).toMatchObject({ changes: [{ differs: ["conflicts"], conflicting: [{ claim: "n2@0" }] }] });
  expect(await of("2030-02-10", "2030-03-31")).toMatchObject({
    changes: [{ before: { state: "signed" }, after: { state: "suspended" }, steps: [{ claim: "n3@0" }] }],
  });
  expect(await of("2030-05-01", "2030-06-01")).toMatchObject({
    changes: [{ differs: [], steps: [] }],
    notes: ["Neither state nor dispute nor conflicts differ."],
  });
  expect((await ask("what_changed", { from: "2030-04-01", to: "2030-04-30" })).data).toMatchObject({
    changes: [{ id: tern, after: { state: "cancelled" } }],
    looked: 1,
  });
  expect(await ask("what_changed", { from: "2030-04-01", to: "2030-04-01" })).toMatchObject({ failed: true, code: "PACTA_MCP_ARGUMENTS" });
});

test("a party is found by any of its names, with its deals", async () => {
  for (const name of ["NOR", "nor", "Norway", "Norwegian"])
    expect((await ask("resolve_party", { name })).data).toMatchObject({
      matches: [{ id: "NOR", name: "Norway", by: "table", deals: [{ id: tern }] }],
    });
  expect((await ask("resolve_party", { name: "Norwey" })).data).toMatchObject({ matches: [{ id: "NOR", by: "likeness" }] });
  expect((await ask("resolve_party", { name: "qqqqqqqqqq" })).data).toMatchObject({ matches: [] });
});

test("parties are listed by how they begin, page by page", async () => {
  expect((await ask("list_parties", { begins: "no" })).data).toMatchObject({ parties: [{ id: "NOR", name: "Norway", deals: 1 }] });
  const names: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { data } = await ask("list_parties", { limit: 1, ...(cursor === undefined ? {} : { cursor }) });
    names.push(...data.parties.map(({ name }) => name));
    cursor = data.next;
    if (cursor === undefined) break;
  }
  expect(names).toEqual(expect.arrayContaining(["Brazil", "Norway"]));
  expect(new Set(names).size).toBe(names.length);
  expect((await ask("list_parties", { begins: "zzz" })).data).toMatchObject({ parties: [], notes: [expect.stringContaining("resolve_party")] });
});

test("what another process appends is in the next answer", async () => {
  const words = "Brazil resumed the Tern contract for Tern patrol boats with Norway";
  const made = longReport("", words, "late", "2030-05-05");
  await open.ledger.appendReadings(
    [
      {
        ...made,
        reading: {
          ...made.reading,
          claims: made.reading.claims.map((claim) => ({
            ...claim,
            act: "resume",
            actors: [{ id: "BRA", name: "Brazil" }],
            targets: [{ id: "NOR", name: "Norway" }],
            object: "Tern contract",
            items: [{ name: "Tern patrol boats" }],
          })),
        },
      },
    ],
    "test-reader",
  );
  const { data } = await ask("get_deal", { deal: tern });
  expect(quotesIn(data).map((quote) => quote.words)).toContain(words);
});

test("a deal, a document and a claim have addresses, and prompts name their days", async () => {
  const { client } = open;
  expect((await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
    "pacta://deal/{id}",
    "pacta://document/{id}",
    "pacta://claim/{id}",
  ]);
  const { resources } = await client.listResources();
  expect(resources[0]?.uri).toBe(`pacta://deal/${tern}`);
  for (const [uri, words] of [
    [`pacta://deal/${tern}`, "Timeline"],
    ["pacta://document/n1", "It rained."],
    [`pacta://claim/${encodeURIComponent("n4@0")}`, "> Brazil cancelled"],
  ] as const) {
    const { contents } = await client.readResource({ uri });
    expect(contents).toMatchObject([{ uri, mimeType: "text/plain", text: expect.stringContaining(words) }]);
  }
  for (const uri of ["pacta://deal/deal-none", "pacta://document/none"])
    await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32_002, data: { code: expect.stringMatching(/^PACTA_\w+_UNKNOWN$/) } });
  for (const uri of ["pacta://deal/", "pacta://nothing/x", "pacta://deal/%zz", "file:///etc/hosts", "x", `pacta://deal/${"y".repeat(5000)}`])
    await expect(client.readResource({ uri })).rejects.toMatchObject({ data: { code: expect.stringMatching(/^PACTA_MCP_/) } });
  const completed = await client.complete({
    ref: { type: "ref/resource", uri: "pacta://deal/{id}" },
    argument: { name: "id", value: tern.slice(0, 9) },
  });
  expect(completed.completion.values).toContain(tern);
  const { messages } = await client.getPrompt({ name: "brief_deal", arguments: { deal: tern, known: "2030-03-01" } });
  expect(JSON.stringify(messages)).toContain("known 2030-03-01");
  await expect(client.getPrompt({ name: "brief_deal", arguments: {} })).rejects.toMatchObject({ data: { code: "PACTA_MCP_ARGUMENTS" } });
  await expect(client.getPrompt({ name: "brief" })).rejects.toMatchObject({ data: { code: "PACTA_MCP_PROMPT" } });
});

function longReport(filler: string, words: string, id = "long", day = "2030-06-01") {
  const text = `${filler}${words}. ${filler}`.trim();
  const start = text.indexOf(words);
  const base = STORY[0];
  const claim = base?.reading.claims[0];
  if (base === undefined || claim === undefined) throw new Error("the story is empty");
  return {
    document: {
      ...base.document,
      id,
      text,
      heading: id,
      published: { day, basis: "caller" as const },
      blocks: [{ start: 0, end: text.length, kind: "paragraph" as const }],
    },
    reading: {
      id,
      claims: [
        {
          ...claim,
          id: `${id}@0`,
          evidence: { start, end: start + words.length, quote: words },
          spans: {},
          object: "Condor pact",
          items: [],
          money: [],
          actors: [
            { id: "CHL", name: "Chile" },
            { id: "PER", name: "Peru" },
          ],
        },
      ],
      abstained: [],
    },
  };
}
