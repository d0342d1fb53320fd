// `pacta read`: documents into the ledger. A line under --jsonl is printed after its batch was appended, so that whoever
// has the line may count on the entry.
import type { Coder } from "../coder/index.ts";
import type { DocumentSetting } from "../document/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Reader } from "../reading/index.ts";
import type { Failure, Fetcher, SourceIo } from "../source/index.ts";
import { PactaError, toPactaError } from "../error.ts";
import { memoryTaken } from "../memory.ts";
import type { Pages } from "../subscription/index.ts";
import { command, ledgerArg } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { countOption, dayOption } from "./days.ts";
import { errorLine } from "./error-line.ts";
import { EXIT } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import { fetchArgs, fetcherFor, fetchPlan } from "./fetching.ts";
import type { FetchPlan } from "./fetching.ts";
import type { IntakeSetting, Taken } from "../intake/index.ts";
import { interruptible } from "./interrupt.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { progressOn } from "./progress.ts";
import type { Progress } from "./progress.ts";
import { coderArgs, coderFor, coderPlan } from "./second-coder.ts";
import type { CoderPlan } from "./second-coder.ts";
import { count, countNote, countPassed, failures, newTally, summaryOf, summaryText } from "./tally.ts";
import type { Run, Tally } from "./tally.ts";
import { keepNurserySmall, threadsArg, workersArg, workersOf } from "./workers.ts";

/** What one run reads, and how it tells of it. */
interface Plan {
  readonly paths: readonly string[];
  readonly date: string | undefined;
  readonly threads: number | undefined;
  readonly workers: number | undefined;
  readonly headings: boolean;
  readonly lexicalPass: boolean;
  readonly print: "text" | "json" | "jsonl";
  readonly coder: CoderPlan | undefined;
  readonly fetch: FetchPlan;
  readonly refetch: boolean;
  /** The ledger's place, with the password that the ledger itself does not show. */
  readonly location: string;
}

/** `pacta read`. */
export const read = command({
  args: {
    path: {
      type: "positional",
      valueHint: "...",
      description:
        "files (.txt, .md, .html, .json, .jsonl, .warc, feeds, .eml, .mbox, .mhtml, .pdf, each also as .gz, and .wacz), folders, patterns ('reports/**/*.html'), addresses of the web (https://…), or - for standard input",
    },
    ledger: ledgerArg,
    date: { type: "string", valueHint: "DAY", description: "the day of publication of documents that tell none (YYYY-MM-DD)" },
    "dry-run": { type: "boolean", description: "read only: no ledger is opened or written" },
    jsonl: { type: "boolean", description: 'print one line a document: {"id","claims","abstained"}' },
    json: { type: "boolean", description: "print the summary as JSON" },
    headings: { type: "boolean", description: "read headings for claims too; offsets then count from the heading" },
    "all-sentences": { type: "boolean", description: "run the model on every sentence, not only on those that may hold a claim" },
    refetch: { type: "boolean", description: "fetch pages that were read before as new, also where their servers say that nothing changed" },
    workers: workersArg,
    threads: threadsArg,
    ...fetchArgs,
    ...coderArgs,
  },
  examples: [
    "pacta read reports/ --ledger deals.db",
    "pacta read 'reports/**/*.html' --ledger deals.db",
    "pacta read items.jsonl --dry-run --jsonl",
    "pacta read https://news.example/2030/05/06/patrol-boats",
    "zcat news.txt.gz | pacta read - --date 2015-01-20",
    "pacta read reports/ --coder http://localhost:8080/v1 --coder-model some-model --coder-budget 200000tokens",
  ],
  run: async (args, around) => {
    if (args.json === true && args.jsonl === true)
      throw new PactaError("PACTA_USAGE_FLAG", "--json and --jsonl exclude each other", "Give one of them");
    const plan: Plan = {
      paths: args._,
      date: dayOption("date", args.date),
      threads: countOption("threads", args.threads),
      workers: countOption("workers", args.workers),
      headings: args.headings === true,
      lexicalPass: args["all-sentences"] !== true,
      print: args.jsonl === true ? "jsonl" : args.json === true ? "json" : "text",
      coder: coderPlan(args),
      fetch: await fetchPlan(args, around.env),
      refetch: args.refetch === true,
      location: ledgerLocation(args.ledger, around.env),
    };
    if (args["dry-run"] === true) return readWith(plan, undefined, around);
    return withLedger(plan.location, true, (ledger) => readWith(plan, ledger, around));
  },
});

