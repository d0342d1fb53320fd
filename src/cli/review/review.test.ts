// `pacta review` and `pacta diff`, whole command lines in this process, over a ledger with one report, read by two readers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { harbour } from "../../ledger/decided.fixture.ts";
import { openLedger } from "../../ledger/index.ts";
import { linesOf } from "../cli.fixture.ts";
import { runProgram } from "../program.ts";

const LENGTH = harbour("a").document.text.length;
const [SIGNED, SWEDISH, DANISH] = [0, 1, 2].map((n) => `a-${LENGTH}-${n}`) as [string, string, string];

const folder = mkdtempSync(join(tmpdir(), "pacta-review-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let [files, path] = [0, ""];

beforeEach(async () => {
  path = join(folder, `${(files += 1)}.db`);
  const ledger = await openLedger(path);
  await ledger.appendReadings([harbour("a"), harbour("b")], "r1");
  await ledger.close();
});

/** What a command line came to. */
interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly json: () => readonly unknown[];
}

async function pacta(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const written = { out: "", err: "" };
  const output = (to: "out" | "err") => ({
    isTerminal: false,
    colours: false,
    columns: Number.POSITIVE_INFINITY,
    write: async (text: string) => void (written[to] += text),
  });
  const code = await runProgram(args, { env: { PACTA_LEDGER: path, ...env }, out: output("out"), err: output("err") });
  return { code, ...written, json: () => linesOf(written.out).map((line): unknown => JSON.parse(line)) };
}

function review(...args: readonly string[]): Promise<Ended> {
  return pacta(["review", ...args], { PACTA_REVIEWER: "Ada" });
}

async function claimsNow(): Promise<readonly { claim: { id: string; object?: string }; review?: object }[]> {
  return (await pacta(["claims", "--jsonl", "--document", "a"])).json() as Awaited<ReturnType<typeof claimsNow>>;
}

const idsNow = async () => (await claimsNow()).map(({ claim }) => claim.id);

test("a decision needs a name, and takes it from the flag before the environment", async () => {
  expect(await pacta(["review", "reject", SIGNED])).toMatchObject({ code: 2, err: expect.stringContaining("PACTA_USAGE_REVIEWER") });
  expect((await review("reject", SIGNED, "--by", "Bo", "--why", "fiction", "--json")).json()).toMatchObject([[{ seq: 5, by: "Bo", why: "fiction" }]]);
  expect(await idsNow()).toEqual([SWEDISH, DANISH]);
});

test("claims are confirmed, rejected and corrected, and told with what was decided", async () => {
  expect((await review("confirm", SWEDISH, DANISH)).out).toMatch(/^5 {2}confirm .*\n6 {2}confirm .*\n$/);
  await review("reject", SIGNED);
  await review("confirm", SIGNED);
  await review("correct", SIGNED, "--slot", "object", "--value", "ship contract");
  await review("correct", SIGNED, "--slot", "actors", "--value", "NOR=Norway, Nordverft");
  await review("correct", SIGNED, "--slot", "evidence", "--value", "signed a ferry contract");
  expect((await claimsNow())[0]).toMatchObject({
    claim: { object: "ship contract", actors: [{ id: "NOR", name: "Norway" }, { name: "Nordverft" }], evidence: { start: 7 } },
    review: { confirmed: true, corrected: ["object", "actors", "evidence"], decisions: [7, 8, 9, 10, 11] },
  });
  expect((await pacta(["claims", "--act", "sign"])).out).toContain(
    `${SIGNED}; confirmed, corrected in object and actors and evidence, by decisions 7`,
  );
  expect((await review("correct", SIGNED, "--slot", "object", "--empty")).code).toBe(0);
  expect((await claimsNow())[0]?.claim.object).toBeUndefined();
});

test("a claim is added by its words, an abstention promoted by its place, and both can be taken back", async () => {
  const added = await review(
    "add",
    "a",
    "--quote",
    "mend a pier",
    "--act",
    "agree",
    "--actors",
    "FIN=Finland",
    "--claim",
    '{"time":{"norm":"2026","basis":"stated"}}',
  );
  expect([added.err, added.code]).toEqual(["", 0]);
  const at = String(harbour("a").reading.abstained[0]?.start);
  expect((await review("promote", "a", "--at", at, "--actors", "NOR=Norway")).code).toBe(0);
  expect((await claimsNow()).slice(3)).toMatchObject([
    { reader: "person:Ada", claim: { act: "agree", rule: "person:Ada", time: { norm: "2026" }, evidence: { quote: "mend a pier" } } },
    { review: { origin: "promoted" }, claim: { act: "negotiate", evidence: { quote: "Talks on the lighthouse" } } },
  ]);
  expect((await review("undo", "5")).code).toBe(0);
  expect(await claimsNow()).toHaveLength(4);
  expect(await review("undo", "5")).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_LEDGER_DECISION_UNDO") });
});

test("deals are joined and split by their ids or those of claims, parties and conflicts are decided", async () => {
  const ids = (await pacta(["deals", "--jsonl"])).json() as readonly { id: string; claims: readonly string[] }[];
  const [first] = ids;
  const other = [`b-${LENGTH}-0`, `a-${LENGTH}-0`].find((id) => first?.claims[0] !== id) ?? "";
  expect((await review("join", first?.id ?? "", other, "--json")).json()).toMatchObject([
    [{ decision: { type: "join", claims: [{ id: first?.claims[0] }, { id: other }] } }],
  ]);
  expect((await review("split", SIGNED, SWEDISH)).code).toBe(0);
  expect((await review("same-party", "Nordverft", "North Yard")).out).toBe("7  same party: Nordverft = North Yard\n");
  expect((await review("same-party", "Nordverft")).code).toBe(2);
  expect((await review("pin", SIGNED, "--slot", "money.value.USD")).code).toBe(0);
  expect(await review("pin", SIGNED)).toMatchObject({ code: 2, err: expect.stringContaining("pacta review pin needs --slot") });
});

test("the list has decisions newest first, and says which are undone or orphaned", async () => {
  await review("reject", SIGNED, "--why", "fiction");
  await review("confirm", SWEDISH);
  await review("undo", "6");
  const ledger = await openLedger(path);
  await ledger.appendReading(harbour("a").document, { id: "a", claims: [], abstained: [] }, "r2");
  await ledger.close();
  const told = linesOf((await review()).out);
  expect(told.map((line) => line.trim().split(" ")[0])).toEqual(["7", "6", "5", "fiction", "3"]);
  expect(told[1]).toContain("(undone)");
  expect(told[2]).toContain("(orphaned)");
  expect((await review("--orphaned", "--jsonl")).json()).toMatchObject([{ seq: 5, found: [null], undone: false }]);
});

test("two who decide at once are told of each other", async () => {
  expect((await review("confirm", SIGNED, "--basis", "0")).code).toBe(0);
  expect(await review("reject", SIGNED, "--basis", "0", "--by", "Bo")).toMatchObject({
    code: 1,
    err: expect.stringContaining("PACTA_LEDGER_DECISION_CONFLICT"),
  });
});

test("after a redaction claims are told without their words, and deals still are", async () => {
  const before = (await pacta(["deals", "--jsonl"])).json().length;
  expect((await review("redact", "a", "--reason", "asked")).code).toBe(0);
  const claims = (await pacta(["claims", "--document", "a"])).out;
  expect(claims).toContain("(words redacted)");
  expect(claims).not.toContain("signed a ferry");
  expect((await pacta(["deals", "--jsonl"])).json()).toHaveLength(before);
  expect((await pacta(["verify"])).code).toBe(0);
  expect(await review("confirm", SIGNED)).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_LEDGER_REDACTED") });
});

test.each([
  [["confirm", "c_nothing"], 1, "PACTA_CLAIM_UNKNOWN"],
  [["confrm", "x"], 2, 'PACTA_USAGE_COMMAND: there is no command "review confrm". Did you mean pacta review confirm?'],
  [["correct", "x", "--slot", "object"], 2, "PACTA_USAGE_FLAG"],
  [["correct", SIGNED, "--slot", "negated", "--value", "yes"], 2, "Give true or false"],
  [["correct", SIGNED, "--slot", "mode", "--value", "sure"], 1, "PACTA_LEDGER_ENTRY_INVALID: decision.value"],
  [["correct", SIGNED, "--slot", "mode", "--empty"], 1, "PACTA_LEDGER_ENTRY_INVALID: decision.value"],
  [["correct", "x", "--slot", "objet", "--value", "a"], 2, "Did you mean object?"],
  [["add", "nowhere", "--quote", "x", "--act", "sign"], 1, "PACTA_DOCUMENT_UNKNOWN"],
  [["add", "a", "--quote", "not in it", "--act", "sign"], 2, "PACTA_USAGE_VALUE"],
  [["add", "a", "--quote", "Norway", "--act", "sing"], 2, "Did you mean sign?"],
  [["promote", "a", "--at", "0"], 2, "PACTA_USAGE_VALUE"],
  [["undo", "first"], 2, "PACTA_USAGE_VALUE"],
])("review %j is refused", async (args, code, message) => {
  expect(await review(...args)).toMatchObject({ code, out: "", err: expect.stringContaining(message) });
});

test("each word of review has its own help, and the help of review names it", async () => {
  const all = (await review("--help")).out;
  for (const word of ["confirm", "reject", "correct", "add", "promote", "join", "split", "same-party", "pin", "undo", "redact"]) {
    expect(all).toContain(`\n  ${word} `);
    expect((await review(word, "--help")).out).toMatch(new RegExp(`^usage: pacta review ${word} `));
  }
  expect((await pacta(["help", "review", "undo"])).out).toBe((await review("undo", "--help")).out);
});

test("two readings of a document are told apart, claim by claim and slot by slot", async () => {
  expect(await pacta(["diff", "a"])).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_READING_UNKNOWN") });
  const ledger = await openLedger(path);
  const { document, reading } = harbour("a");
  const [signed, , danish] = reading.claims;
  const claims = signed === undefined || danish === undefined ? [] : [{ ...signed, mode: "planned" as const }, danish];
  await ledger.appendReading(document, { ...reading, claims }, "r2");
  await ledger.close();
  expect(linesOf((await pacta(["diff", "a"])).out)).toEqual([
    "a, version 1: r1 => r2",
    "- agree, planned: Sweden “Sweden and Denmark each agreed to mend a pier”",
    "~ sign, planned: Norway “Norway signed a ferry contract”",
    "    mode: actual => planned",
    "1 gone, 0 new, 1 changed, 1 the same",
  ]);
  expect((await pacta(["diff", "a", "--from", "r2", "--to", "r1", "--json"])).json()).toMatchObject([
    { document: "a", version: 1, from: "r2", to: "r1", onlyFrom: [], onlyTo: [{ id: SWEDISH }], changed: [{ slots: ["mode"] }], same: 1 },
  ]);
  expect(await pacta(["diff", "a", "--from", "r0"])).toMatchObject({ code: 1, err: expect.stringContaining("It was read by r2, r1") });
  expect(await pacta(["diff", "nowhere"])).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_DOCUMENT_UNKNOWN") });
});
