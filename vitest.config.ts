// How the tests run: two workers for two cores, and no snapshot is ever written by the run that checks it.
// `npm run test:full` is the mode "full": it adds the long tests (`*.full.test.ts`), and others try harder (`PACTA_FULL`).
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

// As the launcher has it: programs that tests start find what others compiled, which is a third to a half of what a short one costs.
const compiled = { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules", ".cache", "pacta-tests") };

export default defineConfig(({ mode }) => ({
  test: {
    include: ["src/**/*.test.ts", "tools/**/*.test.ts", "bench/**/*.test.ts", "test/**/*.test.ts"],
    exclude: mode === "full" ? configDefaults.exclude : [...configDefaults.exclude, "**/*.full.test.ts"],
    env: { ...compiled, ...(mode === "full" ? { PACTA_FULL: "1" } : {}) },
    setupFiles: ["tools/seed.setup.ts"],
    globalSetup: ["src/ledger/postgres/setup.fixture.ts"],
    update: "none",
    maxWorkers: 2,
    testTimeout: 20_000,
    allowOnly: false,
  },
}));
