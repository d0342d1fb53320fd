// `pacta annotate`: what the recognisers find in each document, in the form of the machine contract.
import type { Document, Span } from "../document/index.ts";
import { quoteOf } from "../document/index.ts";
import type { AnnotatedDocument, Claim, Reader } from "../reading/index.ts";
import { batchesOf } from "./batches.ts";
import { command } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { countOption } from "./days.ts";
import { errorLine } from "./error-line.ts";
import { EXIT } from "./exit.ts";
import { outcomesOf } from "./outcomes.ts";

/** `pacta annotate`. */
export const annotate = command({
  args: {
    file: { type: "positional", valueHint: "...", description: "documents, as for pacta read" },
    jsonl: { type: "boolean", description: 'one line a document: {"id","parties","items","money","times","sources","names"}' },
    threads: { type: "string", valueHint: "N", description: "cores that the model may use (default: all)" },
  },
  examples: ["pacta annotate items.jsonl --jsonl"],
  run: async (args, around) => {
    const threads = countOption("threads", args.threads);
    const [{ openReader }, { loadDocumentSetting }, { nodeIo }] = await Promise.all([
      import("../reading/index.ts"),
      import("../document/index.ts"),
      import("../source/index.ts"),
    ]);
    const reader = await openReader(threads === undefined ? {} : { threads });
    let failed = 0;
    try {
      for await (const batch of batchesOf(outcomesOf(args._, nodeIo(), loadDocumentSetting()))) {
        const documents: Document[] = [];
        for (const outcome of batch) {
          if (outcome.kind === "document") documents.push(outcome.document);
          else await around.err.write(errorLine(outcome.error));
        }
        failed += batch.length - documents.length;
        await printAll(documents, reader, args.jsonl === true, around);
      }
    } finally {
      await reader.close();
    }
    return failed === 0 ? EXIT.ok : EXIT.failed;
  },
});

async function printAll(documents: readonly Document[], reader: Reader, jsonl: boolean, { out }: Surroundings): Promise<void> {
  const annotated = await reader.annotate(documents);
  const readings = await reader.read(documents);
  for (const [i, one] of annotated.entries()) {
    const line = lineOf(one, readings[i]?.claims ?? []);
    await out.write(jsonl ? `${JSON.stringify(line)}\n` : text(line));
  }
}

/** The contract's line of a document; what is unknown is undefined, and so absent from the JSON. What a sum is for (`kind`) is known where a claim takes it up. */
export function lineOf(
  { analysis: { document, sentences }, annotations: { parties, items, money, times }, sources }: AnnotatedDocument,
  claims: readonly Claim[],
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
      kind: kinds.get(`${sum.start}-${sum.end}`),
    })),
    times: times.map((time) => ({ ...quote(time), norm: time.norm, basis: time.basis })),
    sources: sources.map((source) => {
      const { name, role, cue, channel, content } = source;
      return { ...quote(source), name, role, cue, channel, content: { start: content.start, end: content.end } };
    }),
    names: sentences.flatMap(({ names }) => names.map((name) => ({ ...quote(name), type: name.type }))),
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

function text({ id, ...lists }: ReturnType<typeof lineOf>): string {
  const parts = Object.entries(lists).map(
    ([name, list]) => `  ${name.padEnd(9)}${list.map(({ quote }) => quote.replace(/\s+/g, " ")).join(" | ")}\n`,
  );
  return `${id}\n${parts.join("")}\n`;
}
