// The written forms of a lemma.
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../language/index.ts";
import { formsOf, irregularForms } from "./inflect.ts";

const IRREGULAR = irregularForms(loadLexicon().irregular);

describe("formsOf", () => {
  it.each([
    ["sign", "verb", ["sign", "signs", "signed", "signing"]],
    ["negotiate", "verb", ["negotiates", "negotiated", "negotiating"]],
    ["ban", "verb", ["bans", "banned", "banning"]],
    ["supply", "verb", ["supplies", "supplied", "supplying"]],
    ["purchase", "verb", ["purchases", "purchased", "purchasing"]],
    ["untie", "verb", ["untied", "untying"]],
    ["panic", "verb", ["panicked", "panicking"]],
    ["treaty", "noun", ["treaty", "treaties"]],
    ["loaf", "noun", ["loaves"]],
    ["breach", "noun", ["breaches"]],
    ["close", "adjective", ["closer", "closest"]],
    ["wary", "adjective", ["warier", "wariest"]],
    ["supply", "any", ["supplies", "supplied", "supplier"]],
  ] as const)("gives the regular forms of %s as a %s", (lemma, kind, forms) => {
    expect(formsOf(lemma, kind, IRREGULAR)).toEqual(expect.arrayContaining([...forms]));
  });

  it.each([
    ["work", "verb", "worker"],
    ["work", "noun", "worker"],
    ["accord", "noun", "according"],
    ["train", "noun", "trained"],
    ["close", "adjective", "closed"],
  ] as const)("gives no form of %s as a %s that another part of speech has", (lemma, kind, form) => {
    expect(formsOf(lemma, kind, IRREGULAR)).not.toContain(form);
  });

  it.each([
    ["buy", ["bought"]],
    ["sell", ["sold"]],
    ["break", ["broke", "broken"]],
    ["freeze", ["froze", "frozen"]],
    ["withdraw", ["withdrew", "withdrawn"]],
    ["pay", ["paid"]],
    ["meet", ["met"]],
    ["lend", ["lent"]],
    ["find", ["found"]],
    ["be", ["is", "were"]],
    ["have", ["has", "had"]],
  ])("gives the irregular forms of %s", (lemma, forms) => {
    expect(formsOf(lemma, "any", IRREGULAR)).toEqual(expect.arrayContaining(forms));
  });

  it("gives no form of another verb", () => {
    expect(formsOf("sell", "any", IRREGULAR)).not.toContain("sent");
  });
});
