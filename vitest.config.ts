// How the tests run: two workers for two cores, and no snapshot is ever written by the run that checks it.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "tools/**/*.test.ts", "bench/**/*.test.ts"],
    update: "none",
    maxWorkers: 2,
    testTimeout: 20_000,
    allowOnly: false,
  },
});
