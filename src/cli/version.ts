// `pacta version` and `pacta --version`: nothing is loaded for it but the manifest.
import { readFileSync } from "node:fs";
import { resource } from "../resources.ts";
import { command } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { EXIT } from "./exit.ts";
import type { ExitCode } from "./exit.ts";

/** The version in the package's manifest. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(resource("package.json"), "utf8")) as { readonly version: string };
  return manifest.version;
}

/** Prints the version alone. */
export async function printVersion({ out }: Surroundings): Promise<ExitCode> {
  await out.write(`${packageVersion()}\n`);
  return EXIT.ok;
}

/** `pacta version`. */
export const version = command({
  args: { json: { type: "boolean", description: "as JSON: version, node, platform" } },
  examples: ["pacta version --json"],
  run: async ({ json }, around) => {
    if (json !== true) return printVersion(around);
    const { node } = process.versions;
    await around.out.write(`${JSON.stringify({ version: packageVersion(), node, platform: `${process.platform}-${process.arch}` })}\n`);
    return EXIT.ok;
  },
});
