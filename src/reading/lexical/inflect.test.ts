// The written forms of a lemma.
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../language/index.ts";
import { formsOf, irregularForms } from "./inflect.ts";

const IRREGULAR = irregularForms(loadLexicon().irregular);

describe("formsOf", () => {
  it.each([
    ["sign", ["sign", "signs", "signed", "signing"]],
    ["negotiate", ["negotiates", "negotiated", "negotiating"]],
    ["ban", ["bans", "banned", "banning"]],
    ["supply", ["supplies", "supplied", "supplying"]],
    ["purchase", ["purchases", "purchased", "purchasing"]],
    ["untie", ["untied", "untying"]],
    ["panic", ["panicked", "panicking"]],
    ["treaty", ["treaties"]],
    ["loaf", ["loaves"]],
    ["close", ["closer", "closest"]],
  ])("gives the regular forms of %s", (lemma, forms) => {
    expect(formsOf(lemma, IRREGULAR)).toEqual(expect.arrayContaining(forms));
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
    expect(formsOf(lemma, IRREGULAR)).toEqual(expect.arrayContaining(forms));
  });

  it("gives no form of another verb", () => {
    expect(formsOf("sell", IRREGULAR)).not.toContain("sent");
  });
});
