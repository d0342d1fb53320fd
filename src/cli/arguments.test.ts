// A slip on the command line must never give an answer to another question.
import type { ArgsDef } from "citty";
import { expect, test } from "vitest";
import { argumentsOf } from "./arguments.ts";

const defs = {
  path: { type: "positional", valueHint: "..." },
  "as-of": { type: "string", valueHint: "DAY" },
  kind: { type: "enum", options: ["transfer", "measure"] },
  jsonl: { type: "boolean" },
} satisfies ArgsDef;

const read = (...raw: string[]) => argumentsOf("deals", raw, defs);
const slip = (...raw: string[]): string => {
  try {
    read(...raw);
  } catch (thrown) {
    return String(thrown);
  }
  return "";
};

test("flags and paths are taken in any order, with or without an equals sign", () => {
  expect(read("a", "--as-of", "2015-01-20", "b", "--jsonl")).toMatchObject({ _: ["a", "b"], "as-of": "2015-01-20", jsonl: true });
  expect(read("--as-of=2015-01-20", "--kind=measure", "-")).toMatchObject({ _: ["-"], kind: "measure" });
});

test("a flag that a command cannot do without is asked for", () => {
  const needy = { slot: { type: "string", valueHint: "SLOT", required: true } } satisfies ArgsDef;
  expect(() => argumentsOf("review pin", [], needy)).toThrow("pacta review pin needs --slot");
  expect(argumentsOf("review pin", ["--slot=object"], needy)).toMatchObject({ slot: "object" });
});

test("a path that looks like a flag can be given behind two dashes", () => {
  expect(read("--", "--jsonl")._).toEqual(["--jsonl"]);
});

test.each([
  [["a", "--as-off", "x"], "PACTA_USAGE_FLAG: pacta deals knows no --as-off. Did you mean --as-of?"],
  [["a", "-x"], "PACTA_USAGE_FLAG: pacta deals knows no -x. See pacta deals --help"],
  [["a", "--constructor"], "PACTA_USAGE_FLAG: pacta deals knows no --constructor. See pacta deals --help"],
  [["a", "--as-of"], "PACTA_USAGE_VALUE: --as-of needs a value. Write --as-of DAY"],
  [["a", "--as-of", "--jsonl"], "PACTA_USAGE_VALUE: --as-of needs a value. Write --as-of DAY"],
  [["a", "--jsonl=yes"], "PACTA_USAGE_VALUE: --jsonl takes no value. Write --jsonl alone"],
  [["a", "--kind", "mesure"], 'PACTA_USAGE_VALUE: --kind cannot be "mesure". Did you mean measure?'],
  [["--jsonl"], "PACTA_USAGE_ARGUMENT: pacta deals needs PATH. See pacta deals --help"],
])("%j is refused", (raw, message) => {
  expect(slip(...raw)).toBe(message);
});

test("one argument too many is refused where only one is taken", () => {
  const one = { id: { type: "positional", required: true } } as const;
  expect(() => argumentsOf("deal", ["a", "b"], one)).toThrow('pacta deal does not take "b"');
});
