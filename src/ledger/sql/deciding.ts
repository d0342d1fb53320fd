// What must hold before a decision is written: what it is about is there, as it says, and nobody decided about it meanwhile.
import { PactaError } from "../../error.ts";
import { checkDecision, firstIssue, invalid, versionsQuoted } from "../check.ts";
import { broken } from "../chain.ts";
import { decisionBodySchema, documentsOf, personRule, pieceOf, refsOf, undoneOf, wordlessSchema } from "../decision/index.ts";
import type { Decision, DecisionBody, Piece } from "../decision/index.ts";
import { decisionsOf, undoing } from "./decided.ts";
import { entriesOf, redactedOf } from "./entries.ts";
import { claimOwners } from "./known.ts";
import { expectReading } from "./read.ts";
import { reviewOf } from "./review.ts";
import type { Db, Store } from "./store.ts";

/** Throws unless the decision can be made now: `PACTA_LEDGER_ENTRY_INVALID`, `_CLAIM_TAKEN`, `_REDACTED`, `PACTA_LEDGER_DECISION_…`, or what is wrong with its words. */
export async function checkNewDecision(store: Store, db: Db, body: DecisionBody): Promise<void> {
  const parsed = decisionBodySchema.safeParse(body);
  // A ref to what was redacted has no words, and is refused for that.
  const named = parsed.data ?? wordlessSchema.safeParse(body).data;
  const redacted = named === undefined ? [] : await redactedOf(store, db, documentsOf(named.decision));
  for (const id of redacted) throw redactedError(id);
  if (!parsed.success) throw invalid(firstIssue(parsed.error.issues), {});
  const { decision } = body;
  await checkVersions(store, db, decision);
  const pieces = decision.type === "undo" ? await checkUndo(store, db, decision.decision) : await checkRefs(store, db, decision);
  if (decision.type === "add-claim" || decision.type === "promote") await checkMade(db, body.by, decision);
  if (decision.type === "promote") await checkAbstention(store, db, decision);
  if (decision.type === "same-party" && decision.id === undefined && new Set(decision.names).size < 2)
    throw invalid("one name alone needs an id", {});
  checkBasis(body, pieces);
}

/** `PACTA_LEDGER_REDACTED`. */
export function redactedError(document: string): PactaError {
  return new PactaError(
    "PACTA_LEDGER_REDACTED",
    "the document was redacted: there are no words of it that anything could be held against",
    "Only undo an earlier decision about it; a document with other words needs an id of its own",
    { source: document },
  );
}

/** `PACTA_LEDGER_CLAIM_TAKEN`. */
export function claimTaken(claim: string, owner: string, document: string): PactaError {
  const what = `claim "${claim}" belongs to document "${owner}" already`;
  return new PactaError("PACTA_LEDGER_CLAIM_TAKEN", what, "Give every claim an id of its own", { source: document });
}

/** Every version that it quotes is there and says so; a document that it is about otherwise is there too. */
async function checkVersions(store: Store, db: Db, decision: Decision): Promise<void> {
  for (const { document, version } of versionsQuoted(decision)) {
    const row = await db.selectFrom("documents").select("seq").where("id", "=", document).where("version", "=", version).executeTakeFirst();
    if (row === undefined) throw noDocument(`there is no version ${version} of it`, document);
    const entry = (await entriesOf(store, db, [row.seq])).get(row.seq);
    if (entry?.kind !== "document") throw broken("it should be a document", row.seq);
    checkDecision(decision, document, version, entry.body.text);
  }
  for (const document of documentsOf(decision)) {
    const row = await db.selectFrom("documents").select("seq").where("id", "=", document).limit(1).executeTakeFirst();
    if (row === undefined) throw noDocument("there is no such document", document);
  }
}

function noDocument(what: string, document: string): PactaError {
  return new PactaError("PACTA_LEDGER_DECISION_DOCUMENT", what, "Name a document and a version that the ledger has", { source: document });
}

/** The claims that its refs mean. */
async function checkRefs(store: Store, db: Db, decision: Decision): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const ref of refsOf(decision)) {
    const applied = (await reviewOf(store, db, ref.document))?.applied;
    const piece = applied === undefined ? undefined : pieceOf(ref, applied.pieces, applied.base.text);
    if (piece === undefined || piece.fate === "gone") {
      const what = `there is no claim of "${ref.act}" at ${ref.start}-${ref.end} of its text`;
      const place = { source: ref.document, offset: ref.start };
      throw new PactaError("PACTA_LEDGER_DECISION_CLAIM", what, "Take the ref from what stands of the document now", place);
    }
    pieces.push(piece);
  }
  if (pieces.length === 2 && pieces[0]?.told.id === pieces[1]?.told.id) throw invalid("its two claims are the same", {});
  return pieces;
}

