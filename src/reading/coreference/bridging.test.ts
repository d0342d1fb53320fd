// What bridging promises: whose "the deal" is, on the words that told it, and nothing where none told it.
import { expect, test } from "vitest";
import { resource } from "../../resources.ts";
import { at } from "../grammar/tree.fixture.ts";
import { sceneIn, type SceneParts } from "../scene/scene.fixture.ts";
import { bridgedParties, loadBridging } from "./bridging.ts";
import { loadNominals } from "./nominals.ts";
import { resolverOf } from "./resolve.ts";

const KNOWLEDGE = resource("knowledge", "reading");
const [NOMINALS, SORTS] = [loadNominals(KNOWLEDGE), loadBridging(KNOWLEDGE)];
const PARTS: SceneParts = {
  parties: {
    Norway: { id: "NOR" },
    Poland: { id: "POL" },
    Chad: { id: "TCD" },
    Oslo: { id: "NOR", name: "Norway", form: "capital" },
  },
};

/** The ids that a word of the last sentence takes up, each with the words that it rests on. */
function takenUp(notations: readonly string[], word: string): string[] {
  const scene = sceneIn(notations, PARTS);
  const s = notations.length - 1;
  const tree = scene.sentences[s]?.tree;
  if (tree === undefined) throw new Error("no sentence");
  const found = bridgedParties(scene, resolverOf(scene, NOMINALS), SORTS, s, at(tree, word));
  return found.map(({ party, antecedent }) => `${party.id} <- ${scene.text.slice(antecedent?.start, antecedent?.end)}`);
}

const SOLD = "Norway NNP nsubj<sold | sold=sell VBD root | ships=ship NNS obj<sold | to IN case<Poland | Poland NNP obl<sold | .<sold";
const AGREED = "Norway NNP nsubj<agreed | agreed=agree VBD root | with IN case<Poland | Poland NNP obl<agreed | .<agreed";
const FAILED = (noun: string): string => `The DT det<${noun} | ${noun} NN nsubj<failed | failed=fail VBD root | .<failed`;
const LEFT = "Chad NNP nsubj<left | left=leave VBD root | .<left";

test.each([
  ["the deal, of who agreed", [AGREED, FAILED("deal")], "deal", ["NOR <- Norway", "POL <- Poland"]],
  ["the deal, past a sentence that tells none", [AGREED, LEFT, FAILED("deal")], "deal", ["NOR <- Norway", "POL <- Poland"]],
  ["the order, of who sold", [SOLD, FAILED("order")], "order", ["NOR <- Norway", "POL <- Poland"]],
  ["the deal, where none was told", [LEFT, FAILED("deal")], "deal", []],
  ["a noun of no sort", [AGREED, FAILED("garden")], "garden", []],
  ["the move, of who made it", [LEFT, FAILED("move")], "move", ["TCD <- Chad"]],
  [
    "the attack, of who attacked, not of whom",
    ["Chad NNP nsubj<attacked | attacked=attack VBD root | Poland NNP obj<attacked | .<attacked", FAILED("attack")],
    "attack",
    ["TCD <- Chad"],
  ],
  ["a deal without an article", [AGREED, "A DT det<deal | deal NN nsubj<failed | failed=fail VBD root | .<failed"], "deal", []],
  [
    "the deal with one of its parties, from the sentence that has it",
    [AGREED, "The DT det<deal | deal NN nsubj<failed | with IN case<Poland | Poland NNP nmod<deal | failed=fail VBD root | .<failed"],
    "deal",
    ["NOR <- Norway", "POL <- Poland"],
  ],
  [
    "the deal with a party that the sentence told before lacks",
    [AGREED, "The DT det<deal | deal NN nsubj<failed | with IN case<Chad | Chad NNP nmod<deal | failed=fail VBD root | .<failed"],
    "deal",
    [],
  ],
  [
    "a deal of which another only spoke",
    [
      "Chad NNP nsubj<said | said=say VBD root | that IN mark<agreed | Norway NNP nsubj<agreed | agreed=agree VBD ccomp<said | with IN case<Poland | Poland NNP obl<agreed | .<said",
      FAILED("deal"),
    ],
    "deal",
    ["NOR <- Norway", "POL <- Poland"],
  ],
  [
    "the ministers, of who met",
    [
      AGREED.replaceAll("agreed", "met").replace("=agree", "=meet"),
      "The DT det<ministers | ministers=minister NNS nsubj<left | left=leave VBD root | .<left",
    ],
    "ministers",
    ["NOR <- Norway", "POL <- Poland"],
  ],
  ["one minister is not all of them", [AGREED.replaceAll("agreed", "met").replace("=agree", "=meet"), FAILED("minister")], "minister", []],
  [
    "a deal that names both its parties takes up nobody else",
    [
      AGREED,
      "The DT det<deal | deal NN nsubj<failed | between IN case<Chad | Chad NNP nmod<deal | and CC cc<Poland | Poland NNP conj<Chad | failed=fail VBD root | .<failed",
    ],
    "deal",
    [],
  ],
  [
    "a place is no party to it",
    [
      "Norway NNP nsubj<agreed | agreed=agree VBD root | with IN case<Poland | Poland NNP obl<agreed | in IN case<Oslo | Oslo NNP obl<agreed | .<agreed",
      FAILED("deal"),
    ],
    "deal",
    ["NOR <- Norway", "POL <- Poland"],
  ],
])("%s", (_, notations, word, expected) => {
  expect(takenUp(notations, word)).toEqual(expected);
});
