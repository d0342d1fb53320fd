// Hostile files, each read in a process of its own with a file that is well behind it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runToEnd } from "../language/process.ts";

const outcome = z.object({ outcomes: z.array(z.string()), seconds: z.number(), processor: z.number(), memory: z.number() });

/** What became of a file: codes or `document`, in order; seconds on the clock and of all processors; millions of bytes at the most. */
export type Measured = z.infer<typeof outcome> & { readonly name: string; readonly expected: readonly string[] };

/** A file, and the codes that it must end in. */
export type File = readonly [name: string, bytes: () => string | Uint8Array, expected: readonly string[]];

const ONE = fileURLToPath(new URL("one.mjs", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WELL = "Norway signed a contract with Portugal for two patrol boats, the ministry said on Tuesday.";

/** Builds the package, of which the measured processes are. */
export function build(): void {
  execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "pipe" });
}

/** What each file comes to, one after the other. The file that is well behind it is `document` at the end of its outcomes. */
export async function* measured(files: readonly File[]): AsyncGenerator<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-hostile-"));
  try {
    const well = join(folder, "well.txt");
    writeFileSync(well, WELL);
    for (const [name, bytes, expected] of files) {
      const path = join(folder, name);
      writeFileSync(path, bytes());
      const { out } = await runToEnd([process.execPath, ONE, path, well]);
      rmSync(path);
      yield { name, expected: [...expected, "document"], ...outcome.parse(JSON.parse(out)) };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
