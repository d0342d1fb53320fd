// What somebody finds who comes back: what changed meanwhile, and the lists that they saved.
import { expect, test } from "vitest";
import { asRead, SALE, TREATY } from "../deal/book/having.fixture.ts";
import { openLedger } from "../ledger/index.ts";
import { serving } from "./server.fixture.ts";

const today = new Date().toISOString().slice(0, 10);
const [signed, cancelled] = SALE.map(asRead);
if (signed === undefined || cancelled === undefined) throw new Error("no reports");
const news = { ...cancelled, document: { ...cancelled.document, published: { day: today, basis: "caller" as const } } };

interface Changes {
  readonly changes: readonly object[];
  readonly through: number;
  readonly forgotten: number;
}

test("what changed since an entry is told once, with the words of news that say so", async () => {
  await serving([signed, asRead(TREATY)], {}, async (server) => {
    const since = async (after: number, limit = 100) => (await server.ask(`changes?after=${after}&limit=${limit}`)).body as Changes;
    const before = await since(0);
    expect(before).toMatchObject({
      through: 4,
      changes: [
        { isNews: false, told: [] },
        { isNews: false, told: [] },
      ],
    });
    expect(await since(before.through)).toMatchObject({ changes: [], through: 4 });
    const ledger = await openLedger(server.ledger);
    await ledger.appendReadings([news], "r1");
    await ledger.close();
    const after = await since(before.through);
    expect(after).toMatchObject({
      through: 6,
      changes: [
        {
          seq: 6,
          deal: { kind: "transfer" },
          before: { state: "signed", dispute: "none" },
          after: { state: "cancelled", dispute: "none" },
          conflicts: [],
          isNews: true,
          told: [{ words: "Norland cancelled the contract for the Q-70 launchers", document: { id: "b" } }],
        },
      ],
    });
    // Both came together, and are told together.
    expect((await since(0, 1)).changes).toHaveLength(2);
    expect(JSON.stringify(after)).not.toContain('"root"');
  });
});

test("a view is kept as it was saved, changed in its place, and gone once it is removed", async () => {
  await serving([signed], { withTokens: true }, async (server, { reader, reviewer }) => {
    const view = { name: "Youngest launchers", of: "deals", query: "item=q-70&sort=last" };
    expect((await server.ask("views", { json: view, secret: reader })).status).toBe(403);
    const made = await server.ask("views", { json: view, secret: reviewer });
    const { id } = made.body as { readonly id: string };
    expect(made).toMatchObject({ status: 201, body: view });
    await server.ask("views", { json: { ...view, name: "Another" }, secret: reviewer });
    const changed = await server.ask(`views/${id}`, { method: "PUT", json: { ...view, query: "sort=name" }, secret: reviewer });
    expect(changed).toMatchObject({ status: 200, body: { id, query: "sort=name", made: (made.body as { readonly made: string }).made } });
    expect((await server.ask("views", { secret: reader })).body).toMatchObject({ views: [{ name: "Another" }, { id, query: "sort=name" }] });
    expect((await server.ask(`views/${id}`, { method: "DELETE", secret: reviewer })).status).toBe(204);
    expect((await server.ask("views", { secret: reader })).body).toMatchObject({ views: [{ name: "Another" }] });
    expect((await server.ask(`views/${id}`, { method: "PUT", json: view, secret: reviewer })).status).toBe(404);
  });
});
