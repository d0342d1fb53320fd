// `pacta explain`: why a text is read as it is. For whoever wonders at a claim, misses one, or corrects a frame.
import type { DocumentSetting, Outcome, Quote, Span } from "../document/index.ts";
import { PactaError } from "../error.ts";
import type { Explanation, Reader } from "../reading/index.ts";
import type { SourceIo } from "../source/index.ts";
import { lineOf } from "./annotate.ts";
import { command } from "./command.ts";
import { countOption, dayOption } from "./days.ts";
import { errorLine } from "./error-line.ts";
import { EXIT } from "./exit.ts";
import { explanationText } from "./explanation.ts";
import { inkOf } from "./output.ts";

/** `pacta explain`. */
export const explain = command({
  args: {
    text: { type: "positional", required: false, valueHint: "...", description: "a sentence or a whole text, or - for standard input" },
    file: { type: "string", valueHint: "FILE", description: "documents from a file or folder instead, as for pacta read" },
    date: { type: "string", valueHint: "DAY", description: "the day of publication of documents that tell none (YYYY-MM-DD)" },
    json: { type: "boolean", description: 'as JSON, one line a document: {"id","sentences","annotations","claims","abstained"}' },
    threads: { type: "string", valueHint: "N", description: "cores that the model may use (default: all)" },
  },
  examples: ['pacta explain "Norway has cancelled its contract with Poland." --date 2015-01-20', "pacta explain --file report.txt --json"],
  run: async (args, { out, err }) => {
    const [date, threads] = [dayOption("date", args.date), countOption("threads", args.threads)];
    checkInput(args);
    const [{ openReader }, { loadDocumentSetting, quoteOf }, { nodeIo }] = await Promise.all([
      import("../reading/index.ts"),
      import("../document/index.ts"),
      import("../source/index.ts"),
    ]);
    const outcomes = await given(args, date, loadDocumentSetting(), nodeIo());
    // Opened for the first document: an input that cannot be read is told at once.
    let reader: Reader | undefined;
    let failed = 0;
    try {
      for await (const outcome of outcomes) {
        if (outcome.kind === "failure") {
          failed += 1;
          await err.write(errorLine(outcome.error));
          continue;
        }
        reader ??= await openReader(threads === undefined ? {} : { threads });
        for (const explanation of await reader.explain([outcome.document]))
          await out.write(
            args.json === true ? `${JSON.stringify(jsonOf(explanation, quoteOf))}\n` : explanationText(explanation, out.columns, inkOf(out)),
          );
      }
    } finally {
      await reader?.close();
    }
    return failed === 0 ? EXIT.ok : EXIT.failed;
  },
});

interface Input {
  readonly _: readonly string[];
  readonly file?: string | undefined;
}

/** Throws `PACTA_USAGE_ARGUMENT` unless there is a text or a file, and not both. */
function checkInput({ _: words, file }: Input): void {
  if (words.length === 0 && file === undefined)
    throw new PactaError("PACTA_USAGE_ARGUMENT", "pacta explain needs TEXT or --file FILE", "See pacta explain --help");
  if (words.length > 0 && file !== undefined)
    throw new PactaError("PACTA_USAGE_ARGUMENT", "pacta explain takes a text or a file, not both", "Give one of them");
}

/** Words that a shell has parted are one text again. */
async function given(
  { _: words, file }: Input,
  date: string | undefined,
  setting: DocumentSetting,
  io: SourceIo,
): Promise<AsyncIterable<Outcome> | Iterable<Outcome>> {
  const { documentsFrom, outcomesOf } = await import("../intake/index.ts");
  const about = date === undefined ? {} : { date };
  const path = file ?? (words.length === 1 && words[0] === "-" ? "-" : undefined);
  return path === undefined ? documentsFrom(words.join(" "), "text/plain", about, setting) : outcomesOf([path], io, setting, { given: about });
}

/** The contract's line of a document: annotations as `pacta annotate` has them, claims and abstentions as `pacta read` has them. */
function jsonOf(explanation: Explanation, quoteOf: (text: string, span: Span) => Quote) {
  const { sentences, reading } = explanation;
  const { id, ...annotations } = lineOf(explanation, reading.claims, quoteOf);
  return { id, sentences, annotations, claims: reading.claims, abstained: reading.abstained };
}
