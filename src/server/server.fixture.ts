// A server for tests: a ledger of a few reports in a temporary folder, served on a free port of loopback.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { openLedger } from "../ledger/index.ts";
import type { Read } from "../ledger/index.ts";
import { openSettings } from "../settings/index.ts";
import type { Role } from "../settings/index.ts";
import { serve } from "./serve.ts";
import type { ServeOptions, Serving } from "./serve.ts";

// A server loads what is known of deals twice, and the machine of the tests may have others to serve.
vi.setConfig({ testTimeout: 120_000 });

/** What a request came to. `body` is JSON, or text where it is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A server that a test asks. */
export interface Asked extends Serving {
  /** Where its ledger lies. */
  readonly ledger: string;
  /** Asks for a path of the API (or of the server, where it begins with two slashes). */
  ask(path: string, options?: Asking): Promise<Answer>;
}

interface Asking {
  readonly method?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly secret?: string;
}

/** Makes a ledger of these reports, with a token of each role where they are asked for, and runs `work` on its server. */
export async function serving(
  reports: readonly Read[],
  options: Partial<ServeOptions> & { readonly withTokens?: boolean },
  work: (server: Asked, secrets: Readonly<Record<Role, string>>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-server-"));
  const { withTokens, ...more } = options;
  const path = join(folder, "deals.db");
  try {
    const ledger = await openLedger(path);
    await ledger.appendReadings(reports, "r1");
    await ledger.close();
    const secrets = { reader: "", reviewer: "", admin: "" };
    if (withTokens === true) {
      const settings = await openSettings(path);
      for (const role of ["reader", "reviewer", "admin"] as const) secrets[role] = (await settings.tokens.add({ name: `the ${role}`, role })).secret;
      await settings.close();
    }
    const server = await serve({ ledger: path, version: "1.2.3", level: "silent", ...more });
    try {
      await work({ ...server, ledger: path, ask: (to, how) => upToDate(server, to, how) }, secrets);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An answer of a book that is at the chain's end: on a busy machine it may take longer than a question waits. */
async function upToDate(server: Serving, to: string, how?: Asking): Promise<Answer> {
  for (let left = 30; ; left -= 1) {
    const answer = await answerTo(server, to, how);
    if (answer.headers.get("pacta-behind") === null || left === 0) return answer;
  }
}

async function answerTo(server: Serving, to: string, { method, json, headers = {}, secret }: Asking = {}): Promise<Answer> {
  const answer = await fetch(to.startsWith("//") ? server.url + to.slice(1) : `${server.api}/${to}`, {
    method: method ?? (json === undefined ? "GET" : "POST"),
    headers: {
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: typeof json === "string" ? json : JSON.stringify(json) }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get("content-type") ?? "");
  return { status: answer.status, headers: answer.headers, body: isJson && text !== "" ? (JSON.parse(text) as unknown) : text };
}
