// Claims are found in whatever a server wraps around them, and an answer without any list of them is an error with a code.
import { expect, test } from "vitest";
import { claimsIn, usageOf } from "./answer.ts";
import { completion } from "./server.fixture.ts";

test.each([
  ["alone", '{"claims":[1]}'],
  ["in a fence", '```json\n{"claims": [1]}\n```'],
  ["after thoughts in brackets", '<think>{"claims": maybe} or {1}</think>\nHere it is: {"claims":[1]} I hope { this helps'],
  ["with brackets and quotes in strings", '{"note":"a \\"}{ b","claims":[1]}'],
  ["after a first draft", '{"claims":[7,8]} No, rather: {"claims":[1]}'],
])("JSON is found %s", (_, content) => {
  expect(claimsIn(completion(content))).toEqual([1]);
});

test("content in parts is put together", () => {
  expect(claimsIn({ choices: [{ message: { content: [{ type: "text", text: '{"claims":' }, { text: "[]}" }] } }] })).toEqual([]);
});

test.each([
  ["no completion", { error: "busy" }, "no chat completion"],
  ["no choice", { choices: [] }, "no chat completion"],
  ["broken JSON", completion('{"claims":[{"act":"sign"'), "no JSON of claims"],
  ["a list that is none", completion('{"claims":"none"}'), "no JSON of claims"],
  ["an empty answer", completion(""), "empty"],
  ["a refusal", { choices: [{ message: { content: null, refusal: "I cannot" } }] }, "refused"],
  ["an answer that was cut off", { choices: [{ finish_reason: "length", message: { content: '{"claims":[' } }] }, "cut off"],
])("%s is an error with a code", (_, body, words) => {
  expect(() => claimsIn(body)).toThrow(expect.objectContaining({ code: "PACTA_CODER_ANSWER", message: expect.stringContaining(words) as string }));
});

test("an answer full of brackets is given up in bounded time", () => {
  const began = performance.now();
  expect(() => claimsIn(completion("{".repeat(500_000)))).toThrow("no JSON of claims");
  expect(performance.now() - began).toBeLessThan(5000);
});

test("usage is taken only where it is one", () => {
  expect(usageOf(completion(""))).toEqual({ sent: 100, answered: 10 });
  for (const usage of [undefined, null, {}, { prompt_tokens: -5, completion_tokens: 1 }, { prompt_tokens: "9", completion_tokens: 1 }])
    expect(usageOf(completion("", { usage }))).toBeUndefined();
});
