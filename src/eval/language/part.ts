// The part that scores the language layer, section by section: trees, names, news, runtimes.
import { PactaError } from "../../error.ts";
import { loadLanguage } from "../../language/index.ts";
import { resource } from "../../resources.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { readHeldBack } from "./held-back.ts";
import type { Look } from "./look.ts";
import { namesReport } from "./names.ts";
import { newsReport } from "./news.ts";
import { runtimesReport } from "./runtimes.ts";
import { treesReport } from "./trees.ts";

const TOPICS: Readonly<Record<string, (look: Look) => Promise<string>>> = {
  trees: treesReport,
  names: namesReport,
  news: newsReport,
  runtimes: runtimesReport,
};

function topicOf(word: string): (look: Look) => Promise<string> {
  const topic = Object.hasOwn(TOPICS, word) ? TOPICS[word] : undefined;
  if (topic !== undefined) return topic;
  throw new PactaError("PACTA_EVAL_UNKNOWN_SET", `the language has no section "${word}"`, `Name one of ${Object.keys(TOPICS).join(", ")}`);
}

async function run(bench: Bench): Promise<Section> {
  const words = bench.words.length > 0 ? bench.words : Object.keys(TOPICS);
  const topics = words.map(topicOf);
  const heldBack = readHeldBack(resource("training", "held-back.json"));
  const language = await loadLanguage();
  const command = ["npm run eval -- language", ...bench.words].join(" ");
  const sections = [`## Language\n\nPrinted by \`${command}\`, model ${language.version}.`];
  try {
    for (const topic of topics) sections.push(await topic({ bench, language, heldBack }));
  } finally {
    await language.close();
  }
  const body = sections.join("\n\n");
  bench.print(body);
  return { name: ["language", ...bench.words].join("-"), body };
}

/** `npm run eval -- language [trees|names|news|runtimes...]`. */
export const language: Part = { what: "splitting, tags, trees, names, news sentences, runtimes [SECTION...]", run };
