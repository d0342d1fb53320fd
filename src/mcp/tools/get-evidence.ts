// get_evidence: all that the ledger has of one claim. Its slots, its words and what stands around them, who says so, copies, decisions.
import { z } from "zod";
import { quoteOf } from "../../document/index.ts";
import { loadLexicon } from "../../language/index.ts";
import type { Lexicon } from "../../language/index.ts";
import type { Ledger, Standing, StoredClaim, StoredDocument } from "../../ledger/index.ts";
import { decisionText } from "../../phrasing/index.ts";
import type { Desk } from "../desk.ts";
import {
  claimSlots,
  documentPart,
  documentPartSchema,
  documentText,
  few,
  originText,
  quoteSchema,
  quoteText,
  short,
  shown,
  slotsSchema,
  slotsText,
  surroundings,
  word,
} from "../parts/index.ts";
import { tool } from "../tool.ts";
import { unknownClaim, unknownDocument } from "../unknown.ts";

const MOST = { name: 1000, matter: 2000, listed: 60 };
const WORDS = 4000;
const TELLINGS = 8;
const TELLING = 1000;
const SPANS = 60;
const SPAN = 200;
const COPIES = 10;
const DECISIONS = 20;

const input = z.strictObject({ claim: word("the claim's id, as other answers have it in `claim`") });

const output = z.strictObject({
  claim: slotsSchema.extend({
    id: z.string(),
    timeBasis: z.string().optional().describe("stated in the text, anchored to the document's day, or none"),
    place: z.string().optional(),
    terms: z.array(z.string()),
    rule: z.string().describe("what made it: a frame, a model (coder:…) or a person (person:…)"),
    confidence: z.number().describe("how likely the claim is right, 0 to 1"),
  }),
  stands: z.enum(["stands", "rejected", "older"]).describe("stands; rejected by a person; older: only an older reading or version has it"),
  quote: quoteSchema,
  surroundings: quoteSchema.optional().describe("the quote with the sentences around it"),
  tellings: z.array(quoteSchema).describe("where the same document tells it again"),
  spans: z
    .array(z.strictObject({ slot: z.string(), words: z.string(), start: z.int(), end: z.int() }))
    .describe("where the words of each slot stand"),
  source: documentPartSchema.extend({
    version: z.int(),
    publishedBy: z.string().optional().describe("where the day of publication was found"),
    byline: z.string().optional(),
    language: z.string().optional(),
    cites: z.array(z.string()).describe("outlets that the document says it is from"),
    reader: z.string().describe("the reader, model or person that made the claim of it"),
    added: z.string().describe("when this version came into the ledger"),
    sheet: z.literal(true).optional().describe("no report: a row of a table that a person keeps"),
  }),
  copies: z.strictObject({
    origin: documentPartSchema.optional().describe("the document that this one was copied from; absent where it is none's copy"),
    others: z.array(documentPartSchema).describe("other copies of the same report"),
    count: z.int().describe("documents of the report in all; 1: no copies are known"),
  }),
  decisions: z.array(z.strictObject({ seq: z.int(), at: z.string(), by: z.string(), what: z.string(), why: z.string().optional() })),
  corrected: z.array(z.string()).describe("slots that a person corrected"),
  confirmed: z.boolean(),
  deal: z
    .strictObject({ id: z.string(), name: z.string() })
    .optional()
    .describe("the deal that it belongs to; absent where none was found by its words"),
});

