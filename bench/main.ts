// `npm run bench`: the bench with the real disk, clock and terminal.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { toPactaError } from "../src/error.ts";
import { sharedFolder } from "../src/eval/index.ts";
import { resource } from "../src/resources.ts";
import { runBench } from "./run.ts";

const page = resource("docs", "figures.md");

runBench(process.argv.slice(2), {
  shared: sharedFolder(process.env),
  environment: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  readPage: () => (existsSync(page) ? readFileSync(page, "utf8") : undefined),
  writePage: (text) => writeFileSync(page, text),
}).catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
