// What is cited was made from the head that is cited.
import { expect, test } from "vitest";
import type { Forms } from "../asking/index.ts";
import { oneHead } from "./one-head.ts";

type Status = Forms["Status"];

const at = (seq: number, book = seq): Status => ({
  version: "1",
  ledger: { location: "l", seq, hash: `hash-${seq}` },
  book: { seq: book, behind: seq - book },
  asker: { role: "admin" },
});

/** Asks a server that stands so at each question in turn, the last way for good. */
async function asked(...stands: readonly Status[]) {
  let [questions, answers] = [0, 0];
  const headed = await oneHead({
    status: async () => {
      questions += 1;
      return stands[Math.min(questions, stands.length) - 1] ?? at(0);
    },
    answer: async () => {
      answers += 1;
      return answers;
    },
    wait: async () => undefined,
  });
  return [headed.answer, headed.status.ledger.hash];
}

test("an answer between two heads that are one is taken at once", async () => {
  expect(await asked(at(4))).toEqual([1, "hash-4"]);
});

test("an answer in between which the ledger grew is asked for anew", async () => {
  expect(await asked(at(4), at(5), at(5))).toEqual([2, "hash-5"]);
});

test("while the book is behind the ledger nothing is asked", async () => {
  expect(await asked(at(5, 4), at(5, 4), at(5))).toEqual([1, "hash-5"]);
});

test("a ledger that grows on and on is said to, after some tries", async () => {
  const growing = Array.from({ length: 100 }, (_, seq) => at(seq));
  await expect(asked(...growing)).rejects.toMatchObject({ code: "PACTA_WEB_GROWING" });
});
