// `npm run eval`: the evaluation with the real disk, reader and terminal.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { toPactaError } from "../error.ts";
import { resource } from "../resources.ts";
import { sharedFolder } from "./gold.ts";
import { openAnnotator, openExplainer, openReader } from "./reader.ts";
import { runEval } from "./run.ts";

const page = resource("docs", "figures.md");

runEval(process.argv.slice(2), {
  shared: sharedFolder(process.env),
  openReader,
  openAnnotator,
  openExplainer,
  print: (line) => process.stdout.write(`${line}\n`),
  readPage: () => (existsSync(page) ? readFileSync(page, "utf8") : undefined),
  writePage: (text) => writeFileSync(page, text),
}).catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
