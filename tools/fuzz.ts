// `npm run fuzz [-- N]`: requests made up from the server's OpenAPI document, right ones and wrong ones, N (20) for each route besides those for each
// bound of each parameter. Whatever the document does not say of an answer is a failure. The fuzzer is schemathesis, in a virtual environment of its own.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./checkout.ts";

const PACTA = join(ROOT, "bin", "pacta.cjs");
const VENV = join(ROOT, "node_modules", ".cache", "pacta-schemathesis");
const FUZZER = join(VENV, "bin", "schemathesis");

/** The same made-up requests each time, so that what fails in one run can be looked at in the next. */
const SEED = 7;

/** Makes the virtual environment where there is none. False where this machine has no Python for it. */
function fuzzerIsThere(): boolean {
  if (existsSync(FUZZER)) return true;
  if (spawnSync("python3", ["-m", "venv", VENV], { stdio: "inherit" }).status !== 0) return false;
  const requirements = join(ROOT, "tools", "fuzz-requirements.txt");
  return spawnSync(join(VENV, "bin", "python3"), ["-m", "pip", "install", "-q", "-r", requirements], { stdio: "inherit" }).status === 0;
}

/** Runs the fuzzer against a server over the example reports, and gives its exit code. */
async function fuzz(examples: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-fuzz-"));
  const ledger = join(folder, "pacta.db");
  execFileSync(process.execPath, [PACTA, "read", "examples", "--ledger", ledger], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  const server = spawn(process.execPath, [PACTA, "serve", "--ledger", ledger, "--port", "0", "--rate", "100000", "--log", "error"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [url] = (await once(server.stdout.setEncoding("utf8"), "data")) as [string];
    const args = ["run", `${url.trim()}/openapi.json`, "--max-examples", String(examples), "--seed", String(SEED), "--continue-on-failure"];
    const fuzzer = spawn(FUZZER, args, { cwd: folder, stdio: "inherit" });
    const [code] = (await once(fuzzer, "exit")) as [number | null];
    return code ?? 1;
  } finally {
    server.kill("SIGINT");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

if (fuzzerIsThere()) process.exitCode = await fuzz(Number(process.argv[2] ?? 20));
else if (process.env["PACTA_REQUIRE_ALL"] === "1") throw new Error("the fuzzer cannot be installed: python3 with venv and pip is needed");
else process.stdout.write("skipped: python3 with venv and pip is needed for the fuzzer\n");
