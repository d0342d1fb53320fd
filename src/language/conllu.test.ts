// CoNLL-U read and written, with ranges and spacing.
import { describe, expect, it } from "vitest";
import { PactaError } from "../error.ts";
import { readConllu, textOf, writeConllu } from "./conllu.ts";
import { sentencesOf } from "./evaluate.ts";
import type { Sentence, Upos, Word } from "./sentence.ts";

const SAMPLE = [
  "# newdoc id = a",
  "# sent_id = a-1",
  "# text = They don't pay.",
  "1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_",
  "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
  "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_",
  "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_",
  "4\tpay\tpay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No",
  "4.1\tmissing\t_\t_\t_\t_\t_\t_\t_\t_",
  "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_",
  "",
  "1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_",
  "",
  "",
].join("\n");

function analysed(content: string): Sentence[] {
  const gold = readConllu(content);
  return sentencesOf(gold).map((raw, i) => ({
    ...raw,
    names: [],
    words: raw.words.map((word, index): Word => {
      const row = gold[i]?.rows[index];
      return {
        ...word,
        index,
        lemma: row?.lemma ?? "",
        upos: (row?.upos ?? "X") as Upos,
        xpos: row?.xpos ?? "",
        head: row?.head ?? -1,
        relation: row?.relation ?? "",
      };
    }),
  }));
}

describe("readConllu", () => {
  it("reads words, ranges and spacing, and leaves empty nodes out", () => {
    const [first, second] = readConllu(SAMPLE);
    expect(first?.rows.map((row) => [row.form, row.head, row.fused ?? false, row.spaceAfter])).toEqual([
      ["They", 3, false, true],
      ["do", 3, false, false],
      ["n't", 3, true, true],
      ["pay", -1, false, false],
      [".", 3, false, true],
    ]);
    expect([first?.id, first?.text, first?.newBlock, second?.newBlock]).toEqual(["a-1", "They don't pay.", true, false]);
  });

  it("gives comments by name and the last column as it stands", () => {
    const [sentence] = readConllu(SAMPLE);
    expect(sentence?.comments.get("newdoc id")).toBe("a");
    expect(sentence?.rows[3]?.misc).toBe("SpaceAfter=No");
    expect(sentence?.rows[0]).not.toHaveProperty("misc");
  });

  it.each([
    ["two columns", "1\tword"],
    ["a wrong id", "2\tb\t_\t_\t_\t_\t_\t_\t_\t_"],
    ["a head outside", "1\tb\t_\t_\t_\t_\t7\tdep\t_\t_"],
  ])("tells the line of %s", (_, line) => {
    const read = (): unknown => readConllu(`# text = b\n${line}\n`, "bad.conllu");
    expect(read).toThrow(PactaError);
    expect(read).toThrow(expect.objectContaining({ code: "PACTA_CONLLU_INVALID", place: { line: 2, source: "bad.conllu" } }));
  });
});

describe("writeConllu", () => {
  it("writes what reads back as the same words, trees and spacing", () => {
    const text = textOf(readConllu(SAMPLE));
    expect(text).toBe("They don't pay. Stop");
    const written = writeConllu(text, analysed(SAMPLE));
    expect(written).toContain("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\t");
    expect(readConllu(written).map((s) => s.rows)).toEqual(readConllu(SAMPLE).map((s) => s.rows));
  });
});
