// Installs the packed tarball in an empty project, as a user would: the machine's own Node and npm, no .npmrc, no
// PATH of this checkout. `npm run smoke -- 10` takes npm 10 for it. What runs from the sources here may be missing there.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ROOT } from "./checkout.ts";

/** What must be in the installed package, by folder or file. */
const NEEDED = [
  "bin/pacta.cjs",
  "dist/index.js",
  "dist/index.d.ts",
  "dist/web/index.html",
  "dist/cli/main.js",
  "knowledge",
  "models",
  "examples",
  "README.md",
  "LICENSE",
  "docs/errors.md",
];

/** The environment without what npm and this checkout add to it, which an empty project would not have. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE$|INIT_CWD$)/i.test(name));
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.startsWith(ROOT) && !folder.includes("node_modules"));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

/** Packs this checkout into the folder and gives the tarball's path. */
function pack(folder: string): string {
  execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "inherit" });
  const out = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" });
  const file = /"filename":\s*"([^"]+)"/.exec(out)?.[1];
  if (file === undefined) throw new Error(`npm pack named no file: ${out}`);
  return join(folder, file);
}

/** Runs npm, of the major version asked for, in the project. */
function npm(project: string, major: string | undefined, args: readonly string[]): string {
  const chosen: [string, string[]] = major === undefined ? ["npm", [...args]] : ["npx", ["--yes", `npm@${major}`, ...args]];
  return execFileSync(...chosen, { cwd: project, env: plainEnvironment(), encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

function check(what: string, holds: boolean): void {
  if (!holds) throw new Error(`smoke: ${what}`);
  process.stdout.write(`smoke: ${what}\n`);
}

function smoke(folder: string, major: string | undefined): void {
  const tarball = pack(folder);
  const project = mkdtempSync(join(folder, "project-"));
  writeFileSync(join(project, "package.json"), '{ "name": "empty", "private": true, "type": "module" }\n');
  npm(project, major, ["install", tarball, "--no-audit", "--no-fund"]);
  const installed = join(project, "node_modules", "pacta-ledger");
  for (const path of NEEDED) check(`the package holds ${path}`, existsSync(join(installed, path)));
  check(
    "the package holds no sources and no tests",
    !existsSync(join(installed, "src")) && !existsSync(join(installed, "dist", "resources.test.js")),
  );
  const version: unknown = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const said = npm(project, major, ["exec", "--", "pacta", "--version"]).trim();
  check(`npx pacta --version says ${said}`, JSON.stringify(version).includes(`"version":"${said}"`));
  writeFileSync(join(project, "report.txt"), "France and India signed a contract for 36 Rafale jets on 23 September 2016.\n");
  const read = npm(project, major, ["exec", "--", "pacta", "read", "report.txt", "--dry-run", "--jsonl"]);
  check("npx pacta read finds the signing in a report", /"act":"sign"/.test(read) && /"IND"/.test(read) && /"FRA"/.test(read));
  const library = 'import("pacta-ledger").then((pacta) => console.log(typeof pacta.PactaError))';
  writeFileSync(join(project, "use.js"), library);
  check("the library can be imported", npm(project, major, ["exec", "--", "node", "use.js"]).trim() === "function");
}

const folder = mkdtempSync(join(tmpdir(), "pacta-smoke-"));
try {
  smoke(folder, process.argv[2]);
} finally {
  rmSync(folder, { recursive: true });
}
