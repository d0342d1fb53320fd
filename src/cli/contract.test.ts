// The machine contract, field by field, on the real program: measuring depends on these shapes.
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { abstentionSchema, claimSchema } from "../reading/index.ts";
import { briefs, freshFolder, pacta, write } from "./cli.fixture.ts";

const span = { start: z.int(), end: z.int() };
const quoted = { ...span, quote: z.string().min(1) };
const readLine = z.strictObject({ id: z.string(), claims: z.array(claimSchema), abstained: z.array(abstentionSchema) });
const bounds = z.strictObject({ earliest: z.iso.date().optional(), latest: z.iso.date().optional() });
const interval = z.strictObject({
  from: bounds,
  to: bounds,
  recurs: z
    .string()
    .regex(/^P\d+[YMWD]$/)
    .optional(),
  claims: z.array(z.string()).min(1),
});
const dealFields = {
  id: z.string().regex(/^deal-/),
  name: z.string().min(1),
  parties: z.array(z.strictObject({ id: z.string().nullable(), name: z.string() })),
  object: z.string().nullable(),
  items: z.array(z.string()),
  documents: z.array(z.string()),
  state: z.string(),
  dispute: z.string(),
  since: bounds,
  claims: z.array(z.string()),
  conflicts: z.array(z.strictObject({ slot: z.string(), claims: z.array(z.string()), shown: z.string() })),
  kind: z.enum(["agreement", "transfer", "measure", "dispute"]),
  replaces: z.string().optional(),
  replacedBy: z.array(z.string()).min(1).optional(),
};
const dealLine = z.strictObject(dealFields);
const told = z.strictObject({ id: z.string(), words: z.string(), sources: z.array(z.object()), document: z.string(), published: z.iso.date() });
const conflictSides = z.record(z.string(), z.array(z.strictObject({ value: z.string(), origins: z.int().positive(), claims: z.array(told).min(1) })));
const annotated = z.strictObject({
  id: z.string(),
  parties: z.array(z.strictObject({ ...quoted, id: z.string().optional(), name: z.string() })),
  items: z.array(
    z.strictObject({ ...quoted, name: z.string(), id: z.string().optional(), quantity: z.number().optional(), unit: z.string().optional() }),
  ),
  money: z.array(z.strictObject({ ...quoted, amount: z.number(), currency: z.string(), bound: z.string(), kind: z.string().optional() })),
  times: z.array(z.strictObject({ ...quoted, norm: z.string().optional(), basis: z.string(), reason: z.string().optional() })),
  sources: z.array(
    z.strictObject({
      ...quoted,
      name: z.string(),
      role: z.string().optional(),
      cue: z.string(),
      channel: z.string().optional(),
      asks: z.literal(true).optional(),
      content: z.strictObject(span),
    }),
  ),
  references: z.array(
    z.strictObject({
      ...quoted,
      id: z.string().optional(),
      name: z.string(),
      form: z.enum(["pronoun", "nominal", "bridged"]),
      antecedent: z.strictObject(quoted).optional(),
    }),
  ),
  unresolved: z.array(z.strictObject(quoted)),
  names: z.array(z.strictObject({ ...quoted, type: z.string() })),
  unread: z.array(z.strictObject({ ...quoted, type: z.literal("money"), reason: z.string(), currency: z.string().optional() })),
});

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const reports = briefs(12);
const folder = freshFolder();

beforeAll(() => {
  write(folder, { "items.jsonl": reports });
  if (pacta(folder, ["read", "items.jsonl", "--workers", "1"]).code !== 0) throw new Error("the reports could not be read");
});

