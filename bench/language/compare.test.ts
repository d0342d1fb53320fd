// The whole comparison over a handful of reports, without the peer: every process starts, measures and says so.
import { expect, test } from "vitest";
import { findPeer } from "../peers/spacy.ts";
import { compare } from "./index.ts";
import { runToEnd } from "./process.ts";

const TEXTS = [
  "Ruritania signed a contract for six patrol boats with Sylvania on Monday.",
  "The parliament of Sylvania approved the sale. The boats are worth $40 million, its defence minister said.",
  "Heavy rain closed two mountain roads.",
  "Ruritania's president will visit Sylvania in May to discuss tariffs on timber.",
];

const lines = TEXTS.map((text, i) => JSON.stringify({ id: `t${i}`, date: "2019-03-04", text }));
const absent = { kind: "absent", why: "not wanted here", remedy: "none" } as const;

test("our side is measured in every row where the peer is absent", { timeout: 120_000 }, async () => {
  const size = { items: 3, warming: 1, rounds: 1, starts: 1, cores: 1 };
  const body = await compare({ lines, peer: absent, cores: [0], pin: false, print: () => {} }, size);
  const rows = body.split("\n").filter((line) => /^\| [^|]*[a-z]/.test(line) && !/ratio/.test(line));
  expect(rows).toHaveLength(13);
  for (const row of rows) expect(row).toMatch(/\| +[\d,.]+ \([\d,.]+–[\d,.]+\) \| +– \| +– \|$/);
});

test("a process that fails is one coded error with its last words", async () => {
  const program = "process.stderr.write('no such model'); process.exitCode = 3";
  await expect(runToEnd([process.execPath, "-e", program])).rejects.toMatchObject({
    code: "PACTA_BENCH_FAILED",
    message: expect.stringMatching(/ended with 3: no such model$/),
  });
});

test("a Python without spaCy is no failure, but where everything is required", async () => {
  const elsewhere = { PACTA_SPACY_PYTHON: process.execPath };
  expect(await findPeer(elsewhere)).toMatchObject({ kind: "absent", remedy: expect.stringContaining("pip install -r") });
  await expect(findPeer({ ...elsewhere, PACTA_REQUIRE_ALL: "1" })).rejects.toMatchObject({ code: "PACTA_BENCH_PEER" });
});
