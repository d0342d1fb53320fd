// Whom and how much words mean is said by our own recognisers: with annotations laid by hand, and with the real ones.
import { expect, test } from "vitest";
import type { Document, Span } from "../document/index.ts";
import { openReader } from "../reading/index.ts";
import type { AnnotatedDocument, PartyMention } from "../reading/index.ts";
import { allThere, WEIGHTS } from "../reading/model.fixture.ts";
import { annotatedOf, documentOf } from "./annotated.fixture.ts";
import { moneyAt, partiesAt, timeAt } from "./resolve.ts";

function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" does not stand in the text`);
  return { start, end: start + words.length };
}

/** Names of the parties that words mean. */
const named = (annotated: AnnotatedDocument, words: string) =>
  partiesAt(spanIn(annotated.analysis.document.text, words), annotated).map(({ value: { id, name, via } }) => [
    id ?? name,
    ...(via === undefined ? [] : [via]),
  ]);

test("a demonym is the party only where nothing else in the words is", () => {
  const document = documentOf("Norwegian yard Verft paid. Norwegian ships left.");
  const parties: PartyMention[] = [
    { type: "party", start: 0, end: 9, id: "NOR", name: "Norway", kind: "state", form: "demonym" },
    { type: "party", start: 15, end: 20, name: "Verft", kind: "company", form: "name", state: "NOR" },
    { type: "party", start: 27, end: 36, id: "NOR", name: "Norway", kind: "state", form: "demonym" },
  ];
  const annotated = annotatedOf(document, {});
  const both = { ...annotated, annotations: { ...annotated.annotations, parties } };
  expect(named(both, "Norwegian yard Verft")).toEqual([["Verft"]]);
  expect(named(both, "Norwegian ships")).toEqual([["NOR"]]);
});

test("a conversion is no sum and a length no time of an act", () => {
  const document = documentOf("It paid $3 million (2.8 million euros) for two years in 2030.");
  const annotated = annotatedOf(document, { sums: { "$3 million": { amount: 3e6, currency: "USD" } }, times: { "in 2030": "2030" } });
  const more: AnnotatedDocument = {
    ...annotated,
    annotations: {
      ...annotated.annotations,
      money: [
        ...annotated.annotations.money,
        { type: "money", ...spanIn(document.text, "2.8 million euros"), amount: 2.8e6, currency: "EUR", bound: "exact", conversion: true },
      ],
      times: [
        ...annotated.annotations.times,
        { type: "time", ...spanIn(document.text, "two years"), norm: "2032", basis: "anchored", duration: true },
      ],
    },
  };
  const at = (words: string) => spanIn(document.text, words);
  expect(moneyAt(at("2.8 million euros"), "payment", more)).toBeUndefined();
  expect(moneyAt(at("$3 million (2.8 million euros)"), "payment", more)?.value.currency).toBe("USD");
  expect(timeAt(at("two years"), more)).toBeUndefined();
  expect(timeAt(at("for two years in 2030"), more)?.value.norm).toBe("2030");
});

test.runIf(allThere("resolve.test.ts", WEIGHTS))(
  "the real recognisers roll officials up, resolve the two countries, and leave crowds alone",
  { timeout: 120_000 },
  async () => {
    const text =
      "Russian Defense Minister Sergei Shoigu said in Tehran on Tuesday that Moscow will supply the Iranian army. The two countries signed a $1.3 billion contract with the French company Naval Group. Protesters went home.";
    const document: Document = documentOf(text, { published: { day: "2015-01-22", basis: "caller" } });
    const reader = await openReader({ threads: 1 });
    const [annotated] = await reader.annotate([document]);
    await reader.close();
    if (annotated === undefined) throw new Error("nothing was annotated");
    expect(named(annotated, "Russian Defense Minister Sergei Shoigu")).toEqual([["RUS", "Sergei Shoigu"]]);
    expect(named(annotated, "the Iranian army")).toEqual([["IRN", "Iranian army"]]);
    expect(named(annotated, "The two countries").map(([id]) => id)).toEqual(["RUS", "IRN"]);
    expect(named(annotated, "the French company Naval Group")).toEqual([["Naval Group"]]);
    expect(named(annotated, "Protesters")).toEqual([]);
    expect(timeAt(spanIn(text, "Tuesday"), annotated)?.value).toEqual({ norm: "2015-01-20", basis: "anchored" });
    expect(moneyAt(spanIn(text, "$1.3 billion contract"), "value", annotated)?.value).toEqual({
      amount: 1.3e9,
      currency: "USD",
      kind: "value",
      bound: "exact",
    });
  },
);
