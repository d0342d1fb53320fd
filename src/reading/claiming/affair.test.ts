// What is no affair between states: nobody official takes part, or one state does it at home.
import { describe, expect, it } from "vitest";
import { loadActs } from "../act/index.ts";
import type { PartyReference } from "../coreference/index.ts";
import { sceneIn, type SceneParts } from "../scene/scene.fixture.ts";
import { noAffair } from "./affair.ts";
import { draftOf, type DraftParts } from "./draft.fixture.ts";
import type { DropReason } from "./draft.ts";

const ACTS = loadActs("knowledge/acts");
const AT_HOME = "Peru NNP nsubj<calls | calls=call VBZ root | for IN case<unity | unity NN obl<calls | .<calls";
const OF_PEACE = "Peru NNP nsubj<calls | calls=call VBZ root | for IN case<peace | peace NN obl<calls | .<calls";
const TO_CHILE = "Peru NNP nsubj<calls | calls=call VBZ root | on IN case<Chile | Chile NNP obl<calls | .<calls";

function fate(notation: string, parts: DraftParts, scene: SceneParts = {}): DropReason | undefined {
  return noAffair(draftOf("demand", { frame: { official: true, foreign: "text" }, ...parts }), sceneIn([notation], scene), ACTS);
}

function of(kind: PartyReference["kind"], name: string, state?: string): PartyReference {
  return { party: { name, ...(state !== undefined && { state }) }, span: { start: 0, end: 4 }, human: kind === "person", kind, demonym: false };
}

describe("an affair between states", () => {
  it("is none where one state does it at home", () => {
    expect(fate(AT_HOME, { actors: ["PER"] })).toBe("domestic");
  });

  it("is one where the text names another state, or a word tells of other countries", () => {
    expect(fate(TO_CHILE, { actors: ["PER"] }, { parties: { Chile: { id: "CHL" } } })).toBeUndefined();
    expect(fate(OF_PEACE, { actors: ["PER"] })).toBeUndefined();
  });

  it("is one where the frame does not ask", () => {
    expect(fate(AT_HOME, { actors: ["PER"], frame: {} })).toBeUndefined();
  });

  it("is none where only a person acts, whatever state the person is from", () => {
    expect(fate(TO_CHILE, { draft: { actors: [of("person", "a singer", "PER")] } })).toBe("nobody-official");
  });

  it("is one between groups or companies of two states", () => {
    expect(fate(TO_CHILE, { draft: { actors: [of("company", "Andina", "PER")], targets: [of("company", "Austral", "CHL")] } })).toBeUndefined();
  });

  it("is none between a court and the state that it belongs to, though another state is named", () => {
    const draft = { actors: [of("court", "a court in Lima", "PER")] };
    expect(fate(TO_CHILE, { targets: ["PER"], draft, frame: { foreign: "sides" } }, { parties: { Chile: { id: "CHL" } } })).toBe("domestic");
    expect(fate(TO_CHILE, { targets: ["CHL"], draft, frame: { foreign: "sides" } }, { parties: { Chile: { id: "CHL" } } })).toBeUndefined();
  });
});
