// kill -9 at a random moment of `pacta read`: every line that was printed stands in the ledger, the ledger verifies, and
// the same command once more completes it. PACTA_FULL=1 does it twenty times.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { openLedger } from "../ledger/index.ts";
import { briefs, freshFolder, linesOf, pacta, startPacta, write } from "./cli.fixture.ts";

const COUNT = 200;
const ROUNDS = process.env["PACTA_FULL"] === "1" ? 20 : 3;
const seed = Number(process.env["PACTA_SEED"] ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that the seed repeats (mulberry32). */
function chance(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a reading that is killed had printed; it dies some milliseconds after so many lines, or some after its start. */
async function killed(folder: string, after: { readonly lines: number; readonly milliseconds: number }): Promise<string> {
  const child = startPacta(folder, ["read", "many.jsonl", "--jsonl"]);
  let [out, armed] = ["", false];
  const arm = (): void => {
    if (!armed) setTimeout(() => child.kill("SIGKILL"), after.milliseconds);
    armed = true;
  };
  child.stdout?.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    if (linesOf(out).length >= after.lines) arm();
  });
  if (after.lines === 0) arm();
  await new Promise((resolve) => child.on("close", resolve));
  return out;
}

const line = z.object({ id: z.string(), claims: z.array(z.object({ id: z.string() })) });

test(`nothing acknowledged is lost when reading is killed ${ROUNDS} times (seed ${seed})`, { timeout: ROUNDS * 60_000 }, async () => {
  const random = chance(seed);
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = freshFolder();
    write(folder, { "many.jsonl": briefs(COUNT) });
    const after =
      round % 3 === 2
        ? { lines: 0, milliseconds: Math.floor(random() * 3000) }
        : { lines: 1 + Math.floor(random() * (COUNT - 64)), milliseconds: Math.floor(random() * 300) };
    const out = await killed(folder, after);
    const acknowledged = linesOf(out).map((text) => line.parse(JSON.parse(text)));
    const verified = pacta(folder, ["verify"]);
    expect(verified.err).toMatch(existsSync(join(folder, "pacta.db")) ? /^$/ : /PACTA_LEDGER_MISSING/);
    await expectKept(folder, acknowledged);
    const [summary] = z.tuple([z.looseObject({ new: z.int(), known: z.int() })]).parse(pacta(folder, ["read", "many.jsonl", "--json"]).json());
    expect(summary.new + summary.known).toBe(COUNT);
    expect(summary.known).toBeGreaterThanOrEqual(acknowledged.length);
    expect(pacta(folder, ["verify", "--json"]).json()).toMatchObject([{ ok: true, seq: 2 * COUNT }]);
  }
});

async function expectKept(folder: string, acknowledged: readonly z.infer<typeof line>[]): Promise<void> {
  if (acknowledged.length === 0) return;
  const ledger = await openLedger(join(folder, "pacta.db"), { create: false });
  for (const { id, claims } of acknowledged) {
    expect((await ledger.document(id))?.id).toBe(id);
    expect((await ledger.reading(id))?.claims.map((claim) => claim.id)).toEqual(claims.map((claim) => claim.id));
  }
  await ledger.close();
}
