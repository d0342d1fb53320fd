// Parties as claims name them.
import { describe, expect, it } from "vitest";
import { mention } from "../scene/scene.fixture.ts";
import { distinct, partyKey, referenceOf } from "./party.ts";

describe("referenceOf", () => {
  it("keeps who acts beside the state", () => {
    const office = mention("Norway", { id: "NOR", form: "office", via: "Ola Berg" });
    expect(referenceOf(office)).toMatchObject({ party: { id: "NOR", name: "Norway", via: "Ola Berg" }, human: true, demonym: false });
  });

  it("keeps the state of a company, and not of what is a state's own", () => {
    expect(referenceOf(mention("Arex", { kind: "company", state: "NOR" })).party).toEqual({ name: "Arex", state: "NOR" });
    expect(referenceOf(mention("Norway", { id: "NOR", state: "NOR" })).party).toEqual({ id: "NOR", name: "Norway" });
  });

  it("marks a demonym", () => {
    expect(referenceOf(mention("Norway", { id: "NOR", form: "demonym" })).demonym).toBe(true);
  });
});

describe("distinct", () => {
  it("keeps the first of the same party, by id where there is one and by name without regard to case where not", () => {
    const [norway, oslo, arex, AREX] = [
      mention("Norway", { id: "NOR" }),
      mention("Oslo", { id: "NOR" }),
      mention("Arex", { kind: "company" }),
      mention("AREX", { kind: "company" }),
    ].map(referenceOf);
    if (!norway || !oslo || !arex || !AREX) throw new Error("four mentions");
    expect(distinct([norway, oslo, arex, AREX])).toEqual([norway, arex]);
    expect([partyKey(norway.party), partyKey(AREX.party)]).toEqual(["NOR", "arex"]);
  });
});
