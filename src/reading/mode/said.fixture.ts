// How a sentence presents one of its acts, with the cues of knowledge/reading/mode.yaml.
import { resource } from "../../resources.ts";
import { at, treeIn } from "../grammar/tree.fixture.ts";
import { loadModeCues } from "./cues.ts";
import { presentationOf, type Presentation } from "./mode.ts";

const CUES = loadModeCues(resource("knowledge", "reading"));

/** The presentation of the act at a word of the notation. */
export function presentation(notation: string, trigger: string): Presentation {
  const tree = treeIn(notation);
  return presentationOf(tree, at(tree, trigger), CUES);
}

/** "planned", "planned, not". */
export function said(notation: string, trigger: string): string {
  const { mode, negated } = presentation(notation, trigger);
  return negated ? `${mode}, not` : mode;
}
