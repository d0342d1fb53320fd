// A process of its own that appends reports to a ledger and tells each acknowledged one: `node writer.fixture.ts LEDGER NAME COUNT`.
// The fault tests kill it, and run two of it at once.
import { writeSync } from "node:fs";
import { openLedger } from "./index.ts";
import { report } from "./report.fixture.ts";

const [, , location = "", name = "", count = "0"] = process.argv;
const ledger = await openLedger(location, { patience: 60_000 });
for (let n = 0; n < Number(count); n += 1) {
  // Every third is one that the other process writes too.
  const id = n % 3 === 0 ? `both-${n}` : `${name}-${n}`;
  await ledger.appendReadings([report(id, `Report ${n}. `), report(`${id}+`)], "r1");
  writeSync(1, `${id}\n`);
}
await ledger.close();
