// `pacta deals`: the deals of the ledger with their states at a pair of days, those of most claims first.
import type { DealBook, DealFilter, DealKind, DealLine, Policy, State } from "../deal/index.ts";
import { PactaError } from "../error.ts";
import { withBook } from "./book.ts";
import { command, dayArgs, ledgerArg } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { countOption, dayOption, daysOf } from "./days.ts";
import { EXIT } from "./exit.ts";
import { tableOf } from "./layout.ts";
import { inkOf } from "./output.ts";
import { boundsText } from "../phrasing/index.ts";

/** The kinds of deals. */
export const KINDS = ["agreement", "transfer", "measure", "dispute"] as const satisfies readonly DealKind[];
/** The states of deals. */
export const STATES = [
  "none",
  "negotiating",
  "agreed",
  "signed",
  "in-force",
  "delivering",
  "fulfilled",
  "suspended",
  "cancelled",
  "expired",
] as const satisfies readonly State[];
/** The policies for claims that contradict each other. */
export const POLICIES = ["most-recent", "most-origins", "most-cautious"] as const satisfies readonly Policy[];

/** `pacta deals`. */
export const deals = command({
  args: {
    ledger: ledgerArg,
    ...dayArgs,
    policy: { type: "enum", options: [...POLICIES], description: "which of contradicting claims is shown first (default: most-recent)" },
    kind: { type: "enum", options: [...KINDS], description: "only deals of that kind" },
    state: { type: "enum", options: [...STATES], description: "only deals in that state on the day" },
    party: { type: "string", valueHint: "PARTY", description: "only with that party: an id (RUS, UN) or a name" },
    item: { type: "string", valueHint: "WORD", description: "only about goods called so (S-300, gas)" },
    act: { type: "string", valueHint: "ACT", description: "only with a claim of that act" },
    money: { type: "string", valueHint: "SUM", description: "only with a sum of at least so much: USD, or USD:1000000" },
    from: { type: "string", valueHint: "DAY", description: "only told of on that day or later" },
    to: { type: "string", valueHint: "DAY", description: "only told of on that day or earlier" },
    search: { type: "string", valueHint: "WORDS", description: "only with all of these words in names, parties, goods or quotes" },
    limit: { type: "string", valueHint: "N", description: "so many at the most" },
    after: { type: "string", valueHint: "CURSOR", description: "go on behind a page: the cursor that it ended with" },
    jsonl: { type: "boolean", description: "one JSON object a line" },
  },
  examples: [
    "pacta deals --ledger deals.db",
    "pacta deals --kind transfer --as-of 2010-12-31 --jsonl",
    'pacta deals --party IRN --search "air defence" --limit 10',
  ],
  run: async (args, around) => {
    const filter: DealFilter = {
      ...daysOf(args),
      ...given("policy", args.policy),
      ...given("kinds", args.kind === undefined ? undefined : [args.kind]),
      ...given("state", args.state),
      ...given("party", args.party),
      ...given("item", args.item),
      ...given("act", args.act),
      ...given("money", moneyOption(args.money)),
      ...given("from", dayOption("from", args.from)),
      ...given("to", dayOption("to", args.to)),
      ...given("search", args.search),
    };
    const limit = countOption("limit", args.limit);
    const { lines, next } = await withBook(args.ledger, around, async (book) => pages(book, filter, limit, args.after));
    if (args.jsonl === true) for (const line of lines) await around.out.write(`${JSON.stringify(line)}\n`);
    else await around.out.write(listing(lines, around));
    if (next !== undefined) await around.err.write(`more: --after '${next}'\n`);
    return EXIT.ok;
  },
});

/** A part of an object that is left out where it is undefined. */
export const given = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [key in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in Key]?: Value };

/** A currency, or a currency and the least amount. Throws `PACTA_USAGE_VALUE`. */
export function moneyOption(written: string | undefined): { readonly currency: string; readonly least: number } | undefined {
  if (written === undefined) return undefined;
  const [, currency = "", amount = "0"] = /^([A-Za-z]{3})(?::(\d{1,15}(?:\.\d+)?))?$/.exec(written) ?? [];
  if (currency !== "") return { currency: currency.toUpperCase(), least: Number(amount) };
  throw new PactaError("PACTA_USAGE_VALUE", `--money ${written} is no sum`, "Write a currency and, behind a colon, the least amount: USD:1000000");
}

interface Listed {
  readonly lines: readonly DealLine[];
  readonly next?: string;
}

/** All pages, or as many deals as were asked for. */
async function pages(book: DealBook, filter: DealFilter, limit: number | undefined, from: string | undefined): Promise<Listed> {
  const lines: DealLine[] = [];
  let after = from;
  for (;;) {
    const left = limit === undefined ? MOST : Math.min(MOST, limit - lines.length);
    const page = await book.deals({ ...filter, limit: left, ...given("after", after) });
    lines.push(...page.deals);
    after = page.next;
    if (after === undefined) return { lines };
    if (limit !== undefined && lines.length >= limit) return { lines, next: after };
  }
}

/** Deals in one question to the book. */
const MOST = 1000;

function listing(lines: readonly DealLine[], { out }: Surroundings): string {
  const ink = inkOf(out);
  if (lines.length === 0) return "no deals\n";
  const rows = lines.map(({ id, kind, state, dispute, since, name, conflicts }) => [
    id,
    kind,
    dispute === "none" ? state : `${state}, ${dispute}`,
    boundsText(since),
    conflicts.length === 0 ? name : `${name} [conflicts: ${conflicts.map(({ slot }) => slot).join(", ")}]`,
  ]);
  const [head = "", ...body] = tableOf([["ID", "KIND", "STATE", "SINCE", "NAME"], ...rows], out.columns).split("\n");
  const count = `${lines.length} deal${lines.length === 1 ? "" : "s"}; pacta deal ID tells the life of one`;
  return `${ink.strong(head)}\n${body.join("\n")}${ink.faint(count)}\n`;
}
