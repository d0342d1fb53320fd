// `node tools/mask-trees.ts GOLD.conllu... > test/trees/news.conllu`: takes the words off checked trees, so that a corpus's
// text stays where its licence keeps it, and proves that the words can be filled in again.
import { readFileSync } from "node:fs";
import { toPactaError } from "../src/error.ts";
import { fillTree, maskTrees, newsTexts, sharedFolder, writeMaskedTrees } from "../src/eval/index.ts";

function main(files: readonly string[]): void {
  const trees = files.flatMap((file) => maskTrees(readFileSync(file, "utf8"), file));
  const textOf = newsTexts(sharedFolder(process.env), trees);
  for (const tree of trees) fillTree(tree, textOf);
  process.stdout.write(writeMaskedTrees(trees));
}

try {
  main(process.argv.slice(2));
} catch (thrown) {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
}
