// The native runtime and the WebAssembly one must read alike, or a reading would depend on the machine that made it.
import { loadLanguage, paragraphBlocks, readConllu, sentencesOf, tokenize } from "../../language/index.ts";
import type { Language, RawSentence } from "../../language/index.ts";
import { share, table } from "../table.ts";
import { agreement, LAYERS } from "./agreement.ts";
import { readCorpus } from "./corpus.ts";
import type { Look } from "./look.ts";

const EACH = 150;

/** At most so many values, evenly spread over all. */
export function spread<Value>(values: readonly Value[], most: number): Value[] {
  const step = Math.max(1, Math.floor(values.length / most));
  return values.filter((_, index) => index % step === 0).slice(0, most);
}

function sampleOf({ bench, language }: Look): RawSentence[] {
  const most = Math.min(EACH, bench.limit);
  const gold = spread(sentencesOf(readConllu(readCorpus(bench.shared, "ud-ewt", "dev.conllu.gz"))), most);
  const lines = spread(readCorpus(bench.shared, "current-events", "items-2002-2023.jsonl.gz").trimEnd().split("\n"), most);
  const news = lines.flatMap((line) => {
    const { text } = JSON.parse(line) as { readonly text: string };
    return tokenize(text, paragraphBlocks(text), language.lexicon).slice(0, 1);
  });
  return [...gold, ...news];
}

async function withWasm<Result>(use: (language: Language) => Promise<Result>): Promise<Result> {
  const wasm = await loadLanguage({ backend: "wasm" });
  try {
    return await use(wasm);
  } finally {
    await wasm.close();
  }
}

/** The section on the two runtimes; says so where only one is installed. */
export async function runtimesReport(look: Look): Promise<string> {
  const title = "### The two runtimes";
  if (look.language.backend !== "native") return `${title}\n\nNot compared: onnxruntime-node is not installed here.`;
  const sentences = sampleOf(look);
  const native = await look.language.analyse(sentences);
  const { words, equal } = await withWasm(async (wasm) => agreement(native, await wasm.analyse(sentences)));
  const row = [`${sentences.length} sentences, ${words} words`, ...LAYERS.map((layer) => shareOfMany(equal[layer], words))];
  const intro = "Share of words that onnxruntime-node and onnxruntime-web (WebAssembly) read alike, on UD-EWT dev and Current Events.";
  return `${title}\n\n${intro}\n\n${table(["sample", ...LAYERS], [row])}`;
}

/** Four digits, since what is asked is .999; never rounded up to 1. */
function shareOfMany(equal: number, words: number): string {
  return equal === words ? share(1) : (Math.floor((10_000 * equal) / words) / 10_000).toFixed(4).slice(1);
}
