// The text that is copied: what a ledger holds of documents that tell a claim, or what is read now from the first items of Current Events.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { loadDocumentSetting, recordDocument } from "../../src/document/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import { openReader } from "../../src/reading/index.ts";
import { corpusLines } from "../corpus.ts";
import type { Told } from "./copies.ts";

/** The documents of a ledger's file, which is only copied, and may be in use. */
export async function toldInFile(file: string): Promise<readonly Told[]> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-bench-base-"));
  const copy = join(folder, "base.db");
  try {
    const source = new Database(file, { readonly: true, fileMustExist: true });
    await source.backup(copy);
    source.close();
    const ledger = await openLedger(copy, { create: false });
    const told = await toldIn(ledger);
    await ledger.close();
    return told;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function toldIn(ledger: Ledger): Promise<readonly Told[]> {
  const told: Told[] = [];
  let last: Told["document"] | undefined;
  for await (const { kind, body, redacted } of ledger.entries()) {
    if (kind === "document") {
      const { version, sha256: _, ...document } = body;
      last = version === 1 && redacted !== true ? document : undefined;
    }
    if (kind === "reading" && last?.id === body.document && body.claims.length > 0)
      told.push({ document: last, reading: { id: last.id, claims: body.claims, abstained: body.abstained } });
  }
  return told;
}

/** Documents handed to the reader at once. */
const BATCH = 256;

/** The documents among the first so many items that tell a claim. */
export async function toldInItems(shared: string, items: number): Promise<readonly Told[]> {
  const lines = corpusLines(shared, items);
  const [setting, reader] = [loadDocumentSetting(), await openReader()];
  const told: Told[] = [];
  for (let at = 0; at < lines.length; at += BATCH) {
    const documents = lines.slice(at, at + BATCH).map((line) => recordDocument(JSON.parse(line), setting));
    for (const [n, reading] of (await reader.read(documents)).entries()) {
      const document = documents[n];
      if (document !== undefined && reading.claims.length > 0) told.push({ document, reading });
    }
  }
  await reader.close();
  return told;
}