/** A claim that a person adds is that person's, and new. */
async function checkMade(db: Db, by: string, { document, claim }: Decision & { readonly type: "add-claim" | "promote" }): Promise<void> {
  const place = { source: document };
  if (claim.rule !== personRule(by)) throw invalid(`the rule of a claim by ${by} is "${personRule(by)}"`, place);
  if (claim.confidence !== 1) throw invalid("the confidence of a claim by a person is 1", place);
  if (claim.id === "") throw invalid("the claim has no id", place);
  const owner = (await claimOwners(db, [claim.id])).get(claim.id);
  if (owner === document) throw invalid(`its claim "${claim.id}" was told before; if adding it was undone, undo the undoing`, place);
  if (owner !== undefined) throw claimTaken(claim.id, owner, document);
}

/** Some reading of that version abstained there, for that reason. */
async function checkAbstention(store: Store, db: Db, decision: Decision & { readonly type: "promote" }): Promise<void> {
  const { document, version, abstention } = decision;
  const rows = await db
    .selectFrom("readings")
    .innerJoin("documents", "documents.seq", "readings.document")
    .select("readings.seq")
    .where("documents.id", "=", document)
    .where("documents.version", "=", version)
    .execute();
  const entries = await entriesOf(
    store,
    db,
    rows.map(({ seq }) => seq),
  );
  const abstained = [...entries].flatMap(([seq, entry]) => expectReading(entry, document, seq).body.abstained);
  const isThere = abstained.some(
    ({ reason, act, start, end }) => reason === abstention.reason && act === abstention.act && start === abstention.start && end === abstention.end,
  );
  if (isThere) return;
  throw new PactaError(
    "PACTA_LEDGER_DECISION_ABSTENTION",
    `no reading of version ${version} abstained at ${abstention.start}-${abstention.end} for "${abstention.reason}"`,
    "Take reason, act, start and end from a reading's abstentions",
    { source: document, offset: abstention.start },
  );
}

/** Undoing needs a decision that holds. What was redacted does not come back. Gives the claims that the decision was about. */
async function checkUndo(store: Store, db: Db, seq: number): Promise<readonly Piece[]> {
  const row = await db.selectFrom("decisions").selectAll().where("seq", "=", seq).executeTakeFirst();
  if (row === undefined) throw notUndone(`entry ${seq} is no decision`, seq);
  if (row.type === "redact") throw notUndone(`decision ${seq} is a redaction: the words are gone`, seq);
  if (undoneOf(await decisionsOf(store, db, [seq, ...(await undoing(db, [seq]))])).has(seq))
    throw notUndone(`decision ${seq} is undone already`, seq);
  const pieces: Piece[] = [];
  for (const document of await documentsBehind(store, db, seq)) {
    const applied = (await reviewOf(store, db, document))?.applied;
    pieces.push(...(applied?.meant.get(seq) ?? []).filter((piece) => piece !== undefined));
  }
  return pieces;
}

function notUndone(what: string, seq: number): PactaError {
  return new PactaError("PACTA_LEDGER_DECISION_UNDO", what, "Name a decision that holds: pacta review lists them", { line: seq });
}

/** The documents of a decision; of an undo, those of what it undoes in the end. */
async function documentsBehind(store: Store, db: Db, seq: number): Promise<readonly string[]> {
  const [decided] = await decisionsOf(store, db, [seq]);
  if (decided === undefined) return [];
  return decided.decision.type === "undo" ? documentsBehind(store, db, decided.decision.decision) : documentsOf(decided.decision);
}

/** Nobody decided about its claims since the person looked. */
function checkBasis({ basis, decision }: DecisionBody, pieces: readonly Piece[]): void {
  if (basis === undefined) return;
  if (pieces.length === 0) throw invalid(`a decision to ${decision.type} is about no claim, and has no basis`, {});
  const newest = Math.max(...pieces.map((piece) => piece.basis));
  if (newest <= basis) return;
  throw new PactaError(
    "PACTA_LEDGER_DECISION_CONFLICT",
    `decision ${newest} about the claim came in between`,
    "Look at the claim again, and decide with what stands now",
    { line: newest },
  );
}
