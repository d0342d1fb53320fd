// Attributions of hand-written trees as lines; the cues are those of knowledge/reading/reports.yaml.
import { resource } from "../../resources.ts";
import { loadNominals, resolverOf } from "../coreference/index.ts";
import { sceneIn, type SceneParts } from "../scene/scene.fixture.ts";
import type { Scene } from "../scene/index.ts";
import { contentSpan, type Attribution } from "./attribution.ts";
import { attributionsOf } from "./attributions.ts";
import { loadReportCues } from "./cues.ts";

const CUES = loadReportCues(resource("knowledge", "reading"));
const NOMINALS = loadNominals(resource("knowledge", "reading"));

/** Parties and names that the sentences speak of. */
export const PARTS: SceneParts = {
  parties: { Norway: { id: "NOR" }, Poland: { id: "POL" }, Polish: { id: "POL", name: "Poland", form: "demonym" } },
  names: { "Jan Nowak": "PER", "Ola Berg": "PER" },
};

/** What is said in some sentences. */
export interface Said {
  readonly attributions: readonly Attribution[];
  /** `name [role] (channel): content` of each. */
  readonly lines: readonly string[];
}

/** The attributions of notated sentences. `shape` may change the scene first. */
export function saidIn(notations: readonly string[], parts: SceneParts = PARTS, shape: (scene: Scene) => Scene = (scene) => scene): Said {
  const scene = shape(sceneIn(notations, parts));
  const attributions = attributionsOf(scene, resolverOf(scene, NOMINALS), CUES);
  const lines = attributions.map((a) => {
    const tree = scene.sentences[a.sentence]?.tree;
    if (tree === undefined) throw new Error(`no sentence ${a.sentence}`);
    const { start, end } = contentSpan(tree, a);
    const role = a.source.role === undefined ? "" : ` [${a.source.role}]`;
    return `${a.source.name}${role}${a.source.channel === undefined ? "" : ` (${a.source.channel})`}: ${scene.text.slice(start, end)}`;
  });
  return { attributions, lines };
}
