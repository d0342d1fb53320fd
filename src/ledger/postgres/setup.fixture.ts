// One server for all test files of a run, started when the first of them asks: vitest calls this once, in the process that the files' workers share.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "./server.fixture.ts";
import type { Server } from "./server.fixture.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The socket that answers with the port of the shared server, or with why there is none. */
    readonly postgres: string;
  }
}

/** See vitest's `globalSetup`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-shared-"));
  const socket = join(folder, "socket");
  let server: Promise<Server> | undefined;
  const desk = createServer((line) => {
    server ??= startServer();
    server.then(
      ({ port }) => line.end(JSON.stringify({ port })),
      (thrown: unknown) => line.end(JSON.stringify({ why: String(thrown) })),
    );
  });
  await new Promise<void>((done) => desk.listen(socket, done));
  project.provide("postgres", socket);
  return async () => {
    desk.close();
    await (await server?.catch(() => undefined))?.end();
    rmSync(folder, { recursive: true, force: true });
  };
}
