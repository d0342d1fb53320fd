// One run of a second coder over many documents: what each comes to, what all have come to, and when to ask no more.
import type { Document } from "../document/index.ts";
import { PactaError, toPactaError } from "../error.ts";
import type { AnnotatedDocument, Reading } from "../reading/index.ts";
import { join } from "./agree.ts";
import type { Endpoint } from "./endpoint.ts";
import { abstentionAt, groundAll } from "./ground.ts";
import type { Grounded } from "./ground.ts";
import type { Guideline } from "./guideline.ts";
import { passagesOf } from "./passage.ts";
import type { Passage, Passages } from "./passage.ts";
import { messagesFor } from "./prompt.ts";
import type { Spending, Spent } from "./spending.ts";

/** What became of one document. Where it is not `coded`, the reading is the reader's own, and `errors` say why, if anything went wrong. */
export interface Coded {
  readonly coded: boolean;
  readonly reading: Reading;
  readonly errors: readonly PactaError[];
}

/** What a second coder did in all. */
export interface CoderAccount extends Spent {
  readonly name: string;
  readonly documents: { readonly coded: number; readonly failed: number; readonly unasked: number };
  /** Claims that it gave, those that the reader had as well, and those that it added. */
  readonly claims: { readonly told: number; readonly agreed: number; readonly added: number };
  readonly requests: number;
  readonly retries: number;
  /** Documents by the code of the error that they met. */
  readonly errors: Readonly<Record<string, number>>;
  /** The code of what ended the asking before the documents did. */
  readonly stopped?: string;
}

/** A run, as those see it who have documents to code. */
export interface Run {
  /** Adds to the reader's reading of a document. Never rejects. Once `stop` is aborted nothing more is asked. */
  readonly code: (document: Document, reading: Reading, stop?: AbortSignal) => Promise<Coded>;
  readonly account: () => CoderAccount;
}

/** What a run works with. */
export interface RunSetting {
  readonly name: string;
  readonly guideline: Guideline;
  readonly endpoint: Endpoint;
  readonly spending: Spending;
  readonly annotate: (documents: readonly Document[]) => Promise<readonly AnnotatedDocument[]>;
}

/** Documents in a row that may fail before the endpoint is given up. */
const PATIENCE = 5;
const AGAIN = "What was read without the coder is asked for when the same command runs again";

/** A run that has not begun. */
export function createRun(given: RunSetting): Run {
  const setting = { ...given, annotate: inTurn(given.annotate) };
  const documents = { coded: 0, failed: 0, unasked: 0 };
  const claims = { told: 0, agreed: 0, added: 0 };
  const trouble = createTrouble();

  const keep = async (document: Document, reading: Reading, asked: Answered): Promise<Coded> => {
    const joined = join(reading, await groundedIn(document, asked, setting), document.text);
    trouble.over();
    documents.coded += 1;
    claims.told += asked.answers.reduce((sum, { told }) => sum + told.length, 0);
    claims.agreed += joined.agreed;
    claims.added += joined.added;
    return { coded: true, reading: joined.reading, errors: [] };
  };
  const fail = (error: PactaError, final: boolean): readonly PactaError[] => {
    documents.failed += 1;
    return trouble.met(error, final);
  };

  return {
    code: async (document, reading, stop) => {
      const asked = await ask(document, setting, stop === undefined ? trouble.halted : AbortSignal.any([trouble.halted, stop]));
      if (asked.kind === "failed") return { coded: false, reading, errors: fail(at(asked.error, document), asked.final) };
      if (asked.kind !== "answered") {
        documents.unasked += 1;
        return { coded: false, reading, errors: asked.kind === "spent" ? trouble.end(budgetSpent()) : [] };
      }
      return keep(document, reading, asked).catch((thrown: unknown) => ({
        coded: false,
        reading,
        errors: fail(toPactaError(thrown, { source: document.id }), false),
      }));
    },
    account: () => ({
      name: setting.name,
      documents: { ...documents },
      claims: { ...claims },
      ...setting.endpoint.asked(),
      ...setting.spending.spent(),
      ...trouble.told(),
    }),
  };
}

