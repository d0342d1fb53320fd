// `pacta explain` on the real program: from an argument, from standard input, from a file; for people and as JSON.
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { abstentionSchema, claimSchema } from "../reading/index.ts";
import { freshFolder, pacta, write } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SENTENCE = "On Tuesday Norway lifted its ban on Polish tanks, and rain fell.";
const quoted = { start: z.int(), end: z.int(), quote: z.string() };
const named = { act: z.string(), rule: z.string(), word: z.int(), trigger: z.strictObject(quoted) };
const party = z.looseObject({ name: z.string() });
const end = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("claim"), claim: z.string() }),
  z.strictObject({ kind: z.literal("told-again"), claim: z.string().optional() }),
  z.strictObject({ kind: z.literal("dropped"), reason: z.string(), other: z.strictObject(named).optional() }),
]);
const asked = z.union([z.string(), z.array(z.string())]);
const broken = z.strictObject({ list: z.enum(["where", "unless"]), path: z.string(), asked, found: z.array(z.string()) });
const because = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("part-of-name") }),
  z.strictObject({ kind: z.literal("particle"), asked: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("constraint"), broken: z.array(broken) }),
  z.strictObject({ kind: z.literal("outdone"), by: z.string() }),
]);
const role = z.strictObject({
  slot: z.enum(["actors", "targets", "partners", "object", "terms"]),
  path: z.string(),
  phrases: z.array(z.strictObject(quoted)),
  parties: z.array(party),
});
const construction = z.strictObject({ form: z.string(), clause: z.string() });
const candidate = z.strictObject({ ...named, construction, mode: z.string(), negated: z.boolean(), roles: z.array(role), end });
const word = z.looseObject({ index: z.int(), form: z.string(), lemma: z.string(), head: z.int(), relation: z.string() });
const line = z.strictObject({
  id: z.string(),
  sentences: z.array(
    z.strictObject({
      ...quoted,
      words: z.array(word),
      candidates: z.array(candidate),
      refused: z.array(z.strictObject({ ...named, because })),
    }),
  ),
  annotations: z.looseObject({ parties: z.array(z.looseObject(quoted)) }),
  claims: z.array(claimSchema),
  abstained: z.array(abstentionSchema),
});

test("a sentence is told with its tree, its annotations, its frames and what became of them", () => {
  const { code, out, err } = pacta(freshFolder(), ["explain", SENTENCE, "--date", "2015-01-22"]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^ +Norway +Norway +NNP +nsubj of lifted$/m);
  expect(out).toMatch(/^parties .*Norway = NOR/m);
  expect(out).toMatch(/^times +Tuesday = 2015-01-20 \(anchored\)$/m);
  expect(out).toMatch(/^lifted \(active, main clause\)\n {2}lift\/lift fits: actual\n {4}actors from subject: “Norway” = NOR$/m);
  expect(out).toMatch(/^ {4}claim lift: Norway .*\[2015-01-20\]$/m);
  expect(out).toMatch(/^ {4}no claim: it is only what another act is about \(“lifted”, lift\/lift\) \[object-of-other-act\]$/m);
  expect(out).toMatch(/^ {2}ban\/\S+ does not fit: /m);
});

test("--json gives the same in the form of the contract, with the claims that pacta read gives", () => {
  const folder = freshFolder();
  write(folder, { "items.jsonl": [{ id: "a", date: "2015-01-22", text: SENTENCE }] });
  const explained = pacta(folder, ["explain", "--file", "items.jsonl", "--json"]);
  const [{ id, sentences, annotations, claims, abstained }] = z.tuple([line]).parse(explained.json());
  expect(pacta(folder, ["read", "items.jsonl", "--dry-run", "--jsonl", "--workers", "1"]).json()).toEqual([{ id, claims, abstained }]);
  expect(sentences.map(({ quote }) => quote)).toEqual([SENTENCE]);
  expect(annotations.parties.map(({ quote }) => quote)).toContain("Norway");
  const claimed = sentences.flatMap(({ candidates }) => candidates).find((one) => one.end.kind === "claim");
  expect(claimed).toMatchObject({ act: "lift", end: { claim: claims[0]?.id } });
});

test("standard input and bare words are texts too, and a text without a trigger says so", () => {
  const said = /^no word of it triggers an act$/m;
  expect(pacta(freshFolder(), ["explain", "-"], { input: "The cat purred.\n" }).out).toMatch(said);
  expect(pacta(freshFolder(), ["explain", "The", "cat", "purred."]).out).toMatch(said);
});

test.each([
  [["explain"], 2, "PACTA_USAGE_ARGUMENT"],
  [["explain", "Rain fell.", "--file", "a.txt"], 2, "PACTA_USAGE_ARGUMENT"],
  [["explain", "Rain fell.", "--date", "Tuesday"], 2, "PACTA_USAGE_DAY"],
  [["explain", " "], 1, "PACTA_INPUT_EMPTY"],
  [["explain", "--file", "nowhere.txt"], 1, "PACTA_INPUT_MISSING"],
])("%j ends with exit code %i and %s", (args, code, error) => {
  expect(pacta(freshFolder(), args)).toMatchObject({ code, out: "", err: expect.stringContaining(error) });
});
