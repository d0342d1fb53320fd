// The reader with the real weights: $PACTA_MODEL or models/en. Without them these tests say so and pass, unless PACTA_REQUIRE_ALL=1.
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../document/index.ts";
import { resource } from "../resources.ts";
import { allThere, documentOf, MODEL, WEIGHTS } from "./model.fixture.ts";
import { createReader, type Reader } from "./reader.ts";

const TEXTS = [
  "Norway cancelled the contract with Poland on Friday, citing costs.",
  "Ministers of Peru and Chile met in Lima. The two countries will sign a fishing treaty next week, the Chilean foreign ministry said.",
  "France urged Turkey to pay Greece 20 million euros in compensation.",
  "Rain fell.",
];
const DOCUMENTS: readonly Document[] = TEXTS.map((text, i) => documentOf(text, { id: `d${i}`, published: { day: "2015-01-20", basis: "caller" } }));

/** Five megabytes of what no report holds: one endless word, lone surrogates, brackets, control characters, lines of one word. */
const JUNK: readonly string[] = [
  "x".repeat(2_500_000),
  "\ud800 ".repeat(300_000),
  "([{".repeat(400_000),
  "\u0000\u0007\u200b".repeat(250_000),
  "sanction\n".repeat(1_500),
  "Norway signed ".repeat(1_000),
];

describe.runIf(allThere("reader.test.ts", WEIGHTS))("the reader", () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader({ model: MODEL, threads: 1 });
  });
  afterAll(() => reader.close());

  it("reads acts with parties, mode and sources", async () => {
    const readings = await reader.read(DOCUMENTS);
    expect(readings.map((r) => r.id)).toEqual(["d0", "d1", "d2", "d3"]);
    expect(readings[0]?.claims).toMatchObject([
      { act: "cancel", mode: "actual", actors: [{ id: "NOR" }], targets: [{ id: "POL" }], reason: "costs" },
    ]);
    expect(readings[1]?.claims.find((c) => c.act === "sign")).toMatchObject({
      mode: "planned",
      actors: [{ id: "PER" }, { id: "CHL" }],
      sources: [{ name: expect.stringContaining("foreign ministry") }],
    });
    expect(readings[3]).toMatchObject({ claims: [], abstained: [] });
  });

  it("lists sentences that hold the words of an act where the network sees none in the whole document, and makes no tree of them", async () => {
    const before = reader.passed.analysed;
    const [reading] = await reader.read([documentOf("Parents in Lima donated toys to the school. It rained.")]);
    expect(reading).toMatchObject({ claims: [], abstained: [{ reason: "no-act-seen", quote: "Parents in Lima donated toys to the school." }] });
    expect(reader.passed.analysed).toBe(before);
  });

  it("explains what it reads, and nothing else", async () => {
    const documents = [
      ...DOCUMENTS,
      ...["Moscow lashed out at Warsaw on Monday.", "Parents in Lima donated toys to the school. It rained."].map((text) => documentOf(text)),
    ];
    const [read, explained] = [await reader.read(documents), await reader.explain(documents)];
    expect(explained.map(({ reading }) => reading)).toEqual(read);
    const last = explained.at(-1)?.sentences.flatMap(({ candidates }) => candidates) ?? [];
    expect(last.length).toBeGreaterThan(0);
    expect(last.every(({ end }) => end.kind === "dropped" && end.reason === "no-act-seen")).toBe(true);
  });

  it("says whom the network alone pointed at", async () => {
    const [{ sentences } = { sentences: [] }] = await reader.explain([
      documentOf("Norway shrugged off the protests of Chile and struck Peru from its list of friendly states."),
    ]);
    const byNetwork = sentences.flatMap(({ candidates }) => candidates).filter(({ rule }) => rule.endsWith("/net"));
    expect(byNetwork.length).toBeGreaterThan(0);
    expect(byNetwork.flatMap(({ roles }) => roles.map(({ path }) => path))).toSatisfy(
      (paths: string[]) => paths.length > 0 && paths.every((path) => path === "network"),
    );
  });

  it("gives a document the same reading whatever it is read with, in whatever order", async () => {
    const together = await reader.read(DOCUMENTS);
    const reversed = await reader.read(DOCUMENTS.toReversed());
    const alone = await Promise.all(DOCUMENTS.map((document) => reader.read([document])));
    expect(together.flatMap((r) => r.claims).length).toBeGreaterThan(2);
    expect(reversed.toReversed()).toEqual(together);
    expect(alone.flat()).toEqual(together);
  });

  it("gives other ids to another document with the same text", async () => {
    const [first = DOCUMENTS[0]] = DOCUMENTS;
    if (first === undefined) throw new Error("no document");
    const [a, b] = await reader.read([first, { ...first, id: "other" }]);
    expect(a?.claims[0]?.id).not.toBe(b?.claims[0]?.id);
    expect(a?.claims.map((c) => ({ ...c, id: "" }))).toEqual(b?.claims.map((c) => ({ ...c, id: "" })));
  });

  it("reads nothing from documents without words, blocks or parties, and no documents at all", async () => {
    const empty = [
      documentOf(""),
      documentOf(" \n\n\t"),
      documentOf("The weather was cold."),
      { ...documentOf("Norway signed a treaty."), blocks: [] },
    ];
    expect((await reader.read(empty)).map((r) => r.claims)).toEqual([[], [], [], []]);
    expect(await reader.read([])).toEqual([]);
  });

  it("counts the sentences that it saw and those that went through the model", async () => {
    const before = { ...reader.passed };
    await reader.read(["Norway cancelled the contract with Poland.", "It was cold."].map((text) => documentOf(text)));
    expect([reader.passed.seen - before.seen, reader.passed.analysed - before.analysed]).toEqual([2, 1]);
  });

  it("annotates without the lexical pass", async () => {
    const [annotated] = await reader.annotate([documentOf("Rain fell in Norway.")]);
    expect(annotated?.annotations.parties.map((p) => p.id)).toEqual(["NOR"]);
  });

  it.each(JUNK.map((text, i) => [text.slice(0, 8).replaceAll(/\P{ASCII}|[\x00-\x1f]/gu, "?"), i] as const))(
    "survives junk of the kind %j",
    async (_, i) => {
      const text = JUNK[i] ?? "";
      const [reading] = await reader.read([documentOf(text)]);
      for (const { evidence } of reading?.claims ?? []) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      expect(reading?.id).toBe("t");
    },
    120_000,
  );

  it("has another version when the knowledge changes, and the same when it does not, or only what a second coder or the folding of deals is told", async () => {
    const knowledge = mkdtempSync(join(tmpdir(), "pacta-knowledge-"));
    cpSync(resource("knowledge"), knowledge, { recursive: true });
    appendFileSync(join(knowledge, "coder", "guideline.yaml"), "# corrected\n");
    appendFileSync(join(knowledge, "deals", "known.tsv"), "# corrected\n");
    const same = await createReader({ model: MODEL, threads: 1, knowledge });
    appendFileSync(join(knowledge, "reading", "mode.yaml"), "# corrected\n");
    const changed = await createReader({ model: MODEL, threads: 1, knowledge });
    await Promise.all([same.close(), changed.close()]);
    rmSync(knowledge, { recursive: true });
    expect(same.version).toBe(reader.version);
    expect(reader.version).toMatch(/^pacta-\S+\+model-\S+\+knowledge-[0-9a-f]{12}$/);
    expect(changed.version.split("+knowledge-")[0]).toBe(reader.version.split("+knowledge-")[0]);
    expect(changed.version).not.toBe(reader.version);
  }, 60_000);
});
