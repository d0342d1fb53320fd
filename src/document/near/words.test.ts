// Which words of a document are compared, and in what form.
import { expect, test } from "vitest";
import { recordDocument } from "../record.ts";
import { loadDocumentSetting } from "../setting.ts";
import { bodyWords } from "./words.ts";

const setting = loadDocumentSetting();
const wordsOf = (text: string): string => bodyWords(recordDocument({ text }, setting)).join(" ");
const alone = (text: string): string => bodyWords({ text, blocks: [{ start: 0, end: text.length, kind: "paragraph" }] }).join(" ");

test.each([
  ["case and punctuation", "The Minister – “we’ll sign”, he said.", "the minister well sign he said"],
  ["straight and curly quotes alike", "'It's theirs'", "its theirs"],
  ["numbers with and without marks of thousands alike", "1,200 men and 3.5 tons", "1200 men and 3 5 tons"],
  ["letters that only look otherwise", "ﬁve Ｎａｍｅｓ", "five names"],
  ["soft hyphens and white space", "agree\u00adment\u00a0 of\n\n2015", "agreement of 2015"],
  ["accents, which tell words apart", "Perú perú peru", "perú perú peru"],
  ["other alphabets", "Россия и Иран", "россия и иран"],
  ["each sign of a script without spaces", "中国和Iran签署", "中 国 和 iran 签 署"],
])("%s", (_, text, words) => {
  expect(alone(text)).toBe(words);
});

test("what is around the body is left out", () => {
  const body = "The two governments signed the contract on Monday after months of talks about the price, the parts and the training of crews.";
  const more = "Deliveries begin in the spring of next year and end two years later, officials of both sides told reporters in the capital.";
  const report = ["Two states sign at last", "By Ann Lee", `OSLO, Jan 5 (Reuters) - ${body}`, more, "Read more: Another story"].join("\n\n");
  expect(wordsOf(report)).toBe(`${alone(body)} ${alone(more)}`);
});

test("a document that is nothing but a headline has the words of that", () => {
  const text = "Two states sign";
  expect(bodyWords({ text, blocks: [{ start: 0, end: text.length, kind: "headline" }] })).toEqual(["two", "states", "sign"]);
});
