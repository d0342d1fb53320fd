// The ways to the other side of an act, in hand-written trees; parties, acts and cues are the package's own.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACTS, type Claim } from "../claim.ts";
import { analysisOf } from "../grammar/tree.fixture.ts";
import { loadKnowledge } from "../knowledge.ts";
import { readAnalysis } from "../read.ts";
import { loadTargetCues } from "./target.ts";

const KNOWLEDGE = loadKnowledge();

/** The targets of the claim of an act, by id or name. */
function targets(act: Claim["act"], ...notations: readonly string[]): readonly string[] {
  const { claims } = readAnalysis(analysisOf(notations), KNOWLEDGE, { confidence: () => 0.5 });
  const claim = claims.find((c) => c.act === act);
  if (claim === undefined) throw new Error(`no ${act} among: ${claims.map((c) => c.act).join()}`);
  return claim.targets.map((t) => t.id ?? t.name);
}

const suspended = (rest: string): string =>
  `Norway NNP nsubj<suspended | suspended=suspend VBD root | talks=talk NNS obj<suspended | ${rest} | .<suspended`;
const imposed = (rest: string): string =>
  `Norway NNP nsubj<imposed | imposed=impose VBD root | sanctions=sanction NNS obj<imposed | on IN case<companies | ${rest} | .<imposed`;

describe("the other side of an act", () => {
  it("stands deeper in the phrase of what is acted on", () => {
    const deep = "on IN case<pact | a DT det<pact | pact NN nmod<talks | with IN case<Chad | Chad NNP nmod<pact";
    expect(targets("suspend", suspended(deep))).toEqual(["TCD"]);
  });

  it("is no party of a circumstance", () => {
    const amid = "amid IN case<unrest | unrest NN obl<suspended | in IN case<Chad | Chad NNP nmod<unrest";
    expect(targets("suspend", suspended(amid))).toEqual([]);
  });

  it("is whom the act answers", () => {
    const reply =
      "in IN case<response | response NN obl<suspended | to IN case<ban | a DT det<ban | ban NN nmod<response | of IN case<Chad | Chad NNP nmod<ban";
    expect(targets("suspend", suspended(reply))).toEqual(["TCD"]);
  });

  it("is people or firms that are only described, named as the text does", () => {
    expect(targets("sanction", imposed("17 CD nummod<companies | companies=company NNS obl<imposed"))).toEqual(["17 companies"]);
  });

  it("is the state of those whom a demonym tells", () => {
    expect(targets("sanction", imposed("Chadian JJ amod<tourists | tourists=tourist NNS obl<imposed").replace("<companies", "<tourists"))).toEqual([
      "TCD",
    ]);
  });

  it("is the people of a state as the text counts them, and their state where it does not", () => {
    const people = (rest: string): readonly string[] => targets("sanction", imposed(rest).replace("<companies", "<Chadians"));
    expect(people("nine CD nummod<Chadians | Chadians NNPS obl<imposed")).toEqual(["nine Chadians"]);
    expect(people("Chadians NNPS obl<imposed")).toEqual(["TCD"]);
  });

  it("is nobody where a state keeps its own people from something", () => {
    const own = "Norwegian JJ amod<tourists | tourists=tourist NNS obj<barred | from IN mark<entering | entering=enter VBG advcl<barred";
    expect(targets("ban", `Norway NNP nsubj<barred | barred=bar VBD root | ${own} | a DT det<park | park NN obj<entering | .<barred`)).toEqual([]);
  });

  it("is not where a case is tried", () => {
    const filed = (rest: string): string =>
      `Norway NNP nsubj<filed | filed=file VBD root | a DT det<complaint | complaint NN obj<filed | ${rest} | .<filed`;
    expect(targets("sue", filed("with IN case<WTO | the DT det<WTO | WTO NNP obl<filed"))).toEqual([]);
    expect(targets("sue", filed("with IN case<WTO | the DT det<WTO | WTO NNP obl<filed | against IN case<Chad | Chad NNP obl<filed"))).toEqual([
      "TCD",
    ]);
  });

  it("of a protest or an offer may be people who are only described", () => {
    expect(
      targets(
        "object",
        "Norway NNP nsubj<criticised | criticised=criticise VBD root | foreign JJ amod<mediators | mediators=mediator NNS obj<criticised | .<criticised",
      ),
    ).toEqual(["foreign mediators"]);
  });

  it("of a protest that a noun tells, is who does what it is set beside", () => {
    const despite =
      "Despite IN case<protests | protests=protest NNS obl<built | from IN case<Chad | Chad NNP nmod<protests | ,<built | Norway NNP nsubj<built | built=build VBD root | a DT det<dam | dam NN obj<built | .<built";
    expect(targets("object", despite)).toEqual(["NOR"]);
  });

  it("is never whoever acts", () => {
    const own = "on IN case<status | its PRP$ nmod:poss<status | status NN nmod<talks";
    expect(targets("suspend", suspended(own))).toEqual([]);
  });
});

describe("the ways", () => {
  it("are listed for acts of the contract alone", () => {
    const { ways, leads } = loadTargetCues(join("knowledge", "reading"));
    expect(Object.keys(ways).every((act) => ACTS.some((a) => a === act))).toBe(true);
    expect(leads.others.has("with")).toBe(true);
  });

  it("a file that names a way that there is not is refused, and named", () => {
    const folder = mkdtempSync(join(tmpdir(), "pacta-ways-"));
    writeFileSync(join(folder, "targets.yaml"), "ways: { ban: [guess] }\n");
    expect(() => loadTargetCues(folder)).toThrow(
      expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "targets.yaml"), line: 1 } }),
    );
    rmSync(folder, { recursive: true });
  });
});
