// A spreadsheet that a server is given: told before it is written, written once, and taken back where a row comes to say something else.
import { expect, test } from "vitest";
import { openLedger } from "../ledger/index.ts";
import { serving } from "./server.fixture.ts";
import type { Answer } from "./server.fixture.ts";

const MAP = `sheet: boats
columns: { id: ref, name: deal, from: seller, to: buyer, items: goods, state: state, day: day }
kind: transfer
`;
const HEAD = "ref,deal,seller,buyer,goods,state,day";
const SIGNED = `${HEAD}
1,Patrol boats for Poland,Norway,Poland,patrol boats,signed,2015-02-03
2,Ferries for Finland,Norway,Finland,ferries,signed,2016-13-40
`;

const code = ({ status, body }: Answer) => [status, (body as { readonly code?: string }).code];

test("a sheet is told first and then written, once, and what a row no longer says is taken back", { timeout: 120_000 }, async () => {
  await serving([], {}, async (server) => {
    const sheet = { csv: SIGNED, map: MAP, by: "Ada", why: "our register" };
    const refused = [{ line: 3, code: "PACTA_IMPORT_ROW", what: expect.stringContaining("2016-13-40") }];
    const dry = await server.ask("imports", { json: { ...sheet, dry: true } });
    expect(dry).toMatchObject({ status: 200, body: { added: 2, same: 0, undone: 0, refused, documents: ["sheet:boats#1"] } });
    expect((await server.ask("documents")).body).toEqual({ documents: [] });
    expect((await server.ask("imports", { json: sheet })).body).toEqual(dry.body);
    expect((await server.ask("deals?party=POL")).body).toMatchObject({ deals: [{ state: "signed", claims: 2, documents: 1 }] });
    expect((await server.ask("imports", { json: sheet })).body).toMatchObject({ added: 0, same: 2, undone: 0, documents: ["sheet:boats#1"] });
    const changed = { ...sheet, by: "Bo", csv: SIGNED.replace("boats,signed,2015", "boats,cancelled,2015") };
    const would = (await server.ask("imports", { json: { ...changed, dry: true } })).body;
    expect((await server.ask("deals?party=POL")).body).toMatchObject({ deals: [{ state: "signed" }] });
    expect((await server.ask("imports", { json: changed })).body).toEqual(would);
    expect((await server.ask("deals?party=POL")).body).toMatchObject({ deals: [{ state: "cancelled" }] });
    const ledger = await openLedger(server.ledger);
    const decisions = (await ledger.decisionPage()).decisions.map(({ by, decision }) => `${by} ${decision.type}`);
    await ledger.close();
    expect(new Set(decisions)).toEqual(new Set(["Ada add-claim", "Bo undo", "Bo add-claim"]));
  });
});

test("sheets go under the name of a token, and what cannot be read is refused whole", { timeout: 120_000 }, async () => {
  await serving([], { withTokens: true }, async (server, { reader, reviewer }) => {
    const sheet = { csv: SIGNED, map: MAP };
    expect(code(await server.ask("imports", { json: sheet, secret: reader }))).toEqual([403, "PACTA_SERVER_ROLE"]);
    expect(code(await server.ask("imports", { json: { ...sheet, by: "Ada" }, secret: reviewer }))).toEqual([403, "PACTA_SERVER_ROLE"]);
    expect(code(await server.ask("imports", { json: sheet }))).toEqual([403, "PACTA_SERVER_PERSON"]);
    for (const [wrong, told] of [
      [{ map: "columns: [" }, "PACTA_IMPORT_MAP"],
      [{ map: MAP.replace("goods", "wares") }, "PACTA_IMPORT_COLUMN"],
      [{ map: MAP.replace("sheet: boats", "") }, "PACTA_IMPORT_NAME"],
      [{ csv: `${HEAD}\n"1,` }, "PACTA_IMPORT_CSV"],
    ] as const)
      expect(code(await server.ask("imports", { json: { ...sheet, ...wrong }, secret: reviewer }))).toEqual([409, told]);
    expect((await server.ask("documents", { secret: reader })).body).toEqual({ documents: [] });
    expect((await server.ask("imports", { json: sheet, secret: reviewer })).body).toMatchObject({ added: 2 });
    expect((await server.ask("decisions", { secret: reader })).body).toMatchObject({ decisions: [{ by: "the reviewer" }, { by: "the reviewer" }] });
  });
});
