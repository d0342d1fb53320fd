// Files read into documents by the built package, as `pacta read` does it, in a process of its own, so that memory is its own: the
// reader is left out, whose models lie in processes of their own. Plain JavaScript, since what strips types takes memory too.
// `node one.mjs FILE...` prints one line of JSON.
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);

/** Millions of bytes at the most. What `resourceUsage` tells begins with what the process that started this one held. */
function peak() {
  const told = process.platform === "linux" ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] : undefined;
  return ((told === undefined ? process.resourceUsage().maxRSS : Number(told)) * 1024) / 1e6;
}

// As the command line does where workers read.
setFlagsFromString("--semi-space-growth-factor=1");
const [{ outcomesOf }, { loadDocumentSetting }, { nodeIo }] = await Promise.all(
  ["intake/outcomes.js", "document/index.js", "source/index.js"].map(built),
);
const began = performance.now();
const outcomes = [];
for await (const each of outcomesOf(process.argv.slice(2), nodeIo(), loadDocumentSetting())) {
  outcomes.push(each.kind === "document" ? "document" : each.error.code);
}
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ outcomes, seconds, processor: (user + system) / 1e6, memory: peak() })}\n`);