function readWith(plan: Plan, ledger: Ledger | undefined, around: Surroundings): Promise<ExitCode> {
  const said = (): void => void around.err.write("\ninterrupted: the batches in hand are finished first (again: end at once)\n");
  return interruptible(said, (stop) => openAndRead(plan, ledger, stop, around));
}

async function openAndRead(plan: Plan, ledger: Ledger | undefined, stop: AbortSignal, around: Surroundings): Promise<ExitCode> {
  const [{ openReader }, { loadDocumentSetting }, { nodeIo }] = await Promise.all([
    import("../reading/index.ts"),
    import("../document/index.ts"),
    import("../source/index.ts"),
  ]);
  const reader = await openReader({ lexicalPass: plan.lexicalPass, ...workersOf(plan) });
  if (reader.parallel > 1) keepNurserySmall();
  try {
    const coder = plan.coder === undefined ? undefined : await coderFor(plan.coder, reader, around.env);
    const { fetch } = await fetcherFor(plan.fetch, stop);
    const tools = { reader, coder, setting: loadDocumentSetting(), ledger, stop };
    return await remembering(plan, { fetch, reader, coder, ledger }, around, (pages) =>
      readAll(plan, { ...tools, pages, io: { ...nodeIo(), fetch: pages?.fetch ?? ((address) => fetch(address)) } }, around),
    );
  } finally {
    await reader.close();
  }
}

/** Runs work with a memory of pages, where there are addresses to read and a ledger that remembers. Settings that cannot be opened, read or written are said, and not missed. */
async function remembering<T>(
  { paths, location, refetch, date, headings, lexicalPass }: Plan,
  { fetch, reader, coder, ledger }: Pick<Tools, "reader" | "coder" | "ledger"> & Pick<Fetcher, "fetch">,
  { err }: Surroundings,
  work: (pages: Pages | undefined) => Promise<T>,
): Promise<T> {
  const [{ isAddress }, { openSettings }, { pageMemory }] = await Promise.all([
    import("../source/index.ts"),
    import("../settings/index.ts"),
    import("../subscription/index.ts"),
  ]);
  if (ledger === undefined || !paths.some(isAddress)) return work(undefined);
  const settings = await openSettings(location).catch(async (thrown: unknown) => {
    await err.write(errorLine(toPactaError(thrown)));
    return undefined;
  });
  if (settings === undefined) return work(undefined);
  const { withCoder } = await import("../intake/index.ts");
  const version = coder === undefined ? reader.version : withCoder(reader.version, coder.name);
  const how = [headings ? " headings" : "", lexicalPass ? "" : " all-sentences", date === undefined ? "" : ` date ${date}`].join("");
  const forgot = (error: PactaError): void => void err.write(errorLine(error));
  try {
    return await work(pageMemory({ fetch, settings, ledger, reader: async () => version, how, anew: refetch, forgot }));
  } finally {
    await settings.close();
  }
}

interface Tools {
  readonly reader: Reader;
  readonly coder: Coder | undefined;
  readonly setting: DocumentSetting;
  readonly io: SourceIo;
  readonly ledger: Ledger | undefined;
  readonly stop: AbortSignal;
  readonly pages: Pages | undefined;
}

