// `pacta doctor`: each thing that Pacta needs, whether it is there and works, and what to do where it does not.
import { toPactaError } from "../error.ts";
import { command, ledgerArg } from "./command.ts";
import { EXIT } from "./exit.ts";
import { oneLine } from "../phrasing/index.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { inkOf } from "./output.ts";

/** A check: its name, and what it finds. It throws where something is wrong. */
interface Check {
  readonly name: string;
  readonly look: () => Promise<string>;
}

/** What a check came to; `remedy` is there where it failed. */
interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly what: string;
  readonly code?: string;
  readonly remedy?: string;
}

/** `pacta doctor`. */
export const doctor = command({
  args: { ledger: ledgerArg, json: { type: "boolean", description: 'as JSON: [{"name","ok","what","code"?,"remedy"?}]' } },
  examples: ["pacta doctor --ledger deals.db"],
  run: async ({ json, ledger: named }, { env, out }) => {
    const ink = inkOf(out);
    const findings: Finding[] = [];
    for (const check of checksOf(ledgerLocation(named, env))) {
      const finding = await findingOf(check);
      findings.push(finding);
      if (json !== true) await out.write(`${finding.ok ? "ok   " : ink.alert("FAIL ")} ${finding.name.padEnd(10)} ${lineOf(finding)}\n`);
    }
    if (json === true) await out.write(`${JSON.stringify(findings)}\n`);
    return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
  },
});

function lineOf({ what, code, remedy }: Finding): string {
  return oneLine(code === undefined ? what : `${code}: ${what}. ${remedy ?? ""}`);
}

async function findingOf({ name, look }: Check): Promise<Finding> {
  try {
    return { name, ok: true, what: await look() };
  } catch (thrown) {
    const { code, message, place, remedy } = toPactaError(thrown);
    return { name, ok: false, what: place.source === undefined ? message : `${message} (${place.source})`, code, remedy };
  }
}

function checksOf(ledger: string): readonly Check[] {
  return [
    { name: "node", look: async () => `${process.versions.node} on ${process.platform}-${process.arch}` },
    { name: "sqlite", look: async () => withLedger(":memory:", true, async () => "loads, and a ledger in memory opens") },
    { name: "model", look: model },
    { name: "reader", look: reader },
    { name: "documents", look: async () => ((await import("../document/index.ts")).loadDocumentSetting(), "word lists load") },
    { name: "deals", look: async () => ((await import("../deal/index.ts")).loadDealKnowledge(), "lifecycle, identity and words load") },
    { name: "ledger", look: () => ledgerLine(ledger) },
  ];
}

/** Loading checks the files against their hashes and runs nothing. */
async function model(): Promise<string> {
  const { loadLanguage } = await import("../language/index.ts");
  const { version, backend, close } = await loadLanguage({ threads: 1 });
  await close();
  return `${version}, its files fit their hashes; ONNX Runtime ${backend}${backend === "wasm" ? " (slower: the native build does not load here)" : ""}`;
}

async function reader(): Promise<string> {
  const { openReader } = await import("../reading/index.ts");
  const { version, close } = await openReader({ threads: 1 });
  await close();
  return `${version}, its knowledge loads`;
}

async function ledgerLine(location: string): Promise<string> {
  try {
    return await withLedger(
      location,
      false,
      async (ledger) => `${ledger.location} opens, ${(await ledger.head()).seq} entries; pacta verify checks them`,
    );
  } catch (thrown) {
    const { code, place } = toPactaError(thrown);
    if (code !== "PACTA_LEDGER_MISSING") throw thrown;
    return `${place.source} is not there yet; pacta read makes it`;
  }
}
