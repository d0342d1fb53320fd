// The table of statistics is read as its own program has it, and tells languages as eld itself does.
import { readFileSync } from "node:fs";
import { eld } from "eld/extrasmall";
import { expect, test } from "vitest";
import { z } from "zod";
import { loadStatistics, readTable } from "./statistics.ts";

const PROGRAM = new URL("../ngrams/extrasmall.js", import.meta.resolve("eld/extrasmall"));
const ours = loadStatistics();
const shape = z.object({
  ngramsData: z.object({
    type: z.string(),
    languages: z.record(z.string(), z.string()),
    ngrams: z.record(z.string(), z.record(z.string(), z.number())),
  }),
});

test("the table is the one that the program makes, entry by entry", async () => {
  const { ngramsData } = shape.parse(await import(PROGRAM.href));
  const table = readTable(readFileSync(PROGRAM, "utf8"));
  const written = Object.entries(ngramsData.ngrams).map(([letters, counts]) => [
    letters,
    Object.entries(counts)
      .map((each) => each.join(":"))
      .join(","),
  ]);
  expect(table?.counts.size).toBe(49_553);
  expect(new Map(table?.counts)).toEqual(new Map(written.map(([letters = "", counts = ""]) => [letters, counts])));
  expect([table?.type, table?.languages]).toEqual([ngramsData.type, ngramsData.languages]);
});

test.each([
  "export const ngramsData = {type:'XS60',languages:{0:'am'},isSubset:false,ngrams:{' a':{0:1},b:{0:2}",
  "export const ngramsData = {type:'XS60',languages:{0:'am'},isSubset:false,ngrams:{' a':{0:f()}}}",
  "export const ngramsData = {type:'XS60',languages:{0:'am'},isSubset:false,ngrams:{'\\u0041':{0:1}}}",
  "export const ngramsData = JSON.parse('{}')",
])("a program that is written otherwise is no table: %s", (program) => {
  expect(readTable(program)).toBeUndefined();
});

test("letters are unquoted", () => {
  const program = String.raw`export const ngramsData = {type:'X',languages:{0:'am',11:'en'},isSubset:false,ngrams:{' a\'b':{0:1,11:2},T_$:{11:3},12:{0:4}}};`;
  expect(readTable(program)).toEqual({
    type: "X",
    languages: { 0: "am", 11: "en" },
    counts: new Map([
      [" a'b", "0:1,11:2"],
      ["T_$", "11:3"],
      ["12", "0:4"],
    ]),
  });
});

test.each([
  "Iran demanded four billion dollars in compensation for the cancellation of the order.",
  "Le gouvernement français a annoncé mardi la signature d'un accord avec le Qatar.",
  "Россия и Иран подписали соглашение о военном сотрудничестве.",
  "Die Bundesregierung hat den Verkauf von Panzern an Katar genehmigt.",
  "El ministro firmó en Lima un contrato por dos buques patrulleros.",
  "政府は火曜日、二隻の巡視船の契約に署名した。",
  "وقعت الحكومة عقدا لشراء سفينتي دورية.",
  "Vláda podepsala smlouvu o dvou hlídkových lodích.",
  "constructor __proto__ toString 12 L_QL",
  "",
])("eld's own answer is given, with its scores: %s", (text) => {
  const [own, its] = [ours.detect(text), eld.detect(text)];
  expect([own.language, own.isReliable(), own.getScores()]).toEqual([its.language, its.isReliable(), its.getScores()]);
});
