// Reading on the real program: twice, from bad input, with its flags, and interrupted.
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { abstentionSchema, claimSchema } from "../reading/index.ts";
import { briefs, freshFolder, linesOf, pacta, startPacta, write } from "./cli.fixture.ts";

const readLine = z.strictObject({ id: z.string(), claims: z.array(claimSchema), abstained: z.array(abstentionSchema) });
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const reports = briefs(12);
const folder = freshFolder();
const ALONE = ["--workers", "1"];

beforeAll(() => {
  write(folder, { "items.jsonl": reports });
  // With as many workers as the machine has cores; elsewhere one is enough, and loads one model.
  if (pacta(folder, ["read", "items.jsonl"]).code !== 0) throw new Error("the reports could not be read");
});

test("the same input a second time appends nothing and prints the same lines", () => {
  const before = z.tuple([z.looseObject({ seq: z.int(), hash: z.string() })]).parse(pacta(folder, ["verify", "--json"]).json());
  const again = pacta(folder, ["read", "items.jsonl", "--jsonl", ...ALONE]);
  const claims = z
    .array(readLine)
    .parse(again.json())
    .flatMap((line) => line.claims);
  expect(claims.length).toBe(pacta(folder, ["claims", "--jsonl"]).json().length);
  expect(pacta(folder, ["read", "items.jsonl", ...ALONE]).out).toContain("already known 12\n");
  expect(pacta(folder, ["verify", "--json"]).json()).toEqual(before);
});

test("one, two and three workers print the same bytes", () => {
  const lines = (workers: string) => pacta(folder, ["read", "items.jsonl", "--dry-run", "--jsonl", "--workers", workers]);
  const alone = lines("1");
  expect(alone.out).toContain('"act":"sign"');
  for (const workers of ["2", "3"]) expect(lines(workers)).toMatchObject({ code: 0, err: "", out: alone.out });
});

test.each(["0", "two", "-1"])("--workers %s is a usage error", (workers) => {
  expect(pacta(folder, ["read", "items.jsonl", "--dry-run", `--workers=${workers}`])).toMatchObject({ code: 2, out: "" });
});

test("bad documents are coded errors of their own: the run goes on, counts them and ends with 1", () => {
  const fresh = freshFolder();
  const bad = reports.map((report, i) => (i === 6 ? '{"id": "x", "text": ' : JSON.stringify(report)));
  write(fresh, {
    "a-binary.txt": Uint8Array.from({ length: 512 }, (_, i) => i % 8),
    "b-empty.txt": "",
    "c-broken.jsonl": `${bad.join("\n")}\n`,
    "d-long.jsonl": Buffer.concat([Buffer.from('{"text": "'), Buffer.alloc(50_000_000, "x"), Buffer.from('"}\n')]),
    "e-charset.html": '<html><head><meta charset="x-unheard-of"></head><body><p>Norway buys boats from Portugal.</p></body></html>',
    "f-french.txt":
      "La France a signé mardi un accord avec le Brésil pour la livraison de deux navires de patrouille, selon le ministère de la Défense.\n",
    "g-good.txt": "Norway signed a contract with Portugal for two patrol boats.\n",
  });
  const read = pacta(fresh, ["read", ".", ...ALONE]);
  expect(linesOf(read.err).map((line) => /^(PACTA_\w+): .+ \((.+?)\)\. \S/.exec(line)?.slice(1))).toEqual([
    ["PACTA_INPUT_BINARY", "a-binary.txt"],
    ["PACTA_INPUT_EMPTY", "b-empty.txt"],
    ["PACTA_INPUT_JSON", "c-broken.jsonl:7"],
    ["PACTA_INPUT_TOO_LARGE", "d-long.jsonl:1"],
    ["PACTA_CHARSET_UNKNOWN", "e-charset.html"],
  ]);
  expect(read.out).toMatch(/^documents {5}13 in/m);
  expect(read.out).toMatch(
    /^failed {8}5: PACTA_CHARSET_UNKNOWN 1, PACTA_INPUT_BINARY 1, PACTA_INPUT_EMPTY 1, PACTA_INPUT_JSON 1, PACTA_INPUT_TOO_LARGE 1$/m,
  );
  expect(read.out).toMatch(/^not English {3}1 /m);
  expect(read.code).toBe(1);
  expect(pacta(fresh, ["verify"]).out).toMatch(/^ok: 26 entries/);
});

