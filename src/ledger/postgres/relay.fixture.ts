// A relay between a ledger and its server, which loses the line at a moment that a test chooses: neither end can do that by itself.
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** When a line is lost: before its bytes are passed on, or once the server has answered them, before the answer is. */
export type Loss = "before" | "after";

/** A relay on a port of the loopback. */
export interface Relay {
  readonly port: number;
  /** The next statement that holds these words loses its line; `times` of them do. */
  readonly lose: (words: string, when: Loss, times?: number) => void;
  /** How many lines were lost. */
  readonly lost: () => number;
  /** Loses every line that there is now. */
  readonly cut: () => void;
  /** Takes no more lines. */
  readonly end: () => void;
}

/** Starts a relay to a port of the loopback. */
export async function startRelay(target: number): Promise<Relay> {
  const lines = new Set<() => void>();
  let [lost, left] = [0, 0];
  let loss: { readonly words: string; readonly when: Loss } | undefined;
  const relay = createServer((client) => {
    const server = connect(target, "127.0.0.1");
    const drop = endBoth(client, server, () => lines.delete(drop));
    lines.add(drop);
    let isDoomed = false;
    const lose = () => {
      lost += 1;
      drop();
    };
    client.on("data", (bytes) => {
      const isMeant = left > 0 && loss !== undefined && bytes.includes(loss.words);
      if (isMeant) left -= 1;
      if (isMeant && loss?.when === "before") return lose();
      isDoomed ||= isMeant;
      server.write(bytes);
    });
    server.on("data", (bytes) => (isDoomed ? lose() : client.write(bytes)));
  });
  await new Promise<void>((done) => relay.listen(0, "127.0.0.1", done));
  return {
    port: (relay.address() as AddressInfo).port,
    lose: (words, when, times = 1) => {
      loss = { words, when };
      left = times;
    },
    lost: () => lost,
    cut: () => {
      for (const drop of lines) drop();
    },
    end: () => {
      relay.close();
      for (const drop of lines) drop();
    },
  };
}

function endBoth(client: Socket, server: Socket, then: () => void): () => void {
  const drop = () => {
    client.destroy();
    server.destroy();
    then();
  };
  for (const socket of [client, server]) socket.on("close", drop).on("error", drop);
  return drop;
}
