// Timelines from files as the corpora have them, and what answers them. The counts can be checked by hand.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../reading/index.ts";
import { sharedFolder } from "../gold.ts";
import { openExplainer } from "../reader.ts";
import { runEval } from "../run.ts";
import { answersTo, awarenessIn, involves, orderOf, positionsOf, standingOn } from "./answer.ts";
import { awarenessOf, relationsOf, sumOfAwareness } from "./awareness.ts";
import type { Placed } from "./awareness.ts";
import { placesOf, storiesOf, storyOf, timelineCorpora, timelineOf, timelinesOf } from "./corpus.ts";
import { loadLabels, scopeOf } from "./labels.ts";
import type { Labels } from "./labels.ts";
import { chainedBy, mentionsIn } from "./meantime.ts";
import { anchorOf } from "./told.ts";
import type { ToldEvent } from "./told.ts";

const STORY = `<?xml version='1.0' encoding='utf-8'?>
<TimeML><DOCID>12</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2015-01-20">2015-01-20</TIMEX3></DCT>
<TEXT><s id="0">Norway signs gas deal with Poland</s><s id="1">January 20 , 2015</s><s id="2">Norway 's minister said : \`\` It 's a deal ( worth US$ 2 bn ) . ''</s><s id="3">Poland &amp; Norway signed the contract on Monday .</s></TEXT>
</TimeML>`;
const TIMELINE =
  "Norway\n0\tXXXX-XX-XX\t12-2-said\n1\t2015-01-19\t12-3-signed\t12-0-signs\n2\t2015-01-20\t12-2-deal\t12-9-gone\n2\t2015-01-20\t12-0-gas_deal\nodd\n";

const story = storyOf(STORY, "a test");
const stories = new Map([[story.id, story]]);
const timeline = timelineOf(TIMELINE.replace("odd\n", ""), "corpus_1");

describe("a story", () => {
  test("is a text as it would be printed, with headline and day on lines of their own", () => {
    expect(story).toMatchObject({ id: "12", date: "2015-01-20" });
    expect(story.text).toBe(
      "Norway signs gas deal with Poland\n\nJanuary 20, 2015\n\nNorway's minister said: \"It's a deal (worth US$2 bn).\" Poland & Norway signed the contract on Monday.",
    );
  });

  test("knows where each token stands", () => {
    for (const tokens of story.sentences.values())
      for (const { form, start, end } of tokens) expect(story.text.slice(start, end)).toBe(form.replace(/``|''/, '"'));
  });

  test("may have its day the other way round, and is refused without one", () => {
    expect(storyOf(STORY.replace('value="2015-01-20"', 'value="20-01-2015"'), "a test").date).toBe("2015-01-20");
    expect(() => storyOf(STORY.replace('value="2015-01-20"', 'value=""'), "a test")).toThrow(
      expect.objectContaining({ code: "PACTA_CORPUS_OTHER", place: { source: "a test" } }),
    );
  });
});

describe("a timeline", () => {
  test("has its events in order with their words, each wherever it stands", () => {
    expect(timeline.entity).toBe("Norway");
    expect(timeline.events.map(({ position, anchor, mentions }) => [position, anchor, mentions.map(({ id }) => id)])).toEqual([
      [0, "XXXX-XX-XX", ["12-2-said"]],
      [1, "2015-01-19", ["12-3-signed", "12-0-signs"]],
      [2, "2015-01-20", ["12-2-deal", "12-9-gone"]],
      [2, "2015-01-20", ["12-0-gas_deal"]],
    ]);
    const words = timeline.events.map(({ mentions }) =>
      mentions.map((mention) => placesOf(mention, story).map(({ start, end }) => story.text.slice(start, end))),
    );
    expect(words).toEqual([[["said"]], [["signed"], ["signs"]], [["deal"], []], [["gas deal"]]]);
    expect(placesOf({ id: "x", story: "12", sentence: 0, forms: ["signs"] }, undefined)).toEqual([]);
  });
});

const place = (key: string, position: number, anchor = `day ${position}`): Placed => ({ key, position, anchor });

