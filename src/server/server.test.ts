// The server as its users meet it: what is decided is seen, two do not decide past each other, others may write, and it stops without losing anything.
import { once } from "node:events";
import { Agent, get } from "node:http";
import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { asRead, SALE, TREATY } from "../deal/book/having.fixture.ts";
import { harbour, harbourRef } from "../ledger/decided.fixture.ts";
import { openLedger, verify } from "../ledger/index.ts";
import { Buckets } from "./access/rate.ts";
import { serving } from "./server.fixture.ts";
import type { Answer } from "./server.fixture.ts";

const reports = [...SALE, TREATY].map(asRead);
const states = ({ body }: Answer) => (body as { readonly deals: readonly { readonly state: string }[] }).deals.map(({ state }) => state).sort();
const code = ({ status, body }: Answer) => [status, (body as { readonly code?: string }).code];

test("what is decided is seen by the next question, under the name of the token", async () => {
  await serving(reports, { withTokens: true, tokens: true }, async (server, { reader, reviewer, admin }) => {
    expect(states(await server.ask("deals", { secret: reader }))).toEqual(["cancelled", "signed"]);
    const standing = (await server.ask("documents/b/standing", { secret: reader })).body as { readonly claims: readonly { readonly ref: object }[] };
    const decision = { type: "reject", claim: standing.claims[0]?.ref };
    const refused = await server.ask("decisions", { secret: reviewer, json: { by: "Ada", decisions: [{ decision }] } });
    expect(code(refused)).toEqual([403, "PACTA_SERVER_ROLE"]);
    const made = await server.ask("decisions", { secret: reviewer, json: { decisions: [{ decision, basis: 0, why: "fiction" }] } });
    expect(made).toMatchObject({ status: 201, body: { decisions: [{ by: "the reviewer", why: "fiction" }] } });
    expect(states(await server.ask("deals", { secret: reader }))).toEqual(["signed", "signed"]);
    const redaction = { decisions: [{ decision: { type: "redact", document: "c", reason: "asked for" } }] };
    expect(code(await server.ask("decisions", { secret: reviewer, json: redaction }))).toEqual([403, "PACTA_SERVER_ROLE"]);
    expect((await server.ask("decisions", { secret: admin, json: { ...redaction, by: "Bo" } })).status).toBe(201);
    expect((await server.ask("documents/c", { secret: reader })).body).toMatchObject({ text: "" });
  });
});

