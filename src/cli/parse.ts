// `pacta parse`: what the language model makes of a text, in the exchange format of Universal Dependencies.
import type { Language, RawSentence, Sentence, Unanalysed } from "../language/index.ts";
import { command } from "./command.ts";
import { countOption } from "./days.ts";
import { EXIT } from "./exit.ts";
import { tableOf } from "./layout.ts";
import { oneFile } from "./one-file.ts";

/** `pacta parse`. */
export const parse = command({
  args: {
    file: { type: "positional", required: true, description: "a text, or - for standard input; blank lines part its paragraphs" },
    conllu: { type: "boolean", description: "as CoNLL-U (else as a table for people)" },
    jsonl: { type: "boolean", description: "one sentence a line, with words and names" },
    tokens: { type: "boolean", description: "the input is CoNLL-U, whose words and sentences are kept" },
    threads: { type: "string", valueHint: "N", description: "cores that the model may use (default: all)" },
  },
  examples: ["pacta parse report.txt --conllu", "pacta parse gold.conllu --tokens --conllu"],
  run: async (args, { out, err }) => {
    const threads = countOption("threads", args.threads);
    const { text: content } = await oneFile(args.file, "text/plain");
    const { loadLanguage, writeConllu } = await import("../language/index.ts");
    const language = await loadLanguage(threads === undefined ? {} : { threads });
    try {
      const { text, raw, unanalysed } = await split(content, args.file, args.tokens === true, language);
      for (const { start, end, reason } of unanalysed) await err.write(`not analysed: characters ${start} to ${end} (${reason})\n`);
      const sentences = await language.analyse(raw);
      if (args.conllu === true) await out.write(writeConllu(text, sentences));
      else
        for (const sentence of sentences)
          await out.write(args.jsonl === true ? `${JSON.stringify(sentence)}\n` : sentenceText(text, sentence, out.columns));
      return EXIT.ok;
    } finally {
      await language.close();
    }
  },
});

async function split(
  content: string,
  source: string,
  isConllu: boolean,
  { lexicon }: Language,
): Promise<{ text: string; raw: readonly RawSentence[]; unanalysed: readonly Unanalysed[] }> {
  const { paragraphBlocks, readConllu, sentencesOf, splitText, textOf } = await import("../language/index.ts");
  if (!isConllu) {
    const { sentences, unanalysed } = splitText(content, paragraphBlocks(content), lexicon);
    return { text: content, raw: sentences, unanalysed };
  }
  const gold = readConllu(content, source);
  return { text: textOf(gold), raw: sentencesOf(gold), unanalysed: [] };
}

function sentenceText(text: string, { start, end, words, names }: Sentence, columns: number): string {
  const rows = words.map(({ index, form, lemma, upos, head, relation }) => [
    String(index + 1),
    form,
    lemma,
    upos,
    relation,
    head < 0 ? "ROOT" : `${head + 1} ${words[head]?.form ?? ""}`,
  ]);
  const named = names.map((name) => `${name.type}: ${text.slice(name.start, name.end)}`).join(", ");
  return `${text.slice(start, end).replace(/\s+/g, " ")}\n${tableOf(rows, columns)}${named === "" ? "" : `names: ${named}\n`}\n`;
}
