// The launcher in a package made up for each case. An older Node is played by one that is told it is older: the
// launcher goes by process.versions alone.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "./checkout.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pacta-launcher-"));
  mkdirSync(join(folder, "bin"));
  copyFileSync(join(ROOT, "bin", "pacta.cjs"), join(folder, "bin", "pacta.cjs"));
  put("package.json", '{ "type": "module" }');
  put("older.cjs", 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } });');
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The Node that npm would have installed for this system. */
function bundleNode(): void {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  put(`node_modules/${name}/package.json`, "{}");
  mkdirSync(join(folder, "node_modules", name, "bin"));
  symlinkSync(process.execPath, join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node"));
}

function launch(...before: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...before, join(folder, "bin", "pacta.cjs"), "deals", "--x y"], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const PROGRAM = "process.stdout.write(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;";
const DONE = { status: 3, stdout: '["deals","--x y"]', stderr: "" };

test("a checkout runs its sources, an installed package its built files", () => {
  put("dist/cli/main.js", PROGRAM);
  expect(launch()).toEqual(DONE);
  put("src/cli/main.ts", `const code: number = 4; ${PROGRAM.replace("3", "code")}`);
  expect(launch()).toEqual({ ...DONE, status: 4 });
});

test("an older Node hands the same command to the Node that the package brings, and ends as it ends", () => {
  put("dist/cli/main.js", PROGRAM);
  bundleNode();
  expect(launch("--require", join(folder, "older.cjs"))).toEqual(DONE);
});

test("an older Node without that one says so in one line", () => {
  put("dist/cli/main.js", PROGRAM);
  const { status, stdout, stderr } = launch("--require", join(folder, "older.cjs"));
  expect({ status, stdout }).toEqual({ status: 78, stdout: "" });
  expect(stderr).toMatch(/^PACTA_NODE_UNSUITABLE: this is Node 20\.1\.0 [^\n]*Install Node 24 or newer[^\n]*\n$/);
});

test("a package that was never built says so", () => {
  const { status, stderr } = launch();
  expect(status).toBe(78);
  expect(stderr).toMatch(/^PACTA_NOT_BUILT: /);
});
