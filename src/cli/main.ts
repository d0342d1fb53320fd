// The command line's entry. It has no top-level await: the launcher (bin/pacta.cjs) loads it with require().
import { readFileSync } from "node:fs";
import { resource } from "../resources.ts";

/** The version in the package's manifest. */
function version(): string {
  const manifest = JSON.parse(readFileSync(resource("package.json"), "utf8")) as { readonly version: string };
  return manifest.version;
}

if (process.argv.includes("--version")) process.stdout.write(`${version()}\n`);
else process.stdout.write("usage: pacta --version\n");
