// Names that reports credit, and the names of outlets.
import { describe, expect, test } from "vitest";
import { creditsAmong, hostOf, nameKey, namesIn, outletsAt } from "./credit.ts";
import { loadNearRules } from "./rules.ts";
import { agencies, read } from "./story.fixture.ts";

const rules = loadNearRules();
const prose = "The two governments signed the contract on Monday after months of talks about the price, the parts and the training of crews.";

describe("credits", () => {
  test.each([
    ["an agency in the dateline", `PARIS, Jan 5 (Reuters) - ${prose}\n\n${prose}`, ["reuters"]],
    ["an agency in the byline", `Two states sign at last\n\nBy Ann Lee, Associated Press\n\n${prose}`, ["associatedpress"]],
    ["an agency alone at the end", `${prose}\n\n${prose}\n\n(AFP)`, ["afp"]],
    ["no agency that the report only speaks of", `${prose} It was seen by Reuters, AFP and others.`, []],
    ["no place of a dateline", `MOSCOW, Jan 5 - ${prose}\n\n${prose}`, []],
  ])("%s", (_, text, credits) => {
    expect(creditsAmong(namesIn(read({ text })), agencies)).toEqual(credits);
  });

  test("are the sources that the input cites, and those behind a via", () => {
    expect(creditsAmong(namesIn(read({ text: prose, sources: ["AFP via Yahoo! News", "The Post"] })), agencies)).toEqual([
      "afp",
      "post",
      "yahoonews",
    ]);
  });
});

describe("an outlet goes by", () => {
  test.each([
    ["https://www.reuters.com/a", ["reuters", "thomsonreuters"]],
    ["https://feeds.reuters.com/a", ["reuters", "thomsonreuters"]],
    ["https://notreuters.com/a", ["notreuters"]],
    ["https://www.kuna.net.kw/a", ["kuna"]],
    ["https://news.example.co.uk/a", ["example"]],
    ["https://localhost/a", []],
    ["http://127.0.0.1/a", []],
    ["none", []],
  ])("%s: %j", (url, names) => {
    expect(outletsAt(hostOf(url), rules)).toEqual(names);
  });
});

test("names are compared without case, article and signs", () => {
  expect(nameKey("The New York Times")).toBe(nameKey("new york-times"));
  expect(nameKey("Yahoo! News")).toBe("yahoonews");
});
