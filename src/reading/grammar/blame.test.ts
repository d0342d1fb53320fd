// Whom somebody is against for what stands behind "for" or "over".
import { expect, test } from "vitest";
import { blamedFor } from "./blame.ts";
import { rolesOf } from "./roles.ts";
import { at, formsAt, treeIn } from "./tree.fixture.ts";

/** The words that the word at "over" or "for" is blamed on. */
const blamed = (notation: string, word: string): string[] => {
  const tree = treeIn(notation);
  return formsAt(tree, blamedFor(tree, at(tree, word)));
};

const IMPOSED =
  "Norway NNP nsubj<imposed | imposed=impose VBD root | sanctions=sanction NNS obj<imposed | on IN case<Chad | Chad NNP obl<imposed | over IN case<purchase | its PRP$ nmod:poss<purchase | purchase NN obl<imposed | .<imposed";
const BLAMED =
  "Norway NNP nsubj<blamed | blamed=blame VBD root | Chad NNP obj<blamed | for IN mark<arming | arming=arm VBG advcl<blamed | rebels=rebel NNS obj<arming | .<blamed";

test("it is those on whom measures are, or who are blamed", () => {
  expect(blamed(IMPOSED, "purchase")).toEqual(["Chad"]);
  expect(blamed(BLAMED, "arming")).toEqual(["Chad"]);
  expect(blamed(IMPOSED.replace("on IN case<Chad | Chad NNP obl<imposed", "on IN case<Chad | Chad NNP nmod<sanctions"), "purchase")).toEqual([
    "Chad",
  ]);
  expect(
    blamed(
      "Sanctions=sanction NNS nsubj:pass<imposed | were=be VBD aux:pass<imposed | imposed=impose VBN root | on IN case<Chad | Chad NNP obl<imposed | over IN case<purchase | its PRP$ nmod:poss<purchase | purchase NN obl<imposed | .<imposed",
      "purchase",
    ),
  ).toEqual(["Chad"]);
});

test("it is nobody where nobody is named, what is told is no reason, or the verb blames nobody", () => {
  expect(blamed(IMPOSED.replace("on IN case<Chad | Chad NNP obl<imposed | ", ""), "purchase")).toEqual([]);
  expect(blamed(IMPOSED.replace("over IN", "after IN"), "purchase")).toEqual([]);
  expect(blamed(BLAMED.replace("blamed=blame", "blamed=help"), "arming")).toEqual([]);
  expect(blamed(IMPOSED.replace("sanctions=sanction NNS", "hands=hand NNS"), "purchase")).toEqual([]);
});

test("they do what they are blamed for", () => {
  const tree = treeIn(BLAMED);
  expect(formsAt(tree, rolesOf(tree, at(tree, "arming")).get("subject"))).toEqual(["Chad"]);
});
