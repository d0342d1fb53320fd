// A watcher that is killed at any moment, while it folds, looks or delivers: each change arrives at least once, always under the same id.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { told } from "../../src/deal/book/having.fixture.ts";
import { receive, watchBy, watchingOver } from "./receiver.fixture.ts";
import { daysAgo, watched } from "./watched.fixture.ts";

const LAKES = [
  "Axo",
  "Byx",
  "Cwm",
  "Dzo",
  "Eft",
  "Fyx",
  "Gju",
  "Hox",
  "Ixo",
  "Jaw",
  "Kea",
  "Lyx",
  "Moa",
  "Nye",
  "Oxo",
  "Pyx",
  "Qat",
  "Rya",
  "Sny",
  "Tui",
];
const TOWNS = ["ville", "ham", "burg"];
const KILLS = process.env["PACTA_FULL"] === "1" ? 30 : 6;

const treaty = (lake: string, town: string) => {
  const object = `${lake}${town} Treaty`;
  return told(`${lake}-${town}`, daysAgo(1), { act: "sign", by: ["NOR", "OST"], object, words: `Norland and Ostia signed the ${object}` });
};

function started(place: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, "deliverer.fixture.ts"), place, "300"], { stdio: ["ignore", "ignore", "inherit"] });
}

test("each alert of a watcher that is killed again and again arrives at least once, by one id", { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-watch-"));
  const place = join(folder, "deals.db");
  const came: { readonly id: string; readonly deal: string }[] = [];
  let requests = 0;
  let heard = (): void => undefined;
  const receiver = await receive((response, { body }) => {
    const { data } = JSON.parse(body.toString()) as { data: { id: string; deal: { name: string } } };
    requests += 1;
    heard();
    // What a watcher that is gone sent is as if it had never come: it counts when it is answered.
    setTimeout(() => {
      if (response.destroyed || response.closed) return;
      came.push({ id: data.id, deal: data.deal.name });
      response.end();
    }, 60);
  });
  const about = await watched(place);
  let child: ChildProcess | undefined;
  try {
    const watching = watchingOver(about);
    const watch = await watchBy(watching, { kind: "webhook", url: receiver.url });
    await about.settings.watches.put({ ...(await watching.get(watch.id)), about: { party: "NOR" } });
    for (let kills = 0; kills < KILLS; kills += 1) {
      const some = LAKES.flatMap((lake, n) => TOWNS.filter((_, m) => (n * TOWNS.length + m) % KILLS === kills).map((of) => treaty(lake, of)));
      await about.tell(some);
      child = started(place);
      const gone = once(child, "exit");
      // At once, or after it delivered some: in the middle of whatever it does then.
      const until = requests + Math.min(kills % 4, some.length);
      await new Promise<void>((resolve) => {
        heard = () => void (requests >= until && setTimeout(resolve, 7 * (kills % 7)));
        setTimeout(resolve, kills % 4 === 0 ? 900 + 40 * kills : 10_000);
      });
      child.kill("SIGKILL");
      await gone;
    }
    child = started(place);
    await expect.poll(() => new Set(came.map(({ id }) => id)).size, { timeout: 60_000 }).toBe(LAKES.length * TOWNS.length);
    await expect.poll(async () => about.settings.watching.nextDue("9999-01-01T00:00:00.000Z"), { timeout: 20_000 }).toBeUndefined();
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    // One id for each deal, and those that are kept.
    const ids = new Map(came.map(({ deal, id }) => [deal, id]));
    expect(ids.size).toBe(LAKES.length * TOWNS.length);
    expect(new Set(came.map(({ id }) => id))).toEqual(new Set(ids.values()));
    expect(new Set((await watching.alerts({ watch: watch.id, limit: 1000 })).map(({ id }) => id))).toEqual(new Set(ids.values()));
  } finally {
    child?.kill("SIGKILL");
    await receiver.close();
    await about.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
