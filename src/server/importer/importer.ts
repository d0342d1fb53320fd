// The server's side of importing: one spreadsheet after the other, each in a thread of its own.
import { extname } from "node:path";
import type { Clock } from "../../clock.ts";
import { PactaError } from "../../error.ts";
import { parseMap } from "../../import/index.ts";
import { ask } from "../../thread/index.ts";
import type { Import, Imported, Task } from "./wire.ts";

/** Beyond these a sheet is given up: 25 seconds, or a gigabyte. */
const LIMITS = { pause: 25_000, whole: 25_000, memory: 1024 ** 3 };

/** Sheets that wait for others, and milliseconds that one may: with its own time it must be done before its request is given up. */
const WAITING = 20;
const PATIENCE = 4000;

const REMEDY = "Send its rows in parts, each with the same map, or use pacta import; what was imported so far stands and is not added again";

/** Imports spreadsheets. */
export class Importer {
  readonly #location: string;
  readonly #parties: ReadonlyMap<string, string>;
  readonly #clock: Pick<Clock, "now">;
  #waiting = 0;
  #isClosed = false;
  #last: Promise<unknown> = Promise.resolve();

  /** `parties` gives ids by names in small letters. */
  constructor(location: string, parties: ReadonlyMap<string, string>, clock: Pick<Clock, "now">) {
    this.#location = location;
    this.#parties = parties;
    this.#clock = clock;
  }

  /** Throws `PACTA_IMPORT_…`, `PACTA_SERVER_BUSY` and `_TIME`, and as `Ledger.append` does. */
  async take(sheet: Import): Promise<Imported> {
    // What is wrong with a map is said before a thread is begun.
    parseMap(sheet.map, "map");
    if (this.#waiting >= WAITING) throw new PactaError("PACTA_SERVER_BUSY", `${WAITING} spreadsheets wait to be imported`, "Try again later");
    this.#waiting += 1;
    const asked = this.#clock.now();
    const taken = this.#last.then(() => this.#begin(sheet, asked));
    this.#last = taken.catch(() => undefined);
    return taken.finally(() => (this.#waiting -= 1));
  }

  /** Whoever was told that it takes too long must not find it imported later. */
  #begin(sheet: Import, asked: number): Promise<Imported> {
    if (this.#isClosed || this.#clock.now() - asked > PATIENCE)
      throw new PactaError("PACTA_SERVER_BUSY", "the spreadsheet was not begun: others came first", "Send it again");
    return this.#ask(sheet);
  }

  #ask(sheet: Import): Promise<Imported> {
    const entry = new URL(`./entry-thread${extname(import.meta.url)}`, import.meta.url);
    const task: Task = { location: this.#location, parties: this.#parties, sheet };
    return ask(entry, task, LIMITS, (why) => new PactaError("PACTA_SERVER_TIME", `the sheet is given up: ${why}`, REMEDY));
  }

  /** Waits for the one that is under way; those behind it are refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }
}
