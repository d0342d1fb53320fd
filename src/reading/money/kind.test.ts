// What sums are for, told from trees written by hand; knowledge is the package's own.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { treeIn } from "../grammar/tree.fixture.ts";
import { loadKindCues } from "./cues.ts";
import { kindOf } from "./kind.ts";

/** The kind of the one sum of a notated sentence: from its dollar to the word "million". */
function kindIn(notation: string): string | undefined {
  const tree = treeIn(notation);
  const [dollar, million] = [tree.words.find(({ form }) => form === "$"), tree.words.find(({ form }) => form === "million")];
  if (dollar === undefined || million === undefined) throw new Error("no sum");
  return kindOf(tree, { start: dollar.start, end: million.end });
}

const SUM = "$ $ RELATION | 4 CD compound<million | million CD nummod<$";
const sum = (relation: string): string => SUM.replace("RELATION", relation);

test.for([
  ["a loan that it measures", `Oslo NNP nsubj<took | took=take VBD root | a DT det<loan | ${sum("compound<loan")} | loan NN obj<took`, "loan"],
  ["a loan of it", `Oslo NNP nsubj<took | took=take VBD root | a DT det<loan | loan NN obj<took | of IN case<$ | ${sum("nmod<loan")}`, "loan"],
  [
    "a loan more than a deal",
    `Oslo NNP nsubj<made | made=make VBD root | a DT det<deal | ${sum("compound<deal")} | loan NN compound<deal | deal NN obj<made`,
    "loan",
  ],
  ["what it is in", `Oslo NNP nsubj<got | got=get VBD root | ${sum("obj<got")} | in IN case<aid | aid NN nmod<$`, "aid"],
  [
    "a thing valued at it",
    `Oslo NNP nsubj<made | made=make VBD root | a DT det<deal | deal NN obj<made | valued=value VBN acl<deal | at IN case<$ | ${sum("obl<valued")}`,
    "value",
  ],
  [
    "an apposition, whatever it stands beside",
    `Oslo NNP nsubj<got | got=get VBD root | damages=damage NNS obj<got | , , punct<purchase | a DT det<purchase | purchase NN appos<damages | valued=value VBN acl<purchase | at IN case<$ | ${sum("obl<valued")}`,
    "value",
  ],
  ["a verb that settles it", `Oslo NNP nsubj<fined | fined=fine VBD root | Acme NNP iobj<fined | ${sum("obj<fined")}`, "penalty"],
  ["a payment", `Oslo NNP nsubj<paid | paid=pay VBD root | Lima NNP iobj<paid | ${sum("obj<paid")}`, "payment"],
  [
    "whom it is paid to",
    `Oslo NNP nsubj<paid | paid=pay VBD root | ${sum("obj<paid")} | to IN case<victims | victims=victim NNS obl<paid`,
    "compensation",
  ],
  [
    "a court that orders it paid",
    `Judges=judge NNS nsubj<ordered | ordered=order VBD root | Oslo NNP obj<ordered | to TO mark<pay | pay VB xcomp<ordered | ${sum("obj<pay")}`,
    "compensation",
  ],
  ["a price", `Oslo NNP nsubj<bought | bought=buy VBD root | it PRP obj<bought | for IN case<$ | ${sum("obl<bought")}`, "value"],
  [
    "a price also where something is given for it",
    `Oslo NNP nsubj<gave | gave=give VBD root | boats=boat NNS obj<gave | for IN case<$ | ${sum("obl<gave")}`,
    "value",
  ],
  [
    "a thing that it measures, more than by a gift of something else",
    `Oslo NNP nsubj<gave | gave=give VBD root | thanks NNS obj<gave | for IN case<line | a DT det<line | ${sum("compound<line")} | line NN obl<gave`,
    "value",
  ],
  ["a settlement", `Oslo NNP nsubj<settled | settled=settle VBD root | for IN case<$ | ${sum("obl<settled")}`, "compensation"],
  ["a gift", `Oslo NNP nsubj<gave | gave=give VBD root | Lima NNP iobj<gave | ${sum("obj<gave")}`, "aid"],
  ["the subject that a verb measures", `The DT det<fine | fine NN nsubj<reached | reached=reach VBD root | ${sum("obj<reached")}`, "penalty"],
  ["the subject that it is", `The DT det<loan | loan NN nsubj<$ | is=be VBZ cop<$ | ${sum("root")}`, "loan"],
  ["the subject that is worth it", `The DT det<loan | loan NN nsubj<worth | is=be VBZ cop<$ | worth IN case<$ | ${sum("root")}`, "loan"],
  ["being worth it", `Oslo NNP nsubj<saw | saw=see VBD root | ice NN obj<saw | worth IN case<$ | ${sum("nmod<ice")}`, "value"],
  ["its own participle", `Oslo NNP nsubj<saw | saw=see VBD root | the DT det<$ | ${sum("obj<saw")} | owed=owe VBN acl<$`, "payment"],
] as const)("a sum's kind is told by %s", ([, notation, kind]) => {
  expect(kindIn(notation)).toBe(kind);
});

test("a sum of no deal, and one that nothing tells about, have no kind", () => {
  expect(
    kindIn(`Acme NNP nsubj<made | made=make VBD root | a DT det<profit | profit NN obj<made | of IN case<$ | ${sum("nmod<profit")}`),
  ).toBeUndefined();
  expect(kindIn(`Acme NNP nsubj<spoke | spoke=speak VBD root | of IN case<$ | ${sum("obl<spoke")}`)).toBeUndefined();
  expect(
    kindIn(
      `Oslo NNP nsubj<offers | offers=offer VBZ root | rooms=room NNS obj<offers | that WDT nsubj<had | had=have VBD acl:relcl<rooms | ${sum("obj<had")}`,
    ),
  ).toBeUndefined();
  expect(
    kindIn(`Acme NNP nsubj<kept | kept=keep VBD root | ${sum("obj<kept")} | from IN case<families | families=family NNS obl<kept`),
  ).toBeUndefined();
  expect(kindOf(treeIn("Acme NNP nsubj<spoke | spoke=speak VBD root"), { start: 90, end: 99 })).toBeUndefined();
});

test("a row of an unknown kind is refused with its place, and of two rows with a word the first counts", () => {
  const file = join(mkdtempSync(join(tmpdir(), "pacta-")), "kinds.tsv");
  writeFileSync(file, "kind\tplace\twords\nloan\tnoun\tcredit\naid\tnoun\tcredit,gift\n");
  expect(Object.fromEntries(loadKindCues(file).noun)).toEqual({ credit: "loan", gift: "aid" });
  writeFileSync(file, "kind\tplace\twords\nbribe\tnoun\tcash\n");
  expect(() => loadKindCues(file)).toThrow(expect.objectContaining({ code: "PACTA_TABLE_ROW", place: { source: file, line: 2 } }) as Error);
});
