// `pacta review add` and `promote`: a claim that the reader did not make, under the name of the person who makes it.
import { PactaError } from "../../error.ts";
import type { Abstention, Act, Claim } from "../../reading/index.ts";
import type { Quote } from "../../document/index.ts";
import type { Ledger, StoredDocument } from "../../ledger/index.ts";
import { actOf } from "../act.ts";
import { command } from "../command.ts";
import { decide } from "./decide.ts";
import { decisionArgs } from "./reviewer.ts";
import { jsonOf, partiesOf, placeOfWords } from "./values.ts";

/** How a text presents what is done; the reading part, which tells them too, is not loaded to show a help. */
const MODES: Readonly<Record<Claim["mode"], true>> = { actual: true, planned: true, possible: true, demanded: true, conditional: true };

const claimArgs = {
  act: { type: "string", valueHint: "ACT", description: "what is done (sign, deliver, sanction ...)" },
  actors: { type: "string", valueHint: "PARTIES", description: "who does it: NAME or ID=NAME, parted by commas" },
  targets: { type: "string", valueHint: "PARTIES", description: "to whom it is done, likewise" },
  mode: {
    type: "enum",
    options: Object.keys(MODES),
    description: "how the text presents it (default: actual)",
  },
  negated: { type: "boolean", description: "the text says that it did not or will not happen" },
  object: { type: "string", valueHint: "TEXT", description: "what it is about, in the text's words" },
  claim: { type: "string", valueHint: "JSON", description: 'further slots as JSON: {"items","money","time","place","reason","terms","sources"}' },
} as const;

type ClaimArgs = { readonly [Name in Exclude<keyof typeof claimArgs, "negated">]?: string | undefined } & { readonly negated?: boolean | undefined };

/** `pacta review add`. */
export const add = command({
  args: {
    document: { type: "positional", required: true, description: "the document's id" },
    quote: { type: "string", valueHint: "WORDS", required: true, description: "the exact words of the document that say so" },
    ...claimArgs,
    ...decisionArgs,
  },
  examples: ['pacta review add brief-7 --quote "Norway signed a ferry contract" --act sign --actors NOR=Norway --object "ferry contract" --by Ada'],
  run: (args, around) => {
    const { act } = args;
    if (act === undefined) throw new PactaError("PACTA_USAGE_FLAG", "a claim needs an act", "Give it with --act");
    return decide(args, around, async (ledger, by) => {
      const document = await documentNamed(args.document, ledger);
      const claim = await claimOf(args, await actOf(act), by, document, placeOfWords(args.quote, document.text, 0));
      return [{ decision: { type: "add-claim", document: document.id, version: document.version, claim } }];
    });
  },
});

/** `pacta review promote`. */
export const promote = command({
  args: {
    document: { type: "positional", required: true, description: "the document's id" },
    at: {
      type: "string",
      valueHint: "START",
      required: true,
      description: "where the abstention begins in the text, as pacta read --jsonl prints it",
    },
    reason: { type: "string", valueHint: "REASON", description: "its reason, where several begin there" },
    quote: { type: "string", valueHint: "WORDS", description: "the exact words that say so (default: those of the abstention)" },
    ...claimArgs,
    ...decisionArgs,
  },
  examples: ["pacta review promote brief-7 --at 120 --actors NOR=Norway --by Ada"],
  run: (args, around) =>
    decide(args, around, async (ledger, by) => {
      const document = await documentNamed(args.document, ledger);
      const abstention = await abstentionAt(document, args.at, args.reason, ledger);
      const evidence = args.quote === undefined ? placeOf(abstention) : placeOfWords(args.quote, document.text, abstention.start);
      const act = args.act === undefined ? abstention.act : await actOf(args.act);
      if (act === undefined) throw new PactaError("PACTA_USAGE_FLAG", "a claim needs an act, and the abstention has none", "Give it with --act");
      const { reason, start, end } = abstention;
      const told = { reason, ...(abstention.act === undefined ? {} : { act: abstention.act }), start, end };
      const claim = await claimOf(args, act, by, document, evidence);
      return [{ decision: { type: "promote", document: document.id, version: document.version, abstention: told, claim } }];
    }),
});

/** The version of the document that was read last. Throws `PACTA_DOCUMENT_UNKNOWN`. */
async function documentNamed(id: string, ledger: Ledger): Promise<StoredDocument> {
  const document = await ledger.document(id, (await ledger.standing(id))?.version);
  if (document !== undefined) return document;
  throw new PactaError("PACTA_DOCUMENT_UNKNOWN", `the ledger has no document "${id}"`, "pacta claims --jsonl prints the documents' ids");
}

async function abstentionAt({ id, version }: StoredDocument, at: string, reason: string | undefined, ledger: Ledger): Promise<Abstention> {
  const all = (await ledger.reading(id, { version }))?.abstained ?? [];
  const found = all.filter((one) => one.start === Number(at) && (reason === undefined || one.reason === reason));
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const known = all.map((one) => `${one.start} ${one.reason}`).slice(0, 5);
  const remedy = known.length === 0 ? "It has none: pacta review add makes a claim" : `Give --at and --reason of one, such as ${known.join(", ")}`;
  throw new PactaError("PACTA_USAGE_VALUE", `${found.length} abstentions of the reading begin at ${at}`, remedy, { source: id });
}

function placeOf({ start, end, quote }: Abstention): Quote {
  return { start, end, quote };
}

async function claimOf(args: ClaimArgs, act: Act, by: string, document: StoredDocument, evidence: Quote): Promise<Claim> {
  const { claimIdIn, claimSchema } = await import("../../reading/index.ts");
  const given = args.claim === undefined ? {} : jsonOf("--claim", args.claim);
  const draft = {
    act,
    mode: args.mode ?? "actual",
    negated: args.negated === true,
    actors: args.actors === undefined ? [] : partiesOf(args.actors),
    targets: args.targets === undefined ? [] : partiesOf(args.targets),
    ...(args.object === undefined ? {} : { object: args.object }),
    items: [],
    money: [],
    terms: [],
    sources: [],
    ...Object(given),
    id: "",
    evidence,
    tellings: [],
    spans: {},
    rule: `person:${by}`,
    confidence: 1,
  };
  const parsed = claimSchema.safeParse(draft);
  if (parsed.success) return { ...parsed.data, id: claimIdIn(parsed.data, document) };
  const issue = parsed.error.issues[0];
  const what = `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? "it does not fit the schema"}`;
  throw new PactaError("PACTA_USAGE_VALUE", `the claim does not fit: ${what}`, "docs/claims.md tells the slots and their values");
}
