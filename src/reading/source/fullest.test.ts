// The fullest name that a document gives of whoever speaks.
import { describe, expect, it } from "vitest";
import { sceneIn } from "../scene/scene.fixture.ts";
import { fullestNames } from "./fullest.ts";

const left = (...words: readonly string[]): string =>
  `${words.map((w, i) => (i === 0 ? `${w} NNP nsubj<left` : `${w} NNP flat<${words[0]}`)).join(" | ")} | left=leave VBD root | .<left`;

describe("the fullest name", () => {
  it("of a person is the one that has other words beside the short one", () => {
    const fullest = fullestNames(sceneIn([left("Jan", "Nowak"), left("Jan")], { names: { "Jan Nowak": "PER" } }));
    expect(["Jan", "Nowak", "Ola"].map((name) => fullest(name))).toEqual(["Jan Nowak", "Nowak", "Ola"]);
  });

  it("is not told by a word that two people share", () => {
    const fullest = fullestNames(sceneIn([left("Jan", "Nowak"), left("Jan", "Berg")], { names: { "Jan Nowak": "PER", "Jan Berg": "PER" } }));
    expect(fullest("Jan")).toBe("Jan");
  });

  it("of a body is what its letters stand for, in brackets or elsewhere", () => {
    const written = "The DT det<Office | Office NNP nsubj<left | for IN case<Exports | Sea NNP compound<Exports | Exports NNPS nmod<Office";
    const bracket = " | (<OSE | OSE NNP appos<Office | )<OSE";
    const end = " | left=leave VBD root | .<left";
    const brackets = sceneIn([`${written}${bracket}${end}`]);
    expect(fullestNames({ ...brackets, text: brackets.text.replace("( OSE )", "(OSE)") })("OSE")).toBe("Office for Sea Exports");
    const named = sceneIn([`${written}${end}`], { names: { "Office for Sea Exports": "ORG" } });
    expect(fullestNames(named)("OSE")).toBe("Office for Sea Exports");
    expect(fullestNames(named)("OSX")).toBe("OSX");
  });

  it("is looked for in one pass, however long a run of capitals is", () => {
    const scene = sceneIn([left("Jan", "Nowak")]);
    const started = performance.now();
    expect(fullestNames({ ...scene, text: `${"A".repeat(100_000)} Office for Sea Exports (OSE)` })("OSE")).toBe("Office for Sea Exports");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
