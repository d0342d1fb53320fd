// Sessions for tests: the SDK's own client, connected in this process to a server over a ledger that the test makes.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { systemClock } from "../clock.ts";
import { loadDealKnowledge } from "../deal/index.ts";
import { openLedger } from "../ledger/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Read } from "../ledger/ledger.ts";
import { claimOn, documentOf } from "../ledger/report.fixture.ts";
import type { Claim } from "../reading/index.ts";
import { freshBook } from "./book.ts";
import type { FreshBook } from "./book.ts";
import type { TimeLimits } from "./desk.ts";
import { mcpServer } from "./server.ts";

const KNOWLEDGE = loadDealKnowledge();

/** What tests look at in answers, each in those that have it: the client has held every answer against its schema. */
interface Data {
  readonly next?: string;
  readonly deals: readonly { readonly deal: object & { readonly id: string } }[];
  readonly claims: readonly { readonly claim: string }[];
  readonly parties: readonly { readonly name: string }[];
  readonly timeline: readonly Step[];
  readonly steps: number;
  readonly conflicts: readonly { readonly slot: string; readonly shown: string; readonly sides: readonly Side[] }[];
  readonly text: { readonly words: string; readonly start: number; readonly total: number };
  readonly surroundings: { readonly words: string };
}

interface Step {
  readonly claim: string | null;
  readonly again: readonly { readonly claim: string | null }[];
  readonly quote: { readonly words: string };
  readonly state: string;
}

interface Side {
  readonly value: string;
  readonly origins: number;
  readonly told: number;
}

/** What a tool answered. */
export interface Told {
  readonly failed: boolean;
  readonly code: unknown;
  readonly text: string;
  readonly data: Data;
}

/** A client of a server in this process. `log` is what the server logged. */
export interface Session {
  readonly ledger: Ledger;
  readonly client: Client;
  readonly log: readonly string[];
  readonly ask: (name: string, args?: object) => Promise<Told>;
  readonly close: () => Promise<void>;
}

/** Starts a session over a ledger, new and empty unless given. */
export async function session(given: { readonly ledger?: Ledger; readonly limits?: TimeLimits; readonly fresh?: FreshBook } = {}): Promise<Session> {
  const ledger = given.ledger ?? (await openLedger(":memory:"));
  const log: string[] = [];
  const knowledge = () => KNOWLEDGE;
  const { server } = mcpServer({
    ledger,
    knowledge,
    ...(given.fresh ?? freshBook(ledger, knowledge)),
    clock: systemClock,
    limits: given.limits ?? { soft: 8000, hard: 30_000 },
    version: "0.0.0",
    log: (line) => void log.push(line),
  });
  const client = new Client({ name: "test", version: "0.0.0" });
  const [here, there] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(there), client.connect(here)]);
  // The client holds every answer against the schema of its tool from now on.
  await client.listTools();
  return {
    ledger,
    client,
    log,
    ask: (name, args = {}) => asked(client, name, args),
    close: async () => void (await Promise.all([client.close(), ledger.close()])),
  };
}

/** Calls a tool. */
export async function asked(client: Client, name: string, args: object): Promise<Told> {
  const { isError, content, structuredContent, _meta } = await client.callTool({ name, arguments: { ...args } });
  const [first] = content as readonly { readonly type: string; readonly text?: string }[];
  return { failed: isError === true, code: _meta?.["pacta/code"], text: first?.text ?? "", data: (structuredContent ?? {}) as unknown as Data };
}

/** A quote of an answer. */
export interface Quoted {
  readonly words: string;
  readonly document: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

/** Every quote in an answer, wherever it stands. */
export function quotesIn(value: unknown): Quoted[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "words" in value && "document" in value && "version" in value && "start" in value ? [value as Quoted] : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}

/** A report of one paragraph with a claim on each of some of its words. */
export function told(
  id: string,
  day: string,
  text: string,
  claims: readonly (Partial<Claim> & { readonly words: string })[],
  heading?: string,
): Read {
  const made = claims.map(({ words, ...claim }, at) => claimOn(text, words, { id: `${id}@${at}`, ...claim }));
  const document = documentOf(id, text, { published: { day, basis: "caller" }, ...(heading === undefined ? {} : { heading }) });
  return { document, reading: { id, claims: made, abstained: [] } };
}

const NORWAY = { id: "NOR", name: "Norway" };
const BRAZIL = { id: "BRA", name: "Brazil" };
const USD = (amount: number): Claim["money"] => [{ amount, currency: "USD", kind: "value", bound: "exact" }];

/** A contract that is signed, priced twice, suspended and cancelled, told by five reports; another deal beside it. */
export const STORY: readonly Read[] = [
  told(
    "n1",
    "2030-01-10",
    "Norway and Brazil signed the Tern contract for six Tern patrol boats worth $300 million. It rained.",
    [
      {
        words: "Norway and Brazil signed the Tern contract for six Tern patrol boats worth $300 million",
        act: "sign",
        actors: [NORWAY, BRAZIL],
        object: "Tern contract",
        items: [{ name: "Tern patrol boats", quantity: 6 }],
        money: USD(300_000_000),
        time: { norm: "2030-01-10", basis: "stated" },
      },
    ],
    "Boats for Brazil",
  ),
  told("n2", "2030-02-01", "The Tern contract between Norway and Brazil for six Tern patrol boats is worth $340 million, the ministry said.", [
    {
      words: "Tern contract between Norway and Brazil for six Tern patrol boats is worth $340 million",
      act: "sign",
      actors: [NORWAY, BRAZIL],
      object: "Tern contract",
      items: [{ name: "Tern patrol boats", quantity: 6 }],
      money: USD(340_000_000),
      sources: [{ name: "the ministry", cue: "said" }],
    },
  ]),
  told("n3", "2030-03-05", "Brazil suspended the Tern contract for Tern patrol boats with Norway.", [
    {
      words: "Brazil suspended the Tern contract for Tern patrol boats with Norway",
      act: "suspend",
      actors: [BRAZIL],
      targets: [NORWAY],
      object: "Tern contract",
      items: [{ name: "Tern patrol boats" }],
    },
  ]),
  told("n4", "2030-04-09", "Brazil cancelled the Tern contract for Tern patrol boats with Norway because of the price.", [
    {
      words: "Brazil cancelled the Tern contract for Tern patrol boats with Norway",
      act: "cancel",
      actors: [BRAZIL],
      targets: [NORWAY],
      object: "Tern contract",
      items: [{ name: "Tern patrol boats" }],
      reason: "the price",
    },
  ]),
  told("n5", "2030-02-20", "Egypt and India agreed on the Lotus grain accord.", [
    {
      words: "Egypt and India agreed on the Lotus grain accord",
      act: "agree",
      actors: [
        { id: "EGY", name: "Egypt" },
        { id: "IND", name: "India" },
      ],
      object: "Lotus grain accord",
      items: [{ name: "grain" }],
    },
  ]),
];
