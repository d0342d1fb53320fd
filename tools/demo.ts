// `npm run demo`: the README's first command. It runs the commands that a user would type, and shows them, on the
// example reports and a fresh ledger, so that what it prints is what Pacta does and nothing prepared.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "./checkout.ts";

const PACTA = join(ROOT, "bin", "pacta.cjs");
const dealLine = z.object({ id: z.string(), name: z.string(), documents: z.array(z.string()) });

/** Runs a command on the terminal, after showing it. */
function show(args: readonly string[]): void {
  process.stdout.write(`\n$ pacta ${args.join(" ")}\n`);
  execFileSync(process.execPath, [PACTA, ...args], { cwd: ROOT, stdio: "inherit" });
}

/** The deal that most reports tell of. */
function mainDeal(ledger: string): z.infer<typeof dealLine> {
  const lines = execFileSync(process.execPath, [PACTA, "deals", "--jsonl", "--ledger", ledger], { cwd: ROOT, encoding: "utf8" });
  const deals = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => dealLine.parse(JSON.parse(line)));
  const [first] = deals.toSorted((a, b) => b.documents.length - a.documents.length);
  if (first === undefined) throw new Error("the examples gave no deal");
  return first;
}

const reports = readdirSync(join(ROOT, "examples")).filter((file) => file !== "README.md");
const ledger = join(mkdtempSync(join(tmpdir(), "pacta-demo-")), "pacta.db");
show(["read", ...reports.map((file) => `examples/${file}`), "--ledger", ledger]);
show(["deals", "--ledger", ledger]);
const deal = mainDeal(ledger);
show(["deal", deal.id, "--ledger", ledger]);
process.stdout.write(`
Next: ask what was known on a day,
  npm run -s pacta -- deal ${deal.id} --ledger ${ledger} --known 2021-09-17
or read your own reports: npm run -s pacta -- read FILE... --ledger ${ledger}
`);
