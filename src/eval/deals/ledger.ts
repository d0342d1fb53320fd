// The ledger that the deals are scored on: every Current Events item and the articles of gold, read by the command line itself as a user's
// documents are, so that a run that was broken off goes on, and what is there is not read again.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { storedReadings } from "../../deal/index.ts";
import type { DealReading } from "../../deal/index.ts";
import { PactaError } from "../../error.ts";
import { allClaims, openLedger } from "../../ledger/index.ts";
import type { StoredClaim } from "../../ledger/index.ts";
import { resource } from "../../resources.ts";
import { goldFile } from "../gold.ts";
import { corpusPlace, newsItems } from "../language/index.ts";
import type { Bench } from "../part.ts";
import type { GoldDeal } from "./gold.ts";

/** What a ledger holds: the readings, and which readers made those that have claims. */
export interface Held {
  readonly readings: readonly DealReading[];
  readonly readers: readonly string[];
}

/** Reads files into a ledger. */
export type ReadInto = (ledger: string, files: readonly string[]) => Promise<void>;

/** `pacta read` as a process of its own. Single documents that cannot be read are told on standard error and do not end it. */
export const pactaRead: ReadInto = async (ledger, files) => {
  const args = [resource("bin", "pacta.cjs"), "read", ...files, "--ledger", ledger, "--json"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let summary = "";
  child.stdout.setEncoding("utf8").on("data", (some: string) => (summary += some));
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  // The summary comes when all was taken, whether each document could be read or not.
  if (code === 0 || (code === 1 && summary !== "")) return;
  throw new PactaError("PACTA_EVAL_NOT_READ", `pacta read ended with ${code ?? "a signal"}`, "Run the command again: it goes on", { source: ledger });
};

const itemsFile = (shared: string): string => corpusPlace(shared, ["current-events", "items-2002-2023.jsonl.gz"]);
const articleFiles = (shared: string): readonly string[] => [goldFile(shared, "articles"), goldFile(shared, "articles.open")];

/** The ledger of everything: the one that is named, as it is, where there is one; else it is read, or what is missing in it. */
export async function fullLedger({ shared, ledger }: Bench, readInto: ReadInto): Promise<Held> {
  if (ledger !== undefined && existsSync(ledger)) return heldIn(ledger);
  const file = ledger ?? resource(".pacta", "deals.db");
  mkdirSync(dirname(file), { recursive: true });
  await readInto(file, [itemsFile(shared), ...articleFiles(shared)]);
  return heldIn(file);
}

/** Only the items that gold deals name, as theirs, as near misses or as unclear, and the articles: in a ledger that is thrown away. */
export async function smallLedger({ shared }: Bench, gold: readonly GoldDeal[], readInto: ReadInto): Promise<Held> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-deals-"));
  try {
    const items = newsItems(shared);
    const named = new Set(gold.flatMap(({ documents, not, unclear }) => [...documents, ...not, ...unclear]));
    const lines = [...named].flatMap((id) => items.get(id) ?? []).map((item) => `${JSON.stringify(item)}\n`);
    const [file, ledger] = [join(folder, "items.jsonl"), join(folder, "small.db")];
    writeFileSync(file, lines.join(""));
    await readInto(ledger, [file, ...articleFiles(shared)]);
    return await heldIn(ledger);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function heldIn(file: string): Promise<Held> {
  const ledger = await openLedger(file, { create: false });
  const readers = new Set<string>();
  async function* seen(claims: AsyncIterable<StoredClaim>): AsyncGenerator<StoredClaim> {
    for await (const claim of claims) {
      readers.add(claim.reader);
      yield claim;
    }
  }
  try {
    return { readings: await storedReadings(seen(allClaims(ledger)), ledger.entries()), readers: [...readers].sort() };
  } finally {
    await ledger.close();
  }
}
