// Rows into a ledger: each a document, its claims added by the person who imports them. What the ledger has is not added again; where a row tells
// something else than before, what it told is taken back by name, and stays in the chain.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { PactaError } from "../error.ts";
import { personRule } from "../ledger/index.ts";
import type { Decision, DecisionBody, Ledger, StoredDocument } from "../ledger/index.ts";
import type { Claim } from "../reading/index.ts";
import type { RowClaim } from "./claims.ts";
import type { FailedRow, ToldRow } from "./rows.ts";

/** What became of a row: how many of its claims were added, and how many that it told before were taken back. */
export interface AppendedRow {
  readonly kind: "appended";
  readonly line: number;
  readonly document: string;
  readonly claims: readonly string[];
  readonly added: number;
  readonly undone: number;
}

/** Who imports, and why. */
export type Importer = Pick<DecisionBody, "by" | "why">;

/** Rows in one append. */
const BATCH = 100;
const PREFIX = "row_";
const DIGITS = 20;

/** A claim that a row told before. */
interface Before {
  readonly seq: number;
  readonly version: number;
  readonly claim: Claim;
  readonly undone: boolean;
}

type Drafts = Parameters<Ledger["append"]>[0];
type Planned = { readonly row: AppendedRow | FailedRow; readonly drafts: Drafts };

/** Appends rows, so many in one transaction, and tells of each once it is in the ledger, or what would become of it (`dry`). Failed rows pass through. Throws as `Ledger.append` does. */
export async function* appendRows(
  ledger: Ledger,
  rows: readonly (ToldRow | FailedRow)[],
  importer: Importer,
  dry = false,
): AsyncGenerator<AppendedRow | FailedRow> {
  const before = await toldBefore(ledger);
  for (let from = 0; from < rows.length; from += BATCH) {
    const planned: Planned[] = [];
    for (const row of rows.slice(from, from + BATCH)) {
      planned.push(row.kind === "failure" ? { row, drafts: [] } : await plan(ledger, row, before.get(row.document.id) ?? [], importer));
    }
    const drafts = planned.flatMap((one) => one.drafts);
    if (drafts.length > 0 && !dry) await ledger.append(drafts);
    for (const { row } of planned) yield row;
  }
}

/** By document, the claims that rows told when they were imported before. */
async function toldBefore(ledger: Ledger): Promise<ReadonlyMap<string, readonly Before[]>> {
  const all = new Map<string, Before[]>();
  for await (const { seq, decision, undone } of ledger.decisions(["add-claim"])) {
    if (decision.type !== "add-claim" || !decision.claim.id.startsWith(PREFIX)) continue;
    const { document, version, claim } = decision;
    all.set(document, [...(all.get(document) ?? []), { seq, version, claim, undone }]);
  }
  return all;
}

/** What a claim says, whoever tells it. */
function contentOf(claim: Claim): string {
  return canonicalize({ ...claim, id: "", rule: "" }) ?? "";
}

async function plan(ledger: Ledger, { line, document, claims }: ToldRow, before: readonly Before[], { by, why }: Importer): Promise<Planned> {
  const newest = await ledger.document(document.id);
  if (newest?.redacted === true) return { row: { kind: "failure", error: redacted(document.id, line) }, drafts: [] };
  const isNew = newest === undefined || !isSame(newest, document);
  const version = isNew ? (newest?.version ?? 0) + 1 : newest.version;
  const wanted = claims.map((claim) => asClaim(claim, by));
  const held = before.filter((one) => !one.undone);
  const contents = new Set(wanted.map(contentOf));
  const stale = held.filter((one) => one.version !== version || !contents.has(contentOf(one.claim)));
  // What a person took back stays taken back, unless the row came to say something else in between.
  const there = new Set((stale.length > 0 ? held : before).filter((one) => one.version === version).map((one) => contentOf(one.claim)));
  const fresh = wanted
    .filter((claim) => !there.has(contentOf(claim)))
    .map((claim) => ({ ...claim, id: idOf(claim, document.id, version, before.filter((one) => contentOf(one.claim) === contentOf(claim)).length) }));
  const decide = (decision: Decision): Drafts[number] => ({ kind: "decision", body: { by, ...(why === undefined ? {} : { why }), decision } });
  const sha256 = createHash("sha256").update(document.text).digest("hex");
  const drafts: Drafts = [
    ...(isNew ? [{ kind: "document" as const, body: { ...document, version, sha256 } }] : []),
    ...stale.map(({ seq }) => decide({ type: "undo", decision: seq })),
    ...fresh.map((claim) => decide({ type: "add-claim", document: document.id, version, claim })),
  ];
  const ids = [...held.filter((one) => !stale.includes(one)).map(({ claim }) => claim.id), ...fresh.map(({ id }) => id)];
  return { row: { kind: "appended", line, document: document.id, claims: ids, added: fresh.length, undone: stale.length }, drafts };
}

/** The same words, known by the same day. */
function isSame({ text, published }: StoredDocument, document: ToldRow["document"]): boolean {
  return text === document.text && (document.published === undefined || published?.day === document.published.day);
}

function asClaim(claim: RowClaim, by: string): Claim {
  return { ...claim, id: "", rule: personRule(by), confidence: 1 };
}

/** `times`: how often the row told the very same before. */
function idOf(claim: Claim, document: string, version: number, times: number): string {
  const said = JSON.stringify([document, version, contentOf(claim), times]);
  return PREFIX + createHash("sha256").update(said).digest("hex").slice(0, DIGITS);
}

function redacted(document: string, line: number): PactaError {
  const what = `the words of "${document}" were taken away on request`;
  return new PactaError("PACTA_LEDGER_REDACTED", what, "Leave the row out", { source: document, line });
}
