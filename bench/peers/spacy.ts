// Where the peer is found: a Python with spaCy's small English pipeline. It is no part of the project, and a bench
// without it still measures our own side; the run that must have everything (PACTA_REQUIRE_ALL=1) installs it.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { PactaError } from "../../src/error.ts";

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL("spacy_peer.py", import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));
const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/pacta-spacy", import.meta.url));
const VENV_PYTHON = process.platform === "win32" ? join(FOLDER, "Scripts", "python.exe") : join(FOLDER, "bin", "python");

const versionsOf = z.object({ python: z.string(), spacy: z.string(), pipeline: z.string() });

/** The peer, ready to be run, or why it is not and what would bring it. */
export type Peer =
  | { readonly kind: "found"; readonly command: readonly [python: string, program: string]; readonly versions: z.infer<typeof versionsOf> }
  | { readonly kind: "absent"; readonly why: string };

/** Finds the peer by `$PACTA_SPACY_PYTHON`, else in node_modules/.cache. Throws `PACTA_BENCH_PEER` only under `PACTA_REQUIRE_ALL=1`. */
export async function findPeer(environment: Readonly<Record<string, string | undefined>>): Promise<Peer> {
  const required = environment["PACTA_REQUIRE_ALL"] === "1";
  const python = environment["PACTA_SPACY_PYTHON"] ?? VENV_PYTHON;
  try {
    if (required && python === VENV_PYTHON && !existsSync(python)) await install();
    if (!existsSync(python)) return { kind: "absent", why: `spaCy is not measured: no ${shown(python)}. ${REMEDY}` };
    const { stdout } = await run(python, [PROGRAM, "versions"]);
    return { kind: "found", command: [python, PROGRAM], versions: versionsOf.parse(JSON.parse(stdout)) };
  } catch (cause) {
    const what = `${shown(python)} does not run spaCy: ${(cause instanceof Error ? cause.message : String(cause)).trimEnd().split("\n").at(-1)}`;
    if (required) throw new PactaError("PACTA_BENCH_PEER", what, REMEDY, {}, cause);
    return { kind: "absent", why: `spaCy is not measured: ${what}. ${REMEDY}` };
  }
}

async function install(): Promise<void> {
  await run("python3", ["-m", "venv", FOLDER]);
  await run(VENV_PYTHON, ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]);
}

/** Paths as they are typed in the checkout. */
function shown(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith("..") ? file : near;
}

const REMEDY = `Name a Python that has it with PACTA_SPACY_PYTHON, or install it here:
  python3 -m venv ${shown(FOLDER)}
  ${shown(VENV_PYTHON)} -m pip install -r ${shown(REQUIREMENTS)}`;