describe("temporal awareness", () => {
  test("states each event at its day, and the first of each day before that of the next", () => {
    expect(relationsOf([place("c", 3), place("x", 0), place("a", 1), place("b", 1)])).toEqual([
      { kind: "at", key: "c", anchor: "day 3" },
      { kind: "at", key: "a", anchor: "day 1" },
      { kind: "at", key: "b", anchor: "day 1" },
      { kind: "before", first: "a", second: "c" },
    ]);
  });

  test("of a timeline with itself is whole", () => {
    const all = [place("a", 1), place("b", 2), place("c", 5)];
    expect(awarenessOf(all, all)).toEqual({ right: 5, stated: 5, found: 5, wanted: 5 });
  });

  test("counts what follows: an order over days between, and no wrong day", () => {
    // Gold: a < b < c, 3 days and 2 orders. Ours: a < c, with c on another day: 2 days and 1 order.
    const gold = [place("a", 1), place("b", 2), place("c", 3)];
    expect(awarenessOf([place("a", 1), place("c", 2)], gold)).toEqual({ right: 2, stated: 3, found: 1, wanted: 5 });
    expect(awarenessOf([place("c", 1), place("a", 2)], gold)).toEqual({ right: 0, stated: 3, found: 0, wanted: 5 });
    expect(awarenessOf([place("a", 0)], gold)).toEqual({ right: 0, stated: 0, found: 0, wanted: 5 });
  });

  test("is summed over timelines", () => {
    expect(sumOfAwareness([awarenessOf([place("a", 1)], [place("a", 1)]), awarenessOf([], [place("b", 1)])])).toEqual({
      right: 1,
      stated: 1,
      found: 1,
      wanted: 2,
    });
  });
});

function told(anchor: string | undefined, forms: readonly (readonly [number, string])[], more: Partial<Claim> = {}): ToldEvent {
  const words = forms.flatMap(([sentence, form]) =>
    placesOf({ id: "", story: "12", sentence, forms: [form] }, story).map((span) => ({ ...span, story: "12" })),
  );
  const claim: Claim = {
    id: form(forms),
    act: "sign",
    mode: "actual",
    negated: false,
    actors: [{ id: "NOR", name: "Norway" }],
    targets: [],
    items: [],
    money: [],
    terms: [],
    sources: [],
    evidence: { start: 0, end: 6, quote: "Norway" },
    tellings: [],
    spans: {},
    rule: "test",
    confidence: 1,
    ...more,
  };
  return { claims: [claim], words, ...(anchor === undefined ? {} : { anchor }) };
}
const form = (forms: readonly (readonly [number, string])[]): string => forms.map(([, word]) => word).join("+");

const labels: Labels = { entities: new Map([["Norway", /Norway/]]), between: new Set(["12-0-signs"]), within: new Set(["12-2-deal"]) };
const SIGNED = told("2015-01-19", [
  [3, "signed"],
  [0, "signs"],
]);
const DEAL = told("2015-01-18", [[2, "deal"]], { actors: [], object: "deal with Norway" });

describe("an answer", () => {
  const standing = standingOn([SIGNED, DEAL], stories);

  test("stands on a word of the event, with the entity as party, goods or in the object", () => {
    const answers = answersTo(timeline, "all", labels, standing);
    expect(answers.map(({ told: one, ofEntity }) => [one?.claims[0]?.id, ofEntity?.claims[0]?.id])).toEqual([
      [undefined, undefined],
      ["signed+signs", "signed+signs"],
      ["deal", "deal"],
      [undefined, undefined],
    ]);
    const without = { actors: [], targets: [] };
    expect(involves(told(undefined, [], without), /Norway/)).toBe(false);
    expect(involves(told(undefined, [], { ...without, items: [{ name: "Norway spruce" }] }), /Norway/)).toBe(true);
    expect(involves(told(undefined, [], { ...without, targets: [{ name: "x", via: "Norway's navy" }] }), /Norway/)).toBe(true);
  });

  test("is asked of all events, of acts, or of those between countries", () => {
    const asked = (scope: "all" | "acts" | "between") => answersTo(timeline, scope, labels, standing).length;
    expect([asked("all"), asked("acts"), asked("between")]).toEqual([4, 2, 1]);
    expect(timeline.events.map((event) => scopeOf(event, labels))).toEqual([undefined, "between", "within", undefined]);
  });

  test("is in order where ours are ordered as gold's", () => {
    const answers = answersTo(timeline, "all", labels, standing);
    expect(orderOf(answers)).toEqual({ alike: 0, tied: 0, pairs: 1 });
    const later = standingOn([SIGNED, { ...DEAL, anchor: "2015-XX-XX" }], stories);
    expect(orderOf(answersTo(timeline, "all", labels, later))).toEqual({ alike: 0, tied: 0, pairs: 1 });
    const same = standingOn([SIGNED, { ...DEAL, anchor: "2015-01-19" }], stories);
    expect(orderOf(answersTo(timeline, "all", labels, same))).toEqual({ alike: 0, tied: 1, pairs: 1 });
    const next = standingOn([SIGNED, { ...DEAL, anchor: "2015-01-20" }], stories);
    expect(orderOf(answersTo(timeline, "all", labels, next))).toEqual({ alike: 1, tied: 0, pairs: 1 });
  });

  test("makes a timeline of the entity, without what stands on gold events that are not asked for", () => {
    const all = [SIGNED, DEAL, told("2016-XX-XX", [[3, "contract"]])];
    // Ours: deal < signed < contract, 3 days and 2 orders; one day is right. Gold: 3 days and 1 order.
    expect(awarenessIn(timeline, "all", labels, all, standingOn(all, stories))).toEqual({ right: 1, stated: 5, found: 1, wanted: 4 });
    // Without the deal: signed < contract.
    expect(awarenessIn(timeline, "between", labels, all, standingOn(all, stories))).toEqual({ right: 1, stated: 3, found: 1, wanted: 1 });
  });
});