test("pacta read --dry-run --jsonl prints one line a document, with the words at their places, and keeps nothing", () => {
  const fresh = freshFolder();
  write(fresh, { "items.jsonl": reports.slice(0, 3) });
  const read = pacta(fresh, ["read", "items.jsonl", "--dry-run", "--jsonl", "--workers", "1"]);
  const lines = z.array(readLine).parse(read.json());
  expect([read.code, lines.length]).toEqual([0, 3]);
  expect(lines.some(({ claims }) => claims.length > 0)).toBe(true);
  for (const [i, { claims }] of lines.entries()) {
    for (const { evidence } of claims) expect(reports[i]?.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  }
  expect(pacta(fresh, ["claims"])).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_LEDGER_MISSING") });
});

test("pacta deals --jsonl and pacta deal --json give the deals, at a pair of days", () => {
  const all = z.array(dealLine).parse(pacta(folder, ["deals", "--jsonl"]).json());
  const [first] = all;
  expect(all.length).toBeGreaterThan(0);
  const told = all.map(({ claims }) => claims.length);
  expect(told).toEqual([...told].sort((a, b) => b - a));
  const transfers = z.array(dealLine).parse(pacta(folder, ["deals", "--jsonl", "--kind", "transfer"]).json());
  expect(transfers).toEqual(all.filter(({ kind }) => kind === "transfer"));
  expect(pacta(folder, ["deals", "--jsonl", "--known", "2029-12-31"]).out).toBe("");
  const [one] = z
    .tuple([
      z.strictObject({
        ...dealFields,
        validity: z.array(interval),
        life: z.array(z.looseObject({ claim: z.string(), words: z.string() })),
        sides: conflictSides,
      }),
    ])
    .parse(pacta(folder, ["deal", first?.id ?? "", "--json"]).json());
  const { life, sides, validity: _, ...line } = one;
  expect(line).toEqual(first);
  for (const { slot, claims: told, shown } of line.conflicts) {
    expect(new Set(sides[slot]?.flatMap(({ claims }) => claims.map(({ id }) => id)))).toEqual(new Set(told));
    expect(sides[slot]?.[0]?.claims.map(({ id }) => id)).toContain(shown);
  }
  expect(life.map(({ claim }) => claim).sort()).toEqual(first?.claims.toSorted());
});

test("a deal is told for people with its words and its source", () => {
  const [first] = z.array(dealLine).parse(pacta(folder, ["deals", "--jsonl"]).json());
  const told = pacta(folder, ["deal", first?.id.slice(0, 10) ?? ""]);
  expect(told.code).toBe(0);
  expect(told.out).toContain(first?.name);
  expect(told.out).toContain(first?.documents[0]);
  expect(told.out).not.toContain("\u001b");
  expect(pacta(folder, ["deals"]).out).toContain(first?.id);
});

test("pacta claims --jsonl filters by act, party and document", () => {
  const stored = z.strictObject({
    claim: claimSchema,
    seq: z.int(),
    document: z.string(),
    version: z.literal(1),
    day: z.iso.date(),
    reader: z.string(),
  });
  const all = z.array(stored).parse(pacta(folder, ["claims", "--jsonl"]).json());
  const signed = z.array(stored).parse(pacta(folder, ["claims", "--jsonl", "--act", "sign"]).json());
  expect(signed).toEqual(all.filter(({ claim }) => claim.act === "sign"));
  const norway = z.array(stored).parse(pacta(folder, ["claims", "--jsonl", "--party", "NOR"]).json());
  expect(norway).toEqual(all.filter(({ claim }) => [...claim.actors, ...claim.targets].some(({ id }) => id === "NOR")));
  const one = z.array(stored).parse(pacta(folder, ["claims", "--jsonl", "--document", "brief-3"]).json());
  expect(one).toEqual(all.filter(({ document }) => document === "brief-3"));
  expect(pacta(folder, ["claims", "--act", "sing"])).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean sign?") });
});

test("pacta annotate --jsonl gives every recogniser's spans with their words", () => {
  const lines = z.array(annotated).parse(pacta(folder, ["annotate", "items.jsonl", "--jsonl", "--workers", "1"]).json());
  expect(lines.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
  expect(lines[0]).toMatchObject({
    parties: expect.arrayContaining([expect.objectContaining({ quote: "Norway", id: "NOR" })]),
    money: [{ quote: "$10 million", amount: 10_000_000, currency: "USD" }],
  });
  for (const [i, { parties, items, money, times, sources, references, unresolved, names, unread }] of lines.entries()) {
    for (const { start, end, quote } of [parties, items, money, times, sources, references, unresolved, names, unread].flat())
      expect(reports[i]?.text.slice(start, end)).toBe(quote);
  }
});

test("pacta parse prints CoNLL-U of the raw text, and keeps given words", () => {
  write(folder, { "report.txt": "Norway can't buy boats.\n\nIt waits.\n" });
  const parsed = pacta(folder, ["parse", "report.txt", "--conllu"]);
  expect(parsed.out).toMatch(/^# newpar\n# sent_id = s1\n# text = Norway can't buy boats\.\n1\tNorway\tNorway\tPROPN\t/);
  write(folder, { "report.conllu": parsed.out });
  expect(pacta(folder, ["parse", "report.conllu", "--tokens", "--conllu"]).out).toBe(parsed.out);
});

test("pacta extract --json gives the article's fields", () => {
  const fields = z.strictObject({
    title: z.string(),
    dek: z.string().nullable(),
    byline: z.string().nullable(),
    date: z.literal("2030-05-06"),
    dateSource: z.literal("meta"),
    language: z.literal("en"),
    text: z.string(),
    captions: z.array(z.string()),
    tags: z.array(z.string()),
    canonical: z.literal("https://news.example/boats"),
  });
  const body = "Norway has bought the boats that it wanted, and the ministry says that it is content with them. ".repeat(5);
  write(folder, {
    "page.html": `<html lang="en"><head><title>Boats</title><meta property="article:published_time" content="2030-05-06"></head><body><article><h1>Boats</h1><p>${body}</p><p>${body}</p></article></body></html>`,
  });
  const page = pacta(folder, ["extract", "page.html", "--url", "https://news.example/boats", "--json"]);
  expect(page.err).toBe("");
  expect(z.tuple([fields]).parse(page.json())[0].text).toContain("Norway has bought the boats");
});
