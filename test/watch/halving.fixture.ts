// So many alerts through a receiver that fails half the time, in one way or another: what is lost would be missing in the end.
import { expect } from "vitest";
import { alertOn, deliverAll, forwardClock, onTheWay, receive, watchBy, watchingOver } from "./receiver.fixture.ts";
import { watched } from "./watched.fixture.ts";

/** Numbers from 0 to 1 that are the same for the same seed. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What came of it. */
export interface Halved {
  readonly arrived: number;
  readonly requests: number;
  readonly replayed: number;
  readonly lost: number;
}

/** Delivers `count` alerts with half of all requests failing; what is given up is replayed. */
export async function throughHalf(count: number): Promise<Halved> {
  const chance = chances(7);
  const accepted = new Set<string>();
  let requests = 0;
  const receiver = await receive((response, { headers }, incoming) => {
    requests += 1;
    const way = chance();
    if (way >= 0.5) {
      accepted.add(String(headers["webhook-id"]));
      response.writeHead(202).end();
    } else if (way < 0.15) response.writeHead(500).end("no");
    else if (way < 0.25) response.writeHead(503, { "retry-after": "1" }).end();
    else if (way < 0.35) incoming.socket.resetAndDestroy();
    else if (way < 0.45) incoming.socket.end("nonsense\r\n\r\n");
    else response.writeHead(302, { location: "http://10.0.0.1/" }).end();
  });
  const about = await watched();
  const clock = forwardClock();
  const watching = watchingOver(about, { clock, patience: { tries: 6, first: 1000, most: 60_000 } });
  let replayed = 0;
  try {
    const watch = await watchBy(watching, { kind: "webhook", url: receiver.url });
    const alerts = Array.from({ length: count }, (_, n) => alertOn(watch, n));
    await onTheWay(about.settings, watching, watch.id, alerts);
    for (let round = 0; round < 10; round += 1) {
      await deliverAll(about.settings, watching, clock, 1000);
      const again = await watching.replay({ watch: watch.id });
      if (again === 0) break;
      replayed += again;
    }
    expect(await watching.dead()).toEqual([]);
    return { arrived: accepted.size, requests, replayed, lost: alerts.filter(({ id }) => !accepted.has(id)).length };
  } finally {
    await receiver.close();
    await about.close();
  }
}
