// `pacta annotate`: what the recognisers find in each document, in the form of the machine contract.
import type { Document, Outcome, Quote, Span } from "../document/index.ts";
import type { AnnotatedDocument, Claim, Reader } from "../reading/index.ts";
import type { Failure } from "../source/index.ts";
import { command } from "./command.ts";
import { countOption } from "./days.ts";
import { errorLine } from "./error-line.ts";
import { EXIT } from "./exit.ts";
import { threadsArg, workersArg, workersOf } from "./workers.ts";

/** `pacta annotate`. */
export const annotate = command({
  args: {
    file: { type: "positional", valueHint: "...", description: "documents, as for pacta read" },
    jsonl: {
      type: "boolean",
      description: 'one line a document: {"id","parties","items","money","times","sources","references","unresolved","names","unread"}',
    },
    workers: workersArg,
    threads: threadsArg,
  },
  examples: ["pacta annotate items.jsonl --jsonl"],
  run: async (args, around) => {
    const cores = workersOf({ workers: countOption("workers", args.workers), threads: countOption("threads", args.threads) });
    const [{ openReader }, { loadDocumentSetting }, { nodeIo }, { ahead, aheadOf, batchesOf, outcomesOf }] = await Promise.all([
      import("../reading/index.ts"),
      import("../document/index.ts"),
      import("../source/index.ts"),
      import("../intake/index.ts"),
    ]);
    const reader = await openReader(cores);
    let failed = 0;
    try {
      const batches = batchesOf(outcomesOf(args._, nodeIo(), loadDocumentSetting()));
      for await (const lines of ahead(batches, (batch) => annotateAll(batch, reader), aheadOf(reader))) {
        for (const one of lines) {
          if (isFailure(one)) await around.err.write(errorLine(one.error));
          else await around.out.write(args.jsonl === true ? `${JSON.stringify(one)}\n` : text(one));
          if (isFailure(one)) failed += 1;
        }
      }
    } finally {
      await reader.close();
    }
    return failed === 0 ? EXIT.ok : EXIT.failed;
  },
});

/** A line for each document, and each failure in its place. */
async function annotateAll(batch: readonly Outcome[], reader: Reader): Promise<(Line | Failure)[]> {
  const documents = batch.flatMap((outcome) => (outcome.kind === "document" ? [{ document: outcome.document }] : []));
  const { singly } = await import("../intake/index.ts");
  const lines = await singly(
    documents,
    (some) =>
      linesOf(
        some.map(({ document }) => document),
        reader,
      ),
    () => true,
  );
  const results = new Map(documents.map(({ document }, i) => [document, lines[i]]));
  return batch.flatMap((outcome) => (outcome.kind === "failure" ? [outcome] : (results.get(outcome.document) ?? [])));
}

function isFailure(one: Line | Failure): one is Failure {
  return "kind" in one;
}

async function linesOf(documents: readonly Document[], reader: Reader): Promise<Line[]> {
  const [{ quoteOf }, annotated, readings] = await Promise.all([import("../document/index.ts"), reader.annotate(documents), reader.read(documents)]);
  return annotated.map((one, i) => lineOf(one, readings[i]?.claims ?? [], quoteOf));
}

type Line = ReturnType<typeof lineOf>;

/** The contract's line of a document; what is unknown is undefined, and so absent from the JSON. What a sum is for (`kind`) is what the claim that takes it up says, else what its own sentence tells. */
export function lineOf(
  { analysis: { document, sentences }, annotations: { parties, items, money, times }, sources, references, unresolved, unread }: AnnotatedDocument,
  claims: readonly Claim[],
  quoteOf: (text: string, span: Span) => Quote,
) {
  const quote = (span: Span) => quoteOf(document.text, span);
  const kinds = kindsOf(claims);
  return {
    id: document.id,
    parties: parties.map((party) => ({ ...quote(party), id: party.id, name: party.name })),
    items: items.map((item) => ({ ...quote(item), name: item.name, id: item.id, quantity: item.quantity, unit: item.unit })),
    money: money.map((sum) => ({
      ...quote(sum),
      amount: sum.amount,
      currency: sum.currency,
      bound: sum.bound,
      kind: kinds.get(`${sum.start}-${sum.end}`) ?? sum.kind,
    })),
    times: times.map((time) => ({ ...quote(time), norm: time.norm, basis: time.basis, reason: time.reason })),
    sources: sources.map((source) => {
      const { name, role, cue, channel, asks, content } = source;
      return { ...quote(source), name, role, cue, channel, asks, content: { start: content.start, end: content.end } };
    }),
    references: references.map((party) => ({
      ...quote(party),
      id: party.id,
      name: party.name,
      form: party.form,
      antecedent: party.antecedent && quote(party.antecedent),
    })),
    unresolved: unresolved.map(quote),
    names: sentences.flatMap(({ names }) => names.map((name) => ({ ...quote(name), type: name.type }))),
    unread: unread.map((words) => ({ ...quote(words), type: words.type, reason: words.reason, currency: words.currency })),
  };
}

type Kind = Claim["money"][number]["kind"];

function kindsOf(claims: readonly Claim[]): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const { money, spans } of claims) {
    money.forEach(({ kind }, i) => {
      const span = spans[`money.${i}`];
      if (span !== undefined) kinds.set(`${span.start}-${span.end}`, kind);
    });
  }
  return kinds;
}

function text({ id, ...lists }: Line): string {
  const parts = Object.entries(lists).map(
    ([name, list]) => `  ${name.padEnd(11)}${list.map(({ quote }) => quote.replace(/\s+/g, " ")).join(" | ")}\n`,
  );
  return `${id}\n${parts.join("")}\n`;
}