async function readAll(plan: Plan, tools: Tools, around: Surroundings): Promise<ExitCode> {
  const { reader, coder, setting, io, ledger, stop, pages } = tools;
  const [{ intake, outcomesOf }, { measured, sizeOf, withoutDatabases }, { isAddress }, { originsOf }] = await Promise.all([
    import("../intake/index.ts"),
    import("./io.ts"),
    import("../source/index.ts"),
    import("../subscription/index.ts"),
  ]);
  const fromWeb = plan.paths.filter(isAddress).length;
  const progress = progressOn(around.err, around.env);
  const total = around.err.isTerminal ? await sizeOf(plan.paths) : undefined;
  const meter = measured(ledger === undefined ? io : withoutDatabases(io, await filesOf(ledger.location)));
  const tally = newTally();
  const notes: PactaError[] = [];
  const origins = originsOf();
  const outcomes = outcomesOf(plan.paths, meter.io, setting, {
    headings: plan.headings,
    passed: (what) => countPassed(tally, what),
    noted: (note) => void notes.push(note),
    unchanged: () => void (tally.unchanged += 1),
    made: origins.made,
    ...(plan.date === undefined ? {} : { given: { date: plan.date } }),
  });
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  let [shown, together] = [0, 0];
  for await (const result of intake(outcomes, { reader, stop, ...limitsOf(coder, fromWeb > 0), ...(ledger === undefined ? {} : { ledger }) })) {
    count(tally, result);
    const address = result.kind === "taken" ? origins.addressOf(result.document) : undefined;
    if (result.kind === "taken" && address !== undefined) await pages?.read(address, result.document.id);
    for (const note of notes.splice(0)) {
      countNote(tally, note);
      await progress.clear();
      await around.err.write(errorLine(note));
    }
    await tell(result, plan, progress, around);
    if (performance.now() - shown < 100) continue;
    shown = performance.now();
    together = Math.max(together, memoryOf(reader));
    const done = tally.documents + tally.unchanged + failures(tally);
    const share =
      total !== undefined && total > 0 ? { share: meter.bytes() / total } : fromWeb === plan.paths.length ? { share: done / fromWeb } : {};
    await progress.show({ documents: tally.documents, claims: tally.claims, failures: failures(tally), seconds: seconds(), ...share });
  }
  await progress.clear();
  const run = await runOf(tools, seconds(), together);
  // An unread rest of standard input would keep the process waiting for more of it.
  if (stop.aborted && plan.paths.includes("-")) process.stdin.destroy();
  return close(plan, tally, run, around);
}

/** What the run came to, at its end. */
async function runOf({ reader, coder, ledger, stop }: Tools, seconds: number, together: number): Promise<Run> {
  const { seen, analysed } = reader.passed;
  const head = ledger === undefined ? undefined : { location: ledger.location, ...(await ledger.head()) };
  return {
    seconds,
    peakMemory: Math.max(together, memoryOf(reader)) / 1024 ** 2,
    sentences: { seen, analysed },
    interrupted: stop.aborted,
    ...(coder === undefined ? {} : { coder: coder.account() }),
    ...(head === undefined ? {} : { ledger: head }),
  };
}

/** Milliseconds after which pages that came from the web are read and kept though few have come: hosts are asked slowly. */
const PATIENCE = 3000;

/** With a second coder a batch is kept before many answers, which cost money, have come in. */
export function limitsOf(coder: Coder | undefined, fromWeb: boolean): Pick<IntakeSetting, "coder" | "limits"> {
  const slow = fromWeb ? { wait: PATIENCE } : {};
  if (coder === undefined) return { limits: slow };
  return { coder, limits: { documents: 4 * coder.parallel, characters: 64 * 1024, ...slow } };
}

/** Bytes that this process and the workers take: of several what they take now, of one the most that it ever took. */
export function memoryOf(reader: Reader): number {
  return reader.parallel > 1 ? memoryTaken() + reader.memory() : process.resourceUsage().maxRSS * 1024;
}

async function tell(result: Taken | Failure, { print }: Plan, progress: Progress, { out, err }: Surroundings): Promise<void> {
  if (result.kind === "failure") {
    await progress.clear();
    await err.write(errorLine(result.error));
    return;
  }
  if (result.coderErrors !== undefined) await progress.clear();
  for (const error of result.coderErrors ?? []) await err.write(errorLine(error));
  if (print !== "jsonl") return;
  if (out.isTerminal) await progress.clear();
  await out.write(`${JSON.stringify(result.reading)}\n`);
}

async function close({ print }: Plan, tally: Tally, run: Run, { out, err }: Surroundings): Promise<ExitCode> {
  if (print === "json") await out.write(`${JSON.stringify(summaryOf(tally, run))}\n`);
  if (print === "text") await out.write(summaryText(tally, run));
  if (run.interrupted) await err.write(`interrupted after ${tally.documents} documents: run the same command again to go on\n`);
  if (run.interrupted) return EXIT.interrupted;
  return failures(tally) === 0 ? EXIT.ok : EXIT.failed;
}

/** The files of a ledger and of its settings. */
async function filesOf(location: string): Promise<readonly string[]> {
  const { settingsFile } = await import("../settings/index.ts");
  return [location, settingsFile(location)];
}
