// One request at a time to each host, with a pause between two pages of it; hosts do not wait for each other.
import type { Clock } from "../../clock.ts";

/** Takes turns by host. */
export interface Turns {
  /** Works when the host's turn has come; then lets `pause` milliseconds pass before its next turn. Works at once where `stop` is aborted. */
  readonly take: <T>(host: string, pause: number, work: () => Promise<T>) => Promise<T>;
  /** Lets nothing go to the host for so many milliseconds. */
  readonly rest: (host: string, milliseconds: number) => void;
}

interface Host {
  /** Ends when the last of those who wait for a turn is done. */
  last: Promise<unknown>;
  notBefore: number;
  waiting: number;
}

/** Hosts that are remembered though nobody waits for them. */
const MOST = 1000;

/** Turns that nobody has taken yet. */
export function createTurns(clock: Clock, stop?: AbortSignal): Turns {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    if (hosts.size >= MOST) forget(hosts, clock.now());
    const fresh: Host = { last: Promise.resolve(), notBefore: 0, waiting: 0 };
    hosts.set(name, fresh);
    return fresh;
  };
  return {
    take: async (name, pause, work) => {
      const host = hostOf(name);
      const mine = host.last.then(async () => {
        await rested(host, clock, stop);
        try {
          return await work();
        } finally {
          host.notBefore = Math.max(host.notBefore, clock.now() + pause);
        }
      });
      host.waiting += 1;
      host.last = mine.catch(() => undefined);
      return mine.finally(() => (host.waiting -= 1));
    },
    rest: (name, milliseconds) => {
      const host = hostOf(name);
      host.notBefore = Math.max(host.notBefore, clock.now() + milliseconds);
    },
  };
}

/** Waits until the host may be asked, which may be put off meanwhile. */
async function rested(host: Host, clock: Clock, stop?: AbortSignal): Promise<void> {
  for (;;) {
    const wait = host.notBefore - clock.now();
    if (wait <= 0 || stop?.aborted === true) return;
    await clock.sleep(wait, stop);
  }
}

function forget(hosts: Map<string, Host>, now: number): void {
  for (const [name, { waiting, notBefore }] of hosts) if (waiting === 0 && notBefore <= now) hosts.delete(name);
}
