// A process of its own that writes to a ledger and its book of deals, and says of each thing that it is done once it is: the fault suite
// takes the ground from under it. It stands by until a line on standard input gives it an order, so that what it costs to start is not
// what gets killed.
import { writeSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { loadDealKnowledge, openBook } from "../../src/deal/index.ts";
import { toPactaError } from "../../src/error.ts";
import { openLedger, refOf } from "../../src/ledger/index.ts";
import type { Decision, Ledger } from "../../src/ledger/index.ts";
import type { Order, Said } from "./order.ts";
import { idOf, reportOf } from "./reports.ts";

/** Of every so many reports a person confirms the claim, takes that back, and has the document redacted. */
const [CONFIRMS, UNDOES, REDACTS] = [4, 12, 7];
/** Of every so many reports one is followed by a making anew of all projections. */
const REBUILDS = 11;
/** Every so many rounds the book is brought up to the chain. */
const WEAVES = 3;

function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}

const knowledge = loadDealKnowledge();

async function decide(ledger: Ledger, decision: Decision): Promise<number> {
  const { seq, hash } = await ledger.append([{ kind: "decision", body: { by: "Ada", decision } }]);
  say({ decided: decision.type, seq, hash });
  return seq;
}

/** What a person decides about the report `n`. */
async function review(ledger: Ledger, { name, redacts }: Order, n: number): Promise<void> {
  const { document, reading } = reportOf(name, n);
  const [claim] = reading.claims;
  if (n % CONFIRMS === 0 && claim !== undefined) {
    const seq = await decide(ledger, { type: "confirm", claim: refOf(document.id, 1, claim) });
    if (n % UNDOES === 0) await decide(ledger, { type: "undo", decision: seq });
  }
  if (redacts && n % REDACTS === 0) {
    await decide(ledger, { type: "redact", document: idOf(name, n), reason: "It was asked for." });
    say({ redacted: n });
  }
}

async function write(order: Order): Promise<void> {
  const { location, name, from, rounds, patience } = order;
  const ledger = await openLedger(location, { patience });
  const book = order.weaves ? await openBook(ledger, knowledge) : undefined;
  if (book !== undefined) say({ woven: await book.catchUp() });
  let n = from;
  for (let round = 1; round <= rounds; round += 1) {
    const numbers = Array.from({ length: 1 + (round % 3) }, () => n++);
    say({ begun: numbers });
    await ledger.appendReadings(
      numbers.map((number) => reportOf(name, number)),
      "r1",
    );
    say({ read: numbers });
    for (const number of numbers) await review(ledger, order, number);
    if (numbers.some((number) => number % REBUILDS === 0)) await ledger.rebuild();
    if (book !== undefined && round % WEAVES === 0) say({ woven: await book.catchUp() });
  }
  await ledger.close();
}

const lines = createInterface({ input: process.stdin });
say({ ready: true });
for await (const line of lines) {
  try {
    await write(JSON.parse(line) as Order);
    say({ ended: true });
  } catch (thrown) {
    const { code, message } = toPactaError(thrown);
    say({ failed: code, what: message });
  }
  break;
}
lines.close();
process.stdin.destroy();