test("a page's dek and captions go into the ledger with it, and its day comes from its metadata", () => {
  const fresh = freshFolder();
  const words = "Norway signed a contract with Portugal for two patrol boats, and the ministry is content with them. ".repeat(4);
  const meta = '<meta property="article:published_time" content="2030-05-06"><meta name="description" content="Oslo renews its coast guard">';
  write(fresh, {
    "page.html": `<html lang="en"><head><title>Boats</title>${meta}</head><body><article><h1>Boats</h1><p>${words}</p><figure><img src="b.jpg"><figcaption>A patrol boat</figcaption></figure><p>${words}</p></article></body></html>`,
  });
  expect(pacta(fresh, ["read", "page.html", ...ALONE])).toMatchObject({ code: 0, err: "" });
  const days = z
    .array(z.looseObject({ day: z.string() }))
    .parse(pacta(fresh, ["claims", "--jsonl"]).json())
    .map(({ day }) => day);
  expect([...new Set(days)]).toEqual(["2030-05-06"]);
});

test("standard input, a day for undated documents and the ledger of the environment are taken", () => {
  const env = { PACTA_LEDGER: join(freshFolder(), "other.db") };
  const read = pacta(folder, ["read", "-", "--date", "2031-02-03", "--json", ...ALONE], {
    env,
    input: "Norway signed a contract with Portugal on Monday.\n",
  });
  expect(
    z
      .tuple([z.looseObject({ documents: z.literal(1), new: z.literal(1), sentences: z.strictObject({ seen: z.literal(1), analysed: z.int() }) })])
      .parse(read.json()),
  ).toHaveLength(1);
  expect(pacta(folder, ["claims", "--jsonl"], { env }).json()).toMatchObject([{ day: "2031-02-03" }]);
});

test("headings are read for claims only on request", () => {
  const fresh = freshFolder();
  write(fresh, { "one.jsonl": [{ id: "a", heading: "Norway signs contract with Portugal", text: "The weather was fine." }] });
  const claims = (...flags: string[]) =>
    z.tuple([readLine]).parse(pacta(fresh, ["read", "one.jsonl", "--dry-run", "--jsonl", ...ALONE, ...flags]).json())[0].claims;
  expect(claims()).toEqual([]);
  expect(claims("--headings")).toMatchObject([{ act: "sign", evidence: { start: 0 } }]);
});

test("an interrupt ends after the batch in hand, says so, and loses nothing", async () => {
  const fresh = freshFolder();
  // Eight of these fill a batch, and two workers have four batches in hand when the first line comes. What makes them long is not analysed.
  const many = 400;
  const padding = `\n\n${"=".repeat(8192)}`;
  write(fresh, { "many.jsonl": briefs(many).map((brief) => ({ ...brief, text: brief.text + padding })) });
  const child = startPacta(fresh, ["read", "many.jsonl", "--jsonl", "--workers", "2"]);
  let [out, err] = ["", ""];
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout?.on("data", (chunk: Buffer) => {
    if (out === "") child.kill("SIGINT");
    out += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const printed = linesOf(out).length;
  expect(code).toBe(130);
  expect(printed).toBeGreaterThan(0);
  expect(printed).toBeLessThan(many);
  expect(err).toContain(`interrupted after ${printed} documents`);
  expect(pacta(fresh, ["verify"]).out).toMatch(new RegExp(`^ok: ${2 * printed} entries`));
});

test("an interrupt ends a run that waits for its input", async () => {
  // A batch of faults, which are told before anything comes from standard input.
  write(folder, { "faults.jsonl": "{\n".repeat(256) });
  const child = startPacta(folder, ["read", "faults.jsonl", "-", "--dry-run", ...ALONE]);
  child.stdin?.write("Norway signed a contract with Portugal.\n");
  let [out, err, isSent] = ["", "", false];
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => {
    err += chunk.toString();
    // All faults are told: from now on there is only standard input to wait for.
    if (!isSent && err.split("faults.jsonl").length > 256) {
      isSent = true;
      setTimeout(() => child.kill("SIGINT"), 300);
    }
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, out]).toEqual([130, expect.stringContaining("documents     0 in")]);
  expect(err).toContain("interrupted after 0 documents");
});
