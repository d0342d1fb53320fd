// Knowledge files that break their schema are named with file and line.
import { expect, test } from "vitest";
import { z } from "zod";
import { PactaError } from "./error.ts";
import { parseKnowledge, readKnowledge } from "./yaml.ts";

const schema = z.strictObject({ acts: z.array(z.strictObject({ name: z.string(), weight: z.number() })) });

function thrownBy(run: () => unknown): PactaError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof PactaError) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

test("a file that fits is read", () => {
  expect(parseKnowledge("acts:\n  - { name: sign, weight: 2 }\n", schema, "a.yaml")).toEqual({ acts: [{ name: "sign", weight: 2 }] });
});

test("a value of the wrong kind is told with its file and line", () => {
  const error = thrownBy(() => parseKnowledge("acts:\n  - { name: sign, weight: 2 }\n  - name: agree\n    weight: heavy\n", schema, "a.yaml"));
  expect(error.code).toBe("PACTA_KNOWLEDGE_INVALID");
  expect(error.place).toEqual({ source: "a.yaml", line: 4 });
  expect(error.message).toContain("acts.1.weight");
});

test("broken YAML is told with its line", () => {
  expect(thrownBy(() => parseKnowledge("acts:\n  - [1, 2\n", schema, "a.yaml")).place.source).toBe("a.yaml");
  expect(thrownBy(() => parseKnowledge("acts:\n  - 'x\n", schema, "a.yaml")).place.line).toBeGreaterThanOrEqual(2);
});

test("a file that is not there is told with its path", () => {
  const error = thrownBy(() => readKnowledge("no/such/file.yaml", schema));
  expect([error.code, error.place.source]).toEqual(["PACTA_KNOWLEDGE_MISSING", "no/such/file.yaml"]);
});

test("a field too many is told at its own line", () => {
  const error = thrownBy(() => parseKnowledge("# remark\nacts: []\nmore: 1\n", schema, "a.yaml"));
  expect(error.message).toBe('Unrecognized key: "more"');
  expect(error.place).toEqual({ source: "a.yaml", line: 3 });
});