/** The errors of a run, and whether they are so many that it should ask no more. */
interface Trouble {
  /** Aborted once nothing more is to be asked. */
  readonly halted: AbortSignal;
  /** Counts an error and gives what is to be told of it. */
  readonly met: (error: PactaError, final: boolean) => readonly PactaError[];
  /** A document went well. */
  readonly over: () => void;
  /** Ends the asking; the error is told once. */
  readonly end: (error: PactaError) => readonly PactaError[];
  readonly told: () => Pick<CoderAccount, "errors" | "stopped">;
}

function createTrouble(): Trouble {
  const halt = new AbortController();
  const errors: Record<string, number> = {};
  let inARow = 0;
  let stopped: PactaError | undefined;
  const end = (error: PactaError): readonly PactaError[] => {
    if (stopped !== undefined) return [];
    stopped = error;
    halt.abort();
    return [error];
  };
  return {
    halted: halt.signal,
    met: (error, final) => {
      errors[error.code] = (errors[error.code] ?? 0) + 1;
      inARow += 1;
      if (final) return [error, ...end(givenUp("no other request would fare better"))];
      return inARow < PATIENCE ? [error] : [error, ...end(givenUp(`${PATIENCE} documents in a row failed`))];
    },
    over: () => void (inARow = 0),
    end,
    told: () => ({ errors: { ...errors }, ...(stopped === undefined ? {} : { stopped: stopped.code }) }),
  };
}

/** One call after the other: a reader in this thread has one model, which is not asked twice at once. */
function inTurn<T, R>(work: (one: T) => Promise<R>): (one: T) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (one) => {
    const mine = last.then(() => work(one));
    last = mine.catch(() => undefined);
    return mine;
  };
}

interface Answered {
  readonly kind: "answered";
  readonly answers: readonly { readonly passage: Passage; readonly told: readonly unknown[] }[];
  readonly beyond: Passages["beyond"];
}

type Asked = Answered | { readonly kind: "unasked" | "spent" } | { readonly kind: "failed"; readonly final: boolean; readonly error: PactaError };

/** Asks for each passage in turn. A document is answered as a whole or not at all, so that the ledger never takes a part for it. */
async function ask(document: Document, { endpoint, guideline }: RunSetting, stop: AbortSignal): Promise<Asked> {
  const { passages, beyond } = passagesOf(document, guideline.limits.passage, guideline.limits.passages);
  const answers: Answered["answers"][number][] = [];
  for (const passage of passages) {
    const reply = await endpoint.ask(messagesFor(passage, document, guideline), stop);
    if (reply.kind !== "claims") return reply;
    answers.push({ passage, told: reply.claims });
  }
  return { kind: "answered", answers, beyond };
}

/** The recognisers run only where there is something to recognise. */
async function groundedIn(
  document: Document,
  { answers, beyond }: Answered,
  { annotate, guideline, name }: RunSetting,
): Promise<readonly Grounded[]> {
  const cut = beyond === undefined ? [] : [{ abstained: [abstentionAt("coder-too-long", beyond, document.text)] }];
  if (answers.every(({ told }) => told.length === 0)) return cut;
  const [annotated] = await annotate([document]);
  if (annotated === undefined) return cut;
  return [...answers.flatMap(({ passage, told }) => groundAll(told, { passage, annotated, guideline, rule: name })), ...cut];
}

function at({ code, message, remedy, place, cause }: PactaError, document: Document): PactaError {
  const where = place.source === undefined ? "" : ` at ${place.source}`;
  return new PactaError(code, `${message}${where}`, remedy, { source: document.id }, cause);
}

function givenUp(why: string): PactaError {
  return new PactaError("PACTA_CODER_GIVEN_UP", `the coder is asked no more: ${why}`, AGAIN);
}

function budgetSpent(): PactaError {
  return new PactaError("PACTA_CODER_BUDGET", "the coder is asked no more: what is left of the budget may not cover another request", AGAIN);
}
