// trafilatura, the peer in Python: a program of the checkout that a Python with the package runs. It is no part of the
// project; a run without it says so in its row.
import { execFile } from "node:child_process";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { resource } from "../../resources.ts";

const run = promisify(execFile);
const PROGRAM = resource("bench", "peers", "trafilatura_peer.py");
const REQUIREMENTS = resource("bench", "peers", "trafilatura-requirements.txt");
const FOLDER = resource("node_modules", ".cache", "pacta-trafilatura");
const VENV_PYTHON = process.platform === "win32" ? join(FOLDER, "Scripts", "python.exe") : join(FOLDER, "bin", "python");
/** Characters of the longest answer: all articles of the corpus three times. */
const LONGEST = 64 * 1024 * 1024;

const versions = z.object({ python: z.string(), trafilatura: z.string() });
const articles = z.record(
  z.string(),
  z.object({ texts: z.record(z.string(), z.string()), title: z.string().nullable(), published: z.string().nullable() }),
);

/** What trafilatura makes of a page: a text for each of its settings. */
export type TrafilaturaFound = z.infer<typeof articles>[string];

/** The peer, ready to be run, or why it is not and what would bring it. */
export type Trafilatura =
  | { readonly kind: "found"; readonly command: readonly [python: string, program: string]; readonly version: string; readonly python: string }
  | { readonly kind: "absent"; readonly why: string };

/** Finds the peer by `$PACTA_TRAFILATURA_PYTHON`, else in node_modules/.cache. */
export async function findTrafilatura(environment: Readonly<Record<string, string | undefined>>): Promise<Trafilatura> {
  const python = environment["PACTA_TRAFILATURA_PYTHON"] ?? VENV_PYTHON;
  try {
    const { stdout } = await run(python, [PROGRAM, "versions"]);
    const found = versions.parse(JSON.parse(stdout));
    return { kind: "found", command: [python, PROGRAM], version: found.trafilatura, python: found.python };
  } catch {
    return { kind: "absent", why: `no Python runs trafilatura; name one with PACTA_TRAFILATURA_PYTHON, or install it here: ${REMEDY}` };
  }
}

/** The articles of all pages in a folder, by the names of the files. */
export async function trafilaturaArticles(
  [python, program]: readonly [string, string],
  folder: string,
): Promise<ReadonlyMap<string, TrafilaturaFound>> {
  const { stdout } = await run(python, [program, "articles", folder], { maxBuffer: LONGEST });
  return new Map(Object.entries(articles.parse(JSON.parse(stdout))));
}

/** Paths as they are typed in the checkout. */
function shown(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith("..") ? file : near;
}

const REMEDY = `python3 -m venv ${shown(FOLDER)} && ${shown(VENV_PYTHON)} -m pip install -r ${shown(REQUIREMENTS)}`;
