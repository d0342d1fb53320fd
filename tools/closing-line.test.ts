// The line decides whether a run is believed, so that each way to fail is held here.
import { expect, test } from "vitest";
import { closingLine } from "./closing-line.ts";

const PASSED = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{}] }],
};

test("passed, failed and skipped tests are told apart", () => {
  expect(closingLine(PASSED)).toBe("7 passed, 0 failed, 1 skipped");
  expect(closingLine({ ...PASSED, success: false, numFailedTests: 2 })).toBe("7 passed, 2 failed, 1 skipped");
});

test("a file that could not be loaded is a failure although no test of it failed", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [] },
  ];
  expect(closingLine({ ...PASSED, success: false, testResults })).toBe("7 passed, 2 failed, 1 skipped");
});

test("a run that failed for another reason never reads as nought failed", () => {
  expect(closingLine({ ...PASSED, success: false })).toBe("7 passed, 1 failed, 1 skipped");
});

test("a report of another shape is refused", () => {
  expect(() => closingLine({ passed: 7 })).toThrow("numPassedTests");
});
