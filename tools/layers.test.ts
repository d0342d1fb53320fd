// The order of the parts, their doors and cycles, on small checkouts made up for each case.
import { expect, test } from "vitest";
import { layerFindings } from "./layers.ts";
import { found } from "./style/found.fixture.ts";

/** An import statement, put together so that this file's own imports stay as they are. */
function importing(path: string): string {
  return ["import { x } from", `"${path}";\n`].join(" ");
}

const DOORS = { "src/document/index.ts": "", "src/language/index.ts": "", "src/error.ts": "", "src/index.ts": "" };

test("an import back along the order, through the door, is what the rule wants", () => {
  const text = importing("../document/index.ts") + importing("../error.ts") + importing("./b.ts");
  expect(found(layerFindings, { ...DOORS, "src/language/a.ts": text, "src/language/b.ts": "" })).toEqual([]);
});

test("an import ahead, past a door, of nothing, or of the library's own door is found on its line", () => {
  const ahead = { ...DOORS, "src/document/a.ts": `// why\n${importing("../language/index.ts")}` };
  expect(found(layerFindings, ahead)).toEqual(["src/document/a.ts:2: document comes before language and must not import it"]);
  const past = { ...DOORS, "src/document/a.ts": "", "src/language/b.ts": importing("../document/a.ts") };
  expect(found(layerFindings, past)).toEqual(["src/language/b.ts:1: enter through src/document/index.ts, not src/document/a.ts"]);
  expect(found(layerFindings, { "src/document/a.ts": importing("./gone.ts") })).toEqual(["src/document/a.ts:1: src/document/gone.ts does not exist"]);
  expect(found(layerFindings, { ...DOORS, "src/document/a.ts": importing("../index.ts") })).toHaveLength(1);
  expect(found(layerFindings, { "src/error.ts": importing("./document/index.ts"), "src/document/index.ts": "" })).toHaveLength(1);
});

test("folders within a part have doors too, and a file does not go through its own", () => {
  const files = { "src/reading/money/index.ts": "", "src/reading/money/sum.ts": "", "src/reading/claim.ts": "" };
  expect(found(layerFindings, { ...files, "src/reading/slot/a.ts": importing("../money/index.ts") + importing("../claim.ts") })).toEqual([]);
  expect(found(layerFindings, { ...files, "src/reading/slot/a.ts": importing("../money/sum.ts") })).toHaveLength(1);
  expect(found(layerFindings, { ...files, "src/reading/money/sum.ts": importing("./index.ts") })).toHaveLength(1);
  expect(found(layerFindings, { ...files, "tools/a.ts": importing("../src/reading/money/sum.ts") })).toHaveLength(1);
});

test("a folder without a place in the order is found", () => {
  expect(found(layerFindings, { ...DOORS, "src/magic/a.ts": importing("../document/index.ts") })).toHaveLength(1);
});

test("a round of imports is found even where it is made of types, over several lines and at run time", () => {
  const files = {
    "src/deal/a.ts": 'import type {\n  B,\n} from "./b.ts";',
    "src/deal/b.ts": 'export { c } from "./c.ts";',
    "src/deal/c.ts": 'const a = await import("./a.ts");',
  };
  expect(found(layerFindings, files)).toEqual(["src/deal/a.ts: imports itself by way of src/deal/b.ts, src/deal/c.ts"]);
  expect(found(layerFindings, { ...files, "src/deal/c.ts": '// import("./a.ts")' })).toEqual([]);
});
