// The checkout holds to the house rules. That each rule finds what it is for is shown beside it.
import { expect, test } from "vitest";
import { checkoutFiles, findingLine } from "./checkout.ts";
import { layerFindings } from "./layers.ts";
import { documentedExports, knownCommands, listedErrors, noOddsAndEnds } from "./style/public.ts";
import { allTestsRun, noEscapes, noGoldenByRun, nothingLocal, openingComment, shortFiles } from "./style/text.ts";
import type { Rule } from "./style/text.ts";

const RULES: Readonly<Record<string, Rule>> = {
  "imports go back along the order of the data, through doors, without cycles": layerFindings,
  "no file of code is longer than 350 lines": shortFiles,
  "every file opens with a comment": openingComment,
  "nothing is hidden from the type checker": noEscapes,
  "every test runs": allTestsRun,
  "no run writes the golden file that it checks": noGoldenByRun,
  "nothing names a place of one machine or a registry": nothingLocal,
  "every export has a docstring": documentedExports,
  "docs/errors.md lists exactly the codes that are thrown": listedErrors,
  "pages name only npm scripts that exist": knownCommands,
  "there is no folder for odds and ends": noOddsAndEnds,
};

const checkout = checkoutFiles();

test("the checkout is seen at all", () => {
  expect(checkout.map((file) => file.path)).toEqual(expect.arrayContaining(["src/error.ts", "package.json", "tools/style.test.ts"]));
});

test.for(Object.entries(RULES))("this checkout: %s", ([, rule]) => {
  expect(rule(checkout).map(findingLine)).toEqual([]);
});