/** `get_evidence`. */
export const getEvidence = tool({
  name: "get_evidence",
  title: "The evidence of a claim",
  description:
    "Gives all that the ledger has of one claim: every slot, the exact words and the sentences around them, who says so according to whom, the document with its address, day and reader, copies of the report and their origin, and what people decided about it.",
  input,
  output,
  ask: async ({ claim: id }, desk) => {
    const { ledger, texts } = desk;
    const stored = (await ledger.claim(id)) ?? (await ledger.claim(id, { readings: "all" }));
    if (stored === undefined) throw unknownClaim(id);
    const { claim, version } = stored;
    const document = await texts.document(stored.document, version);
    if (document === undefined) throw unknownDocument(stored.document, version);
    const standing = await ledger.standing(stored.document);
    const own = [...(standing?.claims ?? []), ...(standing?.rejected ?? [])].find((one) => one.claim.id === id);
    const isRedacted = document.redacted === true;
    const around = isRedacted ? undefined : quoteOf(document.text, surroundings(document, claim.evidence, lexicon()));
    const deal = await dealOf(stored, desk);
    return {
      claim: slotsOf(claim),
      stands: standsOf(standing, id),
      quote: await texts.quote(document.id, claim.evidence, WORDS, version),
      ...(around === undefined ? {} : { surroundings: await texts.quote(document.id, around, WORDS, version) }),
      tellings: await Promise.all(few(claim.tellings, TELLINGS).map((one) => texts.quote(document.id, one, TELLING, version))),
      spans: isRedacted ? [] : spansOf(claim, document),
      source: sourceOf(document, stored.reader),
      copies: await copiesOf(document.id, desk),
      decisions: await decisionsOf(own?.decisions ?? [], ledger),
      corrected: [...(own?.corrected ?? [])],
      confirmed: own?.confirmed ?? false,
      ...(deal === undefined ? {} : { deal }),
    };
  },
  tell: (answer) => {
    const { claim, stands, quote, tellings, source, copies, decisions, deal } = answer;
    const { origin, others, count } = copies;
    const rows: readonly (readonly [string, string | undefined])[] = [
      [
        "status",
        stands === "stands" ? undefined : stands === "rejected" ? "a person rejected it: it stands no more" : "only an older reading has it",
      ],
      ["place", claim.place],
      ["terms", claim.terms.length === 0 ? undefined : claim.terms.join("; ")],
      ["made by", `${claim.rule}, by ${source.reader}, confidence ${claim.confidence.toFixed(2)}`],
      ["published", source.published === undefined ? "day unknown" : `${source.published}, told by ${source.publishedBy ?? "the document"}`],
      [
        "copies",
        count === 1
          ? undefined
          : `${count} documents of one report: ${[...(origin === undefined ? [] : [origin]), ...others].map(documentText).join("; ")}`,
      ],
      ["deal", deal === undefined ? undefined : `${deal.name} (${deal.id})`],
      ...decisions.map(({ at, by, what, why }) => ["decided", `${at.slice(0, 10)} ${by}: ${what}${why === undefined ? "" : ` (${why})`}`] as const),
    ];
    return [
      `${slotsText(claim)}\n`,
      `  ${quoteText(quote)}\n`,
      `  ${originText(claim, source, quote, claim.id)}\n`,
      ...(answer.surroundings === undefined ? [] : [`  in its surroundings:\n  ${quoteText(answer.surroundings)}\n`]),
      ...tellings.map((one) => `  told again at ${one.start}-${one.end}:\n  ${quoteText(one)}\n`),
      ...rows.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${shown(value)}\n`])),
    ].join("");
  },
});

let words: Lexicon | undefined;
const lexicon = (): Lexicon => (words ??= loadLexicon());

type Answer = z.infer<typeof output>;

function slotsOf(claim: StoredClaim["claim"]): Answer["claim"] {
  const { id, time, place, terms, rule, confidence } = claim;
  return {
    id,
    ...claimSlots(claim, MOST),
    ...(time === undefined ? {} : { timeBasis: time.basis }),
    ...(place === undefined ? {} : { place: short(place, MOST.name) }),
    terms: few(terms, MOST.listed).map((term) => short(term, MOST.matter)),
    rule: short(rule, MOST.name),
    confidence,
  };
}

function standsOf(standing: Standing | undefined, id: string): Answer["stands"] {
  if (standing?.claims.some(({ claim }) => claim.id === id) === true) return "stands";
  return standing?.rejected.some(({ claim }) => claim.id === id) === true ? "rejected" : "older";
}

function spansOf({ spans }: StoredClaim["claim"], { text }: StoredDocument): Answer["spans"] {
  return few(Object.entries(spans), SPANS)
    .filter(([, { start, end }]) => end - start <= SPAN && end <= text.length)
    .map(([slot, { start, end }]) => ({ slot, words: text.slice(start, end), start, end }));
}

function sourceOf(document: StoredDocument, reader: string): Answer["source"] {
  const { version, published, byline, language, sources, at, kind } = document;
  return {
    ...documentPart(document),
    version,
    ...(published === undefined ? {} : { publishedBy: published.basis }),
    ...(byline === undefined ? {} : { byline: short(byline, MOST.name) }),
    ...(language === undefined ? {} : { language: short(language, MOST.name) }),
    cites: few(sources, COPIES).map((source) => short(source, MOST.name)),
    reader: short(reader, MOST.name),
    added: at,
    ...(kind === "spreadsheet" ? { sheet: true } : {}),
  };
}

async function copiesOf(id: string, { ledger, texts }: Desk): Promise<Answer["copies"]> {
  const { origin, members } = (await ledger.copies(id)) ?? { origin: id, members: [id] };
  const named = async (one: string) => documentPart((await texts.document(one)) ?? { id: one });
  const others = few(
    members.filter((one) => one !== id && one !== origin),
    COPIES,
  );
  return { ...(origin === id ? {} : { origin: await named(origin) }), others: await Promise.all(others.map(named)), count: members.length };
}

async function decisionsOf(seqs: readonly number[], ledger: Ledger): Promise<Answer["decisions"]> {
  const found: Answer["decisions"] = [];
  for (const seq of few(seqs, DECISIONS)) {
    for await (const { kind, body, at } of ledger.entries(seq)) {
      if (kind !== "decision") break;
      const { by, why, decision } = body;
      found.push({
        seq,
        at,
        by: short(by, MOST.name),
        what: short(decisionText(decision), MOST.matter),
        ...(why === undefined ? {} : { why: short(why, MOST.matter) }),
      });
      break;
    }
  }
  return found;
}

/** Words by which the deal of a claim is looked for, and deals that are looked at. */
const LOOKED_FOR = 16;
const LOOKED_AT = 50;

/** The deal that has the claim among its own: one of few with all of its words. */
async function dealOf({ claim: { id, act, evidence } }: StoredClaim, desk: Desk): Promise<Answer["deal"]> {
  const search = few(evidence.quote.match(/[\p{L}\p{N}]+/gu) ?? [], LOOKED_FOR).join(" ");
  if (search === "") return undefined;
  const { deals } = await (await desk.book()).deals({ act, search, limit: LOOKED_AT });
  const found = deals.find(({ claims }) => claims.includes(id));
  return found === undefined ? undefined : { id: found.id, name: short(found.name, MOST.name) };
}
