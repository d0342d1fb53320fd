// Coded events from files as the corpora have them, and what answers them.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Claim, Explanation, Reading } from "../../reading/index.ts";
import { sharedFolder } from "../gold.ts";
import { runEval } from "../run.ts";
import { answerTo } from "./answer.ts";
import { isBetweenParties } from "./coded-text.ts";
import type { CodedActor, CodedEvent } from "./coded-text.ts";
import { loadEventCodes, readsAs } from "./mapping.ts";
import type { EventCode } from "./mapping.ts";
import { petrarchSentences, petrarchTexts } from "./petrarch-corpus.ts";
import { ploverRecords, ploverTexts } from "./plover-corpus.ts";

const CODES = loadEventCodes();
const shared = sharedFolder(process.env);

const NORWAY: CodedActor = { id: "NOR", words: "Norway", official: true };
const POLAND: CodedActor = { id: "POL", words: "Poland", official: true };
const UNION: CodedActor = { words: "the Union", official: true };
const REBELS: CodedActor = { id: "POL", words: "rebels", official: false };

const PLOVER_FILE = JSON.stringify([
  { id: "doc", event: "DOCUMENT" },
  {
    id: "p1",
    event: "SANCTION",
    date: "2000-01-01",
    text: " Norway has expelled two Polish envoys. ",
    source: [{ actorText: "Norway", code: "NOR" }],
    target: [{ actorText: "Polish envoys", code: "POL", sector: "GOV" }],
  },
  {
    id: "p2",
    event: "FIGHT",
    date: "2000-01-01",
    text: "Rebels fought in Poland.",
    source: [{ actorText: "Rebels", code: "POL", sector: "REB" }],
    target: "",
  },
]);

const PETRARCH_FILE = `<Sentences>
<Sentence date="19950103" id="X-1" category="DEMO">
<EventCoding sourcecode="ARNGOV" targetcode="GON" eventcode="064"></EventCoding>
<EventCoding sourcecode="GONREB" targetcode="---" eventcode="031"></EventCoding>
<Text>
Arnor &amp; Gondor restored ties
in Minas Tirith.
</Text>
</Sentence>
<Sentence date="19950103" id="X-2"><EventCoding error="dateline"></EventCoding><Text>Broken.</Text></Sentence>
<Sentence date="19950103" id="X-3"><EventCoding noevents = "True"></EventCoding><Text>It rained.</Text></Sentence>
</Sentences>`;

test("a PLOVER record gives its event with who acts for a state, and nobody where a field is a word", () => {
  const [first, second, ...more] = ploverRecords(PLOVER_FILE, CODES.plover);
  expect(more).toEqual([]);
  expect(first).toEqual({
    id: "p1",
    date: "2000-01-01",
    text: "Norway has expelled two Polish envoys.",
    events: [{ code: "SANCTION", sources: [NORWAY], targets: [{ id: "POL", words: "Polish envoys", official: true }] }],
  });
  expect(second?.events).toEqual([{ code: "FIGHT", sources: [{ id: "POL", words: "Rebels", official: false }], targets: [] }]);
});

test("a file that is no list of records is another release", () => {
  expect(() => ploverRecords('[{"event":"AID"}]', CODES.plover)).toThrow(expect.objectContaining({ code: "PACTA_CORPUS_OTHER" }));
});

test("a PETRARCH sentence gives its events, and its invented states under the names of real ones", () => {
  const [first, second, ...more] = petrarchSentences(PETRARCH_FILE, CODES.petrarch);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ id: "X-1", date: "1995-01-03", text: "Austria & Greece restored ties in Athens." });
  expect(first?.events.map(({ code, sources, targets }) => [code, ...sources, ...targets])).toEqual([
    ["064", { id: "AUT", official: true }, { id: "GRC", official: true }],
    ["031", { id: "GRC", official: false }, { id: "---", official: false }],
  ]);
  expect(second).toMatchObject({ id: "X-3", events: [] });
});

test("an event counts between two parties that are states or organisations", () => {
  const event = (...targets: readonly CodedActor[]): CodedEvent => ({ code: "AGREE", sources: [NORWAY], targets });
  expect(isBetweenParties(event(POLAND))).toBe(true);
  expect(isBetweenParties(event(UNION))).toBe(true);
  expect(isBetweenParties(event(REBELS))).toBe(false);
  expect(isBetweenParties(event(NORWAY))).toBe(false);
  expect(isBetweenParties(event())).toBe(false);
});

test.each([
  ["sign", "actual", false, true],
  ["aid", "planned", false, true],
  ["aid", "actual", false, false],
  ["ban", "planned", false, false],
] as const)("AGREE reads as %s, %s: %j negated, %j", (act, mode, negated, reads) => {
  const { AGREE } = CODES.plover.codes;
  expect(AGREE && readsAs(AGREE, { act, mode, negated })).toBe(reads);
});

test("REJECT reads as any act that is negated, DEMAND as any that is demanded", () => {
  const { REJECT, DEMAND } = CODES.plover.codes;
  expect(REJECT && readsAs(REJECT, { act: "meet", mode: "planned", negated: true })).toBe(true);
  expect(REJECT && readsAs(REJECT, { act: "meet", mode: "planned", negated: false })).toBe(false);
  expect(DEMAND && readsAs(DEMAND, { act: "deliver", mode: "demanded", negated: false })).toBe(true);
});