test("anchors are ordered by days, a year before its months, and what has none has place 0", () => {
  expect(positionsOf(["2007-10-XX", undefined, "2007-XX-XX", "2007-10-15", "2007-XX-XX"])).toEqual([2, 0, 1, 3, 1]);
});

test("the day of an act is its time, else of what is done the day by which it is told", () => {
  const at = (norm: string | undefined, mode: Claim["mode"] = "actual") =>
    anchorOf({ mode, ...(norm === undefined ? {} : { time: { norm, basis: "stated" as const } }) }, { latest: "2015-01-20" });
  expect([at("2007"), at("2007-10"), at("2007-10-15")]).toEqual(["2007-XX-XX", "2007-10-XX", "2007-10-15"]);
  expect([at(undefined), at(undefined, "planned"), at("2016", "planned")]).toEqual(["2015-01-20", undefined, "2016-XX-XX"]);
  expect(at("2015-01-12/2015-01-18")).toBeUndefined();
});

test("mentions of MEANTIME are found by their tokens, and pairs of one chain are one event or not", () => {
  const file = JSON.stringify([
    { doc_id: "12_Norway_signs", sent_id: 0, tokens_number: [1], coref_chain: "a" },
    { doc_id: "12_Norway_signs", sent_id: 3, tokens_number: [3], coref_chain: "a" },
    { doc_id: "12_Norway_signs", sent_id: 2, tokens_number: [9], coref_chain: "a" },
    { doc_id: "13_Elsewhere", sent_id: 0, tokens_number: [1], coref_chain: "a" },
    { doc_id: "12_Norway_signs", sent_id: 0, tokens_number: [99], coref_chain: "a" },
  ]);
  const mentions = mentionsIn(file, stories);
  expect(mentions.map(({ start, end }) => story.text.slice(start, end))).toEqual(["signs", "signed", "deal"]);
  expect(chainedBy(mentions, [SIGNED, DEAL])).toEqual({ pairs: 3, across: 0, told: 3, one: 1 });
  expect(chainedBy(mentions, [SIGNED])).toEqual({ pairs: 3, across: 0, told: 1, one: 1 });
});

test("the part reads a corpus and gives its section", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-timelines-"));
  for (const [path, name, content] of [
    ["timeline/corpus_1/corpus_trackA_TimeML", "12_Norway.tml.gz", STORY],
    ["timeline/corpus_1/TimeLines_Gold_Standard", "norway.txt.gz", TIMELINE.replace("Norway\n", "Airbus\n").replace("odd\n", "")],
    ["meantime", "event_mentions.json.gz", "[]"],
  ] as const) {
    mkdirSync(join(folder, "corpora", path), { recursive: true });
    writeFileSync(join(folder, "corpora", path, name), gzipSync(content));
  }
  let page = "";
  await runEval(["timelines", "--write"], {
    shared: folder,
    openReader: async () => async () => [],
    openAnnotator: async () => async () => [],
    openExplainer,
    print: () => {},
    readPage: () => "# Figures\n",
    writePage: (text) => (page = text),
  });
  rmSync(folder, { recursive: true });
  expect(page).toContain("<!-- eval:timelines -->");
  expect(page).toContain("1 stories; 1 timelines with 6 words of events, 1 of which do not stand where the corpus says.");
  // The signing is read; Airbus has no part in it.
  expect(page).toMatch(/\| both, all events +\| +4 \| +\.\d{3} \| +\.000 \| +0 of 0 \|/);
});

test("every entity of the corpora has its names, and every label is a word of a timeline that stands in its story", (context) => {
  const shared = sharedFolder(process.env);
  if (!existsSync(join(shared, "corpora", "timeline")) && process.env["PACTA_REQUIRE_ALL"] !== "1") return context.skip(`no corpora in ${shared}`);
  const { entities, between, within } = loadLabels();
  const all = timelineCorpora(shared).flatMap((corpus) => timelinesOf(shared, corpus));
  expect(all.filter(({ entity }) => !entities.has(entity)).map(({ entity }) => entity)).toEqual([]);
  const known = new Set(all.flatMap(({ events }) => events.flatMap(({ mentions }) => mentions.map(({ id }) => id))));
  expect([...between, ...within].filter((id) => !known.has(id))).toEqual([]);
  expect(between.isDisjointFrom(within)).toBe(true);
  expect(timelineCorpora(shared).flatMap((corpus) => storiesOf(shared, corpus))).toHaveLength(60);
});
