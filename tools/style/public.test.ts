// Each rule finds what it is for and leaves the like of it alone: a rule that cannot fail holds nothing.
import { expect, test } from "vitest";
import { found } from "./found.fixture.ts";
import { codesIn, documentedExports, knownCommands, listedErrors, noOddsAndEnds } from "./public.ts";

test("an export without a docstring is found; doors, tests and types derived from a documented value need none", () => {
  const fine = {
    "src/a.ts": "/** Says. */\nexport function a(): void {}\nexport type B = z.infer<typeof b>;\n",
    "src/index.ts": 'export { a } from "./a.ts";',
    "src/a.test.ts": "export const c = 1;",
  };
  expect(found(documentedExports, fine)).toEqual([]);
  expect(found(documentedExports, { "src/a.ts": "// Not a docstring.\nexport const a = 1;\nexport async function b() {}\n" })).toHaveLength(2);
});

test("codes and the page of codes are held to each other, both ways", () => {
  const page = "| code | what |\n|---|---|\n| `PACTA_A` | a |\n";
  const code = (name: string): string => `throw new PactaError("PACTA_${name}", "", "");`;
  expect(found(listedErrors, { "docs/errors.md": page, "src/a.ts": code("A"), "src/a.test.ts": code("T") })).toEqual([]);
  expect(found(listedErrors, { "docs/errors.md": page, "src/a.ts": code("A") + code("B") })).toEqual([
    "src/a.ts: PACTA_B is not listed in docs/errors.md",
  ]);
  expect(found(listedErrors, { "docs/errors.md": `${page}| \`$PACTA_B\` | b |`, "src/a.ts": code("A") + code("B") })).toEqual([]);
  expect(found(listedErrors, { "docs/errors.md": page })).toEqual(["docs/errors.md: PACTA_A is listed, but nothing throws it"]);
});

test("the name of an environment variable is no error code", () => {
  expect([...codesIn('// "PACTA_OLD"\nfail(environment["PACTA_LEDGER"], ["PACTA_USAGE", x])')]).toEqual(["PACTA_USAGE"]);
});

test("a page that names a script that does not exist is found", () => {
  const manifest = { "package.json": '{\n  "scripts": {\n    "test:full": "vitest"\n  }\n}' };
  expect(found(knownCommands, { ...manifest, "README.md": "`npm run test:full`" })).toEqual([]);
  expect(found(knownCommands, { ...manifest, "README.md": "a\n`npm run -s tset`" })).toEqual(["README.md:2: there is no npm script tset"]);
  expect(found(knownCommands, { ...manifest, "src/a.ts": 'const remedy = "Run npm run tset";' })).toHaveLength(1);
});

test("a folder or file for odds and ends is found", () => {
  expect(found(noOddsAndEnds, { "src/reading/claim.ts": "", "tools/utils/a.ts": "" })).toEqual([]);
  expect(found(noOddsAndEnds, { "src/reading/utils/a.ts": "", "src/deal/types.ts": "" })).toHaveLength(2);
});
