// Reports and decisions about them for tests: one harbour report of four acts, read in more than one way.
import type { Claim } from "../reading/index.ts";
import { personRule, refOf } from "./decision/index.ts";
import type { Decided, Decision, DecisionBody, Ref } from "./decision/index.ts";
import type { Ledger, Read } from "./ledger.ts";
import { claimOn, documentOf, quoteIn } from "./report.fixture.ts";

const NORWAY = { id: "NOR", name: "Norway" };
const SWEDEN = { id: "SWE", name: "Sweden" };
const DENMARK = { id: "DNK", name: "Denmark" };

/** The words of the report; its second and third claim are of one sentence and of the same act. */
export const HARBOUR = "Norway signed a ferry contract. Sweden and Denmark each agreed to mend a pier. Talks on the lighthouse went on.";

const PIER = "Sweden and Denmark each agreed to mend a pier";

/** The report, after `before`: a `sign` and two `agree`, and an abstention at the talks. Ids end in 0, 1 and 2. */
export function harbour(id: string, before = ""): Read {
  const text = before + HARBOUR;
  const claim = (n: number, words: string, changes: Partial<Claim>) => claimOn(text, words, { id: `${id}-${text.length}-${n}`, ...changes });
  return {
    document: documentOf(id, text, { published: { day: "2026-01-01", basis: "caller" } }),
    reading: {
      id,
      claims: [
        claim(0, "Norway signed a ferry contract", { object: "ferry contract", actors: [NORWAY] }),
        claim(1, PIER, { act: "agree", actors: [SWEDEN], mode: "planned" }),
        claim(2, PIER, { act: "agree", actors: [DENMARK], mode: "planned" }),
      ],
      abstained: [{ reason: "no-party", act: "negotiate", ...quoteIn(text, "Talks on the lighthouse") }],
    },
  };
}

/** The ref of the report's `n`th claim. */
export function harbourRef(id: string, n: number, before = "", version = 1): Ref {
  const claim = harbour(id, before).reading.claims[n];
  if (claim === undefined) throw new Error(`the report has no claim ${n}`);
  return refOf(id, version, claim);
}

/** A claim of Ada's about the talks in the report. */
export function talks(id: string, changes: Partial<Claim> = {}, before = ""): Claim {
  const text = before + HARBOUR;
  const evidence = "Talks on the lighthouse went on";
  return claimOn(text, evidence, { id: `${id}-talks`, act: "negotiate", actors: [NORWAY], rule: personRule("Ada"), confidence: 1, ...changes });
}

/** What Ada promotes: the abstention at the talks, as a claim. */
export function promotion(id: string, before = "", version = 1): Decision {
  const { start, end } = quoteIn(before + HARBOUR, "Talks on the lighthouse");
  const claim = talks(id, { id: `${id}-promoted` }, before);
  return { type: "promote", document: id, version, abstention: { reason: "no-party", act: "negotiate", start, end }, claim };
}

/** The decisions with seqs from 1, as Ada made them. */
export function decidedAs(decisions: readonly Decision[]): readonly Decided[] {
  return decisions.map((decision, n) => ({ by: "Ada", at: "2026-01-02T03:04:05.678Z", seq: n + 1, decision }));
}

/** Appends a decision of Ada's, and gives its seq. */
export async function decide(ledger: Ledger, decision: Decision, more: Partial<DecisionBody> = {}): Promise<number> {
  return (await ledger.append([{ kind: "decision", body: { by: "Ada", decision, ...more } }])).seq;
}

/** The ids of the claims that stand, page by page. */
export async function standingIds(ledger: Ledger, filter: Parameters<Ledger["claims"]>[0] = {}): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await ledger.claims({ ...filter, ...(after === undefined ? {} : { after }) });
    ids.push(...page.claims.map(({ claim }) => claim.id));
    after = page.next;
    if (after === undefined) return ids;
  }
}

/** Entries 1 to 4: a and b, read; 5 to 7: decisions about a, the last about b too; 8: the redaction of a. */
export async function appendRedacted(ledger: Ledger): Promise<void> {
  await ledger.appendReadings([harbour("a"), harbour("b")], "r1");
  await decide(ledger, { type: "reject", claim: harbourRef("a", 1) });
  await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
  await decide(ledger, { type: "split", claims: [harbourRef("a", 0), harbourRef("b", 0)] });
  await decide(ledger, { type: "redact", document: "a", reason: "The harbour master asked for it." });
}
