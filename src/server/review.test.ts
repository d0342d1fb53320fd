// The queue for reviewers: what was decided leaves it, what is taken back returns, and its pages hold each claim once.
import { expect, test } from "vitest";
import { asRead, SALE, TREATY } from "../deal/book/having.fixture.ts";
import { serving } from "./server.fixture.ts";
import type { Asked } from "./server.fixture.ts";

interface Page {
  readonly items: readonly { readonly claim: { readonly claim: { readonly id: string } }; readonly score: number; readonly why: readonly string[] }[];
  readonly next?: string;
}

const reports = [...SALE, TREATY]
  .map((reading) => ({ ...reading, claims: reading.claims.map((claim) => ({ ...claim, confidence: 0.6 })) }))
  .map(asRead);

async function page(server: Asked, query = ""): Promise<Page> {
  const answer = await server.ask(`review${query}`);
  expect(answer.status).toBe(200);
  return answer.body as Page;
}

const ids = ({ items }: Page) => items.map(({ claim }) => claim.claim.id);

async function decide(server: Asked, decision: object): Promise<number> {
  const { status, body } = await server.ask("decisions", { json: { by: "Ada", decisions: [{ decision }] } });
  expect(status).toBe(201);
  return (body as { readonly decisions: readonly { readonly seq: number }[] }).decisions[0]?.seq ?? 0;
}

async function refOf(server: Asked, document: string): Promise<object> {
  const { body } = await server.ask(`documents/${document}/standing`);
  const [claim] = (body as { readonly claims: readonly { readonly ref: object }[] }).claims;
  if (claim === undefined) throw new Error(`nothing stands of ${document}`);
  return claim.ref;
}

test("what people decided leaves the queue, and comes back where it is undone", async () => {
  await serving(reports, {}, async (server) => {
    const before = await page(server);
    expect(ids(before)).toEqual(["a@0", "b@0", "c@0"]);
    expect(before.items[0]?.why).toEqual(["unsure", "moves-state"]);
    const confirmed = await decide(server, { type: "confirm", claim: await refOf(server, "a") });
    expect(ids(await page(server))).toEqual(["b@0", "c@0"]);
    await decide(server, { type: "correct", claim: await refOf(server, "c"), slot: "object", value: "Blue River" });
    expect(ids(await page(server))).toEqual(["b@0"]);
    await decide(server, { type: "undo", decision: confirmed });
    expect(ids(await page(server))).toEqual(["a@0", "b@0"]);
    await decide(server, { type: "reject", claim: await refOf(server, "b") });
    expect(ids(await page(server))).toEqual(["a@0"]);
  });
});

test("pages of the queue follow each other, also of one kind of deals alone", async () => {
  await serving(reports, {}, async (server) => {
    const whole = ids(await page(server));
    const paged: string[] = [];
    for (let next: string | undefined = ""; next !== undefined;) {
      const one: Page = await page(server, `?limit=1${next === "" ? "" : `&after=${encodeURIComponent(next)}`}`);
      paged.push(...ids(one));
      next = one.next;
    }
    expect(paged).toEqual(whole);
    expect(ids(await page(server, "?kind=agreement"))).toEqual(["c@0"]);
    expect(ids(await page(server, "?kind=dispute"))).toEqual([]);
  });
});
