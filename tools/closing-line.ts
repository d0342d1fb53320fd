// The closing line of a CI run, taken from what vitest wrote of its own run and from nothing else.
import { readFileSync } from "node:fs";
import { z } from "zod";

const results = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * `N passed, N failed, N skipped` of vitest's JSON report. A test file that failed before any of its tests could run
 * counts as one failure, and so does a run that failed without naming one: a crash must not read as nought failed.
 */
export function closingLine(report: unknown): string {
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = results.parse(report);
  const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  const failed = Math.max(numFailedTests + unloaded, success ? 0 : 1);
  return `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`;
}

if (import.meta.main) process.stdout.write(`${closingLine(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")))}\n`);