const TEXT = "Norway has banned imports from Poland, and the Union from Chad.";

/** A claim over `TEXT` whose parties stand at the words given. */
function claim(
  act: Claim["act"],
  slots: { readonly actors?: readonly string[]; readonly targets?: readonly string[]; readonly sources?: readonly string[] },
  mode: Claim["mode"] = "actual",
): Claim {
  const spans: Claim["spans"] = {};
  for (const [slot, words] of Object.entries(slots)) {
    words.forEach((name, i) => (spans[`${slot}.${i}`] = { start: TEXT.indexOf(name), end: TEXT.indexOf(name) + name.length }));
  }
  const parties = (names: readonly string[] = []): Claim["actors"] => names.map((name) => (name === "Norway" ? { id: "NOR", name } : { name }));
  const evidence = { start: 0, end: 6, quote: "Norway" };
  return {
    id: "c",
    act,
    mode,
    negated: false,
    actors: parties(slots.actors),
    targets: parties(slots.targets),
    sources: (slots.sources ?? []).map((name) => ({ name })),
    items: [],
    money: [],
    terms: [],
    evidence,
    tellings: [],
    spans,
    rule: "test",
    confidence: 1,
  };
}

const BANNED: CodedEvent = { code: "SANCTION", sources: [NORWAY], targets: [POLAND] };
const SANCTION: EventCode = { means: "sanction", acts: [["ban"], ["deliver", "demanded"]] };

test.each([
  ["the act with both parties", [claim("ban", { actors: ["Norway"], targets: ["Poland"] })], [true, true, true]],
  ["the act by the source alone", [claim("ban", { actors: ["Norway"] })], [true, true, false]],
  ["the act by another", [claim("ban", { actors: ["Union"], targets: ["Poland"] })], [true, false, false]],
  ["the parties with another act", [claim("meet", { actors: ["Norway", "Poland"] })], [false, false, false]],
  ["source and target in two claims", [claim("ban", { actors: ["Norway"] }), claim("ban", { targets: ["Poland"] })], [true, true, false]],
  ["a joint act", [claim("ban", { actors: ["Norway", "Poland"] })], [true, true, true]],
  ["an act that the source demands of the target", [claim("deliver", { actors: ["Poland"], sources: ["Norway"] }, "demanded")], [true, true, true]],
] as const)("%s answers an event so far", (_, claims, [act, source, target]) => {
  expect(answerTo(BANNED, { text: TEXT }, SANCTION, claims)).toEqual({ act, source, target });
});

test("an event without a target needs every source, and parties without an id are known by their words", () => {
  const joint: CodedEvent = { code: "SANCTION", sources: [NORWAY, UNION], targets: [] };
  expect(answerTo(joint, { text: TEXT }, SANCTION, [claim("ban", { actors: ["Norway", "Union"] })])).toEqual({
    act: true,
    source: true,
    target: true,
  });
  expect(answerTo(joint, { text: TEXT }, SANCTION, [claim("ban", { actors: ["Union"] })])).toEqual({ act: true, source: true, target: false });
});

test("the part prints recall by code and what is read of sentences outside, and gives its section", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-events-"));
  for (const [corpus, name, content] of [
    ["plover", "PLOVER_GSR_CAMEO.json.gz", PLOVER_FILE],
    ["petrarch", "PETR.UnitTest.records.xml.gz", PETRARCH_FILE],
  ] as const) {
    mkdirSync(join(folder, "corpora", corpus), { recursive: true });
    writeFileSync(join(folder, "corpora", corpus, name), gzipSync(content));
  }
  const printed: string[] = [];
  let page = "";
  await runEval(["plover", "--write"], {
    shared: folder,
    openReader: async () => async (documents) =>
      documents.map(({ id }): Reading => ({ id, claims: id === "p1" ? [claim("ban", { actors: ["Norway"] })] : [], abstained: [] })),
    openAnnotator: async () => async () => [],
    openExplainer: async () => async (): Promise<Explanation[]> => [],
    print: (line) => printed.push(line),
    readPage: () => "# Figures\n",
    writePage: (text) => (page = text),
  });
  rmSync(folder, { recursive: true });
  expect(printed.join("\n")).toMatch(/\| SANCTION \(.*\) \| 1\.000 \| +1\.000 \| +\.000 \| +1 \|/);
  expect(printed.join("\n")).toMatch(/\| 064 \(.*\) \| \.000 \| +\.000 \| +\.000 \| +1 \|/);
  expect(printed.join("\n")).toContain("Of 1 sentences whose event has a code outside of the guideline, 1 are read without a claim.");
  expect(page).toContain("<!-- eval:plover -->");
});

test("every code of the corpora is read, or stands outside with its reason", (context) => {
  if (!existsSync(join(shared, "corpora", "plover")) && process.env["PACTA_REQUIRE_ALL"] !== "1") return context.skip(`no corpora in ${shared}`);
  for (const [texts, { codes, outside }] of [
    [ploverTexts(shared, CODES.plover), CODES.plover],
    [petrarchTexts(shared, CODES.petrarch), CODES.petrarch],
  ] as const) {
    const found = new Set(texts.flatMap(({ events }) => events.map(({ code }) => code)));
    expect([...found].sort()).toEqual([...Object.keys(codes), ...Object.keys(outside)].filter((code) => found.has(code)).sort());
    expect(found.size).toBeGreaterThan(15);
  }
});
