// A process of its own that watches and delivers: `node deliverer.fixture.ts LEDGER LEASE`. The tests kill it.
import { openBook } from "../../src/deal/index.ts";
import { knowledge } from "../../src/deal/told.fixture.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { openSettings } from "../../src/settings/index.ts";
import { allowanceOf } from "../../src/source/index.ts";
import { createWatching } from "../../src/watch/index.ts";

const [, , location = "", lease = "500"] = process.argv;
const ledger = await openLedger(location, { patience: 60_000 });
const settings = await openSettings(location, { patience: 60_000 });
const book = await openBook(ledger, knowledge);
const patience = { tries: 1000, first: 20, most: 100 };
const watching = createWatching({ ledger, book, settings, agent: "Pacta/test", allowed: allowanceOf("127.0.0.1"), lease: Number(lease), patience });
const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
await watching.run({ stop: stop.signal, every: 20, failed: (error) => process.stderr.write(`${error.toString()}\n`) });
await settings.close();
await ledger.close();
