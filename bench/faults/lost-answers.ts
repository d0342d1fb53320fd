// Answers that are lost on the way back from the server: whether a commit went through is then known to the server alone, which may crash at
// the same time. What is acknowledged is there once, and what is reported as failed may be asked for again.
import type { DealKnowledge } from "../../src/deal/index.ts";
import { toPactaError } from "../../src/error.ts";
import type { Chance } from "../../src/eval/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { heldIn } from "./held.ts";
import type { Held } from "./held.ts";
import type { Said } from "./order.ts";
import { reportOf } from "./reports.ts";
import { startRelay } from "../server.fixture.ts";
import type { Server } from "../server.fixture.ts";

/** Every so many appends the server crashes too. */
const CRASHES = 5;
/** What the bytes of a question for a commit hold. */
const COMMIT = "commit\0";

/** What came of it. */
export interface Unanswered extends Held {
  /** Lines that were lost at a commit, and crashes of the server that came with it. */
  readonly losses: number;
  readonly crashes: number;
  /** Appends that ended with a coded error, and were not counted as acknowledged. */
  readonly failed: number;
}

/** Appends so many reports over lines that are lost before or after each commit. */
export async function loseAnswers(server: Server, schema: string, appends: number, chance: Chance, knowledge: DealKnowledge): Promise<Unanswered> {
  const relay = await startRelay(server.port);
  const location = server.address(schema);
  const ledger = await openLedger(location.replace(/:\d+\//, `:${relay.port}/`), { patience: 20_000 });
  const said: Said[] = [];
  const wrongs: string[] = [];
  let [crashes, failed] = [0, 0];
  for (let n = 1; n <= appends; n += 1) {
    said.push({ begun: [n] });
    relay.lose(COMMIT, chance.share(0.7) ? "after" : "before", 1 + chance.below(2));
    const isCrash = n % CRASHES === 0;
    const appended = ledger.appendReadings([reportOf("w", n)], "r1").then(
      () => said.push({ read: [n] }),
      (thrown: unknown) => {
        failed += 1;
        const { code, message } = toPactaError(thrown);
        if (code === "PACTA_INTERNAL") wrongs.push(message);
      },
    );
    if (isCrash) {
      crashes += 1;
      await server.crash();
    }
    await appended;
  }
  await ledger.close();
  const losses = relay.lost();
  relay.end();
  const held = await heldIn(location, new Map([["w", said]]), knowledge);
  return { ...held, losses, crashes, failed, wrongs: [...held.wrongs, ...wrongs] };
}