test("of two who decide at once on what they both saw, one is told that the other came first, and nothing is lost", async () => {
  await serving([harbour("a")], {}, async (server) => {
    const decide = (by: string, type: string) =>
      server.ask("decisions", { json: { by, decisions: [{ decision: { type, claim: harbourRef("a", 0) }, basis: 0 }] } });
    const ends = await Promise.all([decide("Ada", "confirm"), decide("Bo", "reject")]);
    expect(ends.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect(ends.map(code)).toContainEqual([409, "PACTA_LEDGER_DECISION_CONFLICT"]);
    const { body } = await server.ask("decisions");
    expect((body as { readonly decisions: readonly object[] }).decisions).toHaveLength(1);
    const both = [0, 1].map((n) => ({ decision: { type: "confirm", claim: harbourRef("a", n) }, basis: 0 }));
    expect((await server.ask("decisions", { json: { by: "Cy", decisions: both } })).status).toBe(409);
    expect(((await server.ask("decisions")).body as { readonly decisions: readonly object[] }).decisions).toHaveLength(1);
  });
});

test("a claim that is added without an id gets its own, and documents are listed by what they are called", async () => {
  await serving([harbour("a")], {}, async (server) => {
    const standing = (await server.ask("documents/a/standing")).body as { readonly claims: readonly { readonly claim: { readonly id: string } }[] };
    const claim = { ...standing.claims[0]?.claim, id: "", act: "meet", rule: "person:Ada", confidence: 1 };
    const add = async () =>
      server.ask("decisions", { json: { by: "Ada", decisions: [{ decision: { type: "add-claim", document: "a", version: 1, claim } }] } });
    const made = (await add()).body as { readonly decisions: readonly { readonly decision: { readonly claim: { readonly id: string } } }[] };
    expect(made.decisions[0]?.decision.claim.id).toMatch(/^c_[0-9a-f]{20}$/);
    expect((await add()).status).toBe(409);
    const { body } = await server.ask("documents");
    const { text } = harbour("a").document;
    const [listed] = (body as { readonly documents: readonly { readonly title: string }[] }).documents;
    expect(text.replaceAll(/\s+/g, " ").startsWith(listed?.title ?? "none")).toBe(true);
  });
});

test("an idle connection stays open longer than clients and proxies keep theirs", async () => {
  await serving([], {}, async ({ url }) => {
    const agent = new Agent({ keepAlive: true });
    const [answer] = (await once(get(`${url}/healthz`, { agent }), "response")) as [IncomingMessage];
    answer.resume();
    await once(answer, "end");
    expect(answer.headers["keep-alive"]).toBe("timeout=75");
    agent.destroy();
  });
});

test("deals are told with what another process appended, and the ledger is whole after the server stopped", async () => {
  let path = "";
  await serving(reports.slice(0, 1), {}, async (server) => {
    path = server.ledger;
    expect(states(await server.ask("deals"))).toEqual(["signed"]);
    const other = await openLedger(path);
    await other.appendReadings(reports.slice(1), "r1");
    await other.close();
    const answer = await server.ask("deals");
    expect([states(answer), answer.headers.get("pacta-behind")]).toEqual([["cancelled", "signed"], null]);
    expect((await server.ask("status")).body).toMatchObject({ ledger: { seq: 6 }, book: { seq: 6, behind: 0 } });
    await server.stop();
    await server.stop();
    await expect(server.ask("status")).rejects.toThrow("fetch failed");
    const after = await openLedger(path);
    expect((await verify(after)).seq).toBe(6);
    await after.close();
  });
});

test("an answer that did not change is not sent again", async () => {
  await serving(reports, {}, async (server) => {
    const etag = (await server.ask("deals")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    expect(await server.ask("deals", { headers: { "if-none-match": etag } })).toMatchObject({ status: 304, body: "" });
    const { claims } = (await server.ask("documents/b/standing")).body as { readonly claims: readonly { readonly ref: object }[] };
    await server.ask("decisions", { json: { by: "Ada", decisions: [{ decision: { type: "reject", claim: claims[0]?.ref } }] } });
    expect((await server.ask("deals", { headers: { "if-none-match": etag } })).status).toBe(200);
  });
});

test("what is too much, too often or no request at all is refused with its code", async () => {
  await serving([harbour("a")], { body: 1000, rate: 3 }, async (server) => {
    expect(code(await server.ask("decisions", { json: { by: "x".repeat(2000) } }))).toEqual([413, "PACTA_SERVER_TOO_LARGE"]);
    expect(code(await server.ask("decisions", { json: "{", headers: { "content-type": "text/plain" } }))).toEqual([415, "PACTA_SERVER_MEDIA_TYPE"]);
    expect(code(await server.ask("decisions", { json: '{"decisions":' }))).toEqual([400, "PACTA_SERVER_REQUEST"]);
    expect(code(await server.ask("watches/jobs", { method: "PATCH", json: { name: "x".repeat(2000) } }))).toEqual([413, "PACTA_SERVER_TOO_LARGE"]);
    expect(code(await server.ask("nowhere"))).toEqual([404, "PACTA_SERVER_PATH"]);
    const wrong = await server.ask("deals", { method: "PUT" });
    expect([...code(wrong), wrong.headers.get("allow")]).toEqual([405, "PACTA_SERVER_METHOD", "GET"]);
    const many = await Promise.all(Array.from({ length: 30 }, () => server.ask("status")));
    const late = many.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(0);
    expect(late[0]?.headers.get("retry-after")).toBe("1");
    expect((await server.ask("//healthz")).status).toBe(200);
  });
});

test("whoever tries tokens is held up, and those who have one are not", async () => {
  await serving([harbour("a")], { rate: 3, withTokens: true, tokens: true }, async (server, { reader }) => {
    const tries = await Promise.all(Array.from({ length: 30 }, (_, n) => server.ask("status", { secret: `pacta_${n}` })));
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401, 429]));
    expect((await server.ask("status", { secret: reader })).status).toBe(200);
  });
});

test("metrics count answers by route, and hold no ids", async () => {
  await serving(reports, {}, async (server) => {
    await server.ask("claims/secret-id");
    const { body } = await server.ask("//metrics");
    expect(body).toContain('pacta_http_request_duration_seconds_count{method="GET",route="/api/v1/claims/:id",status="404"} 1');
    expect(body).toContain("pacta_ledger_entries 6");
    expect(body).not.toContain("secret-id");
  });
});

test("a bucket lets through its rate in the long run, and a burst of some seconds' worth at once", () => {
  let now = 0;
  const buckets = new Buckets(5, () => now);
  const taken = (times: number) => Array.from({ length: times }, () => buckets.take("a")).filter((wait) => wait === 0).length;
  expect(taken(100)).toBe(20);
  expect(buckets.take("a")).toBeCloseTo(0.2);
  expect(buckets.take("b")).toBe(0);
  now = 1000;
  expect(taken(100)).toBe(5);
});
