// Each rule finds what it is for and leaves the like of it alone: a rule that cannot fail holds nothing.
import { expect, test } from "vitest";
import { found } from "./found.fixture.ts";
import { allTestsRun, noEscapes, noGoldenByRun, nothingLocal, openingComment, shortFiles } from "./text.ts";

test("350 lines pass, 351 do not, and data may be longer", () => {
  const lines = (count: number): string => "x\n".repeat(count);
  expect(found(shortFiles, { "src/a.ts": lines(350), "knowledge/a.yaml": lines(900) })).toEqual([]);
  expect(found(shortFiles, { "training/a.py": lines(351) })).toHaveLength(1);
});

test("a file without an opening comment is found; a shebang may come first", () => {
  expect(found(openingComment, { "src/a.ts": "// Why.\n", "bin/a.cjs": "#!/usr/bin/env node\n// Why.\n", "training/a.py": '"""Why."""\n' })).toEqual(
    [],
  );
  expect(found(openingComment, { "src/a.ts": 'import "./b.ts";\n// Late.\n', "knowledge/deals/a.yaml": "states: []\n" })).toHaveLength(2);
});

test("an any and a silencing comment are found; the word in prose, strings and names is not", () => {
  expect(found(noEscapes, { "src/a.ts": '// any of them\nconst any = ": any"; list.any(x); const many: Company = 1;' })).toEqual([]);
  const silence = ["// @ts", "ignore"].join("-");
  expect(found(noEscapes, { "src/a.ts": `let a: any;\nlet b = c as any;\nlet d: Map<string, any>;\n${silence}\n` })).toHaveLength(4);
});

test("a test that is kept from running is found; one that skips itself with a reason is not", () => {
  expect(
    found(allTestsRun, { "src/a.test.ts": 'test("only skip todo", (context) => context.skip("no corpus"));\ntest.skipIf(absent)("b", f);' }),
  ).toEqual([]);
  const kept = ["only", "skip", "todo"].map((word) => `test.${word}("a", f);\n`).join("") + 'describe.concurrent.only("b", f);';
  expect(found(allTestsRun, { "src/a.test.ts": kept })).toHaveLength(4);
});

test("snapshots that a run writes are found, in tests, in the configuration and in the scripts", () => {
  const fine = {
    "src/a.test.ts": "await expect(x).toMatchFileSnapshot(file);",
    "vitest.config.ts": 'update: "none"',
    "package.json": '"test": "vitest run"',
  };
  expect(found(noGoldenByRun, fine)).toEqual([]);
  expect(found(noGoldenByRun, { ...fine, "src/a.test.ts": "expect(x).toMatchSnapshot(); expect(y).toMatchInlineSnapshot(`z`);" })).toHaveLength(2);
  expect(found(noGoldenByRun, { ...fine, "vitest.config.ts": "update: true" })).toHaveLength(1);
  expect(found(noGoldenByRun, { ...fine, "package.json": '"test": "vitest run --update"' })).toHaveLength(1);
});

test("a machine's path and a registry's host are found; a URL's path and a word are not", () => {
  const within = ["at", "work", "place"].join("/");
  expect(found(nothingLocal, { "docs/a.md": `https://example.org/home/page, ${within}, ../shared/gold, Rodina/root` })).toEqual([]);
  const local = [["", "home", "me", "x"].join("/"), ["", "work", "main"].join("/"), ["registry", "npmjs", "org"].join(".")].join(" and ");
  expect(found(nothingLocal, { "docs/a.md": local })).toHaveLength(3);
});
