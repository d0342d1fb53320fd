// Where the peer is found: a Python with spaCy's small English pipeline. It is no part of the project, and a bench
// without it still measures our own side; the run that must have everything (PACTA_REQUIRE_ALL=1) installs it.
import { execFile } from "node:child_process";
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
  | { readonly kind: "absent"; readonly why: string; readonly remedy: string };

/** Finds the peer by `$PACTA_SPACY_PYTHON`, else in node_modules/.cache. Throws `PACTA_BENCH_PEER` only under `PACTA_REQUIRE_ALL=1`. */
export async function findPeer(environment: Readonly<Record<string, string | undefined>>): Promise<Peer> {
  const named = environment["PACTA_SPACY_PYTHON"];
  const peer = await peerBy(named ?? VENV_PYTHON);
  if (peer.kind === "found" || environment["PACTA_REQUIRE_ALL"] !== "1") return peer;
  if (named === undefined) await install();
  const installed = await peerBy(named ?? VENV_PYTHON);
  if (installed.kind === "found") return installed;
  throw new PactaError("PACTA_BENCH_PEER", `the peer is absent: ${installed.why}`, installed.remedy);
}

async function peerBy(python: string): Promise<Peer> {
  try {
    const { stdout } = await run(python, [PROGRAM, "versions"]);
    return { kind: "found", command: [python, PROGRAM], versions: versionsOf.parse(JSON.parse(stdout)) };
  } catch (cause) {
    return { kind: "absent", why: `${shown(python)} runs no spaCy (${lastWords(cause)})`, remedy: REMEDY };
  }
}

function lastWords(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).trimEnd().split("\n").at(-1) ?? "";
}

async function install(): Promise<void> {
  try {
    await run("python3", ["-m", "venv", FOLDER]);
    await run(VENV_PYTHON, ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]);
  } catch (cause) {
    throw new PactaError("PACTA_BENCH_PEER", `spaCy cannot be installed: ${lastWords(cause)}`, REMEDY, {}, cause);
  }
}

/** Paths as they are typed in the checkout. */
function shown(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith("..") ? file : near;
}

const REMEDY = `Name a Python that has it with PACTA_SPACY_PYTHON, or install it here:
  python3 -m venv ${shown(FOLDER)}
  ${shown(VENV_PYTHON)} -m pip install -r ${shown(REQUIREMENTS)}`;
