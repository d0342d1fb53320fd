// How the tests run: two workers for two cores, and no snapshot is ever written by the run that checks it.
// `npm run test:full` is the mode "full": it adds the long tests (`*.full.test.ts`), and others try harder (`PACTA_FULL`).
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  test: {
    include: ["src/**/*.test.ts", "tools/**/*.test.ts", "bench/**/*.test.ts", "test/**/*.test.ts"],
    exclude: mode === "full" ? configDefaults.exclude : [...configDefaults.exclude, "**/*.full.test.ts"],
    env: mode === "full" ? { PACTA_FULL: "1" } : {},
    setupFiles: ["tools/seed.setup.ts"],
    globalSetup: ["src/ledger/postgres/setup.fixture.ts"],
    update: "none",
    maxWorkers: 2,
    testTimeout: 20_000,
    allowOnly: false,
  },
}));
