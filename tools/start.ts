// `npm start`: the desk on a ledger of one's own. It builds the pages where they are older than their sources, reads the example reports where there
// is no ledger yet, and serves both until it is stopped. What follows `--` goes to `pacta serve`.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { checkoutFiles, ROOT } from "./checkout.ts";

const PACTA = join(ROOT, "bin", "pacta.cjs");
const BUILT = join(ROOT, "dist", "web", "index.html");

/** Builds the desk's pages where they are absent or older than what they are made of. */
export function builtPages(): void {
  const sources = checkoutFiles().filter(
    ({ path }) => path.startsWith("src/web/") || path.startsWith("src/phrasing/") || path === "vite.config.ts" || path === "package-lock.json",
  );
  const changed = Math.max(...sources.map(({ path }) => statSync(join(ROOT, path)).mtimeMs));
  if (!existsSync(BUILT) || statSync(BUILT).mtimeMs < changed) build();
}

/** Builds beside what is there and takes its place: who builds at the same time, or serves what is there, is not disturbed. */
function build(): void {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  const made = mkdtempSync(join(ROOT, "dist", "web-"));
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  // Whatever runs this, the pages are those that people get.
  const env = { ...process.env, NODE_ENV: "production" };
  execFileSync(process.execPath, [vite, "build", "--outDir", made, "--logLevel", "warn"], { cwd: ROOT, env, stdio: "inherit" });
  const before = `${made}-before`;
  if (existsSync(dirname(BUILT))) renameSync(dirname(BUILT), before);
  renameSync(made, dirname(BUILT));
  rmSync(before, { recursive: true, force: true });
}

function readExamples(ledger: string): void {
  const reports = readdirSync(join(ROOT, "examples")).filter((file) => file !== "README.md");
  const paths = reports.map((file) => `examples/${file}`);
  process.stdout.write(`There is no ledger ${ledger} yet: the example reports are read into it.\n`);
  // Beside it first: a reading that was interrupted must not be taken for a ledger the next time.
  const folder = mkdtempSync(join(dirname(ledger), ".pacta-examples-"));
  const made = join(folder, "pacta.db");
  try {
    execFileSync(process.execPath, [PACTA, "read", ...paths, "--ledger", made], { cwd: ROOT, stdio: "inherit" });
    renameSync(made, ledger);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(options: readonly string[]): void {
  builtPages();
  const named = parseArgs({ args: [...options], options: { ledger: { type: "string" } }, strict: false, allowPositionals: true }).values.ledger;
  const told = typeof named === "string" ? named : process.env["PACTA_LEDGER"];
  const ledger = told ?? join(ROOT, "pacta.db");
  if (!ledger.includes("://") && !existsSync(ledger)) readExamples(ledger);
  const rest = typeof named === "string" ? [] : ["--ledger", ledger];
  const server = spawn(process.execPath, [PACTA, "serve", "--open", ...rest, ...options], { stdio: "inherit" });
  // Whoever stops this stops the server, which ends in its own time.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}

if (import.meta.main) start(process.argv.slice(2));
