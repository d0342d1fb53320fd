// A finished draft becomes a claim that the contract accepts; what lacks a party becomes an abstention.
import { overlaps, quoteOf, type Quote, type Span } from "../../document/index.ts";
import { claimSchema, type Abstention, type Claim } from "../claim.ts";
import { claimId } from "../claim-id.ts";
import type { Draft, Dropped, Placed } from "./draft.ts";
import type { Told } from "./merge.ts";

/** What made a claim: the act and the id of the frame. */
export function ruleOf({ match: { frame } }: Draft): string {
  return `${frame.act}/${frame.id}`;
}

/** The claim of a told act. `scope` tells documents and versions apart, so that ids are unique in a ledger. */
export function claimOf(told: Told, text: string, scope: string, confidence: number): Claim {
  const { draft } = told;
  const object = isGoods(draft) ? undefined : draft.object;
  const rule = ruleOf(draft);
  const claim: Claim = {
    id: "",
    act: draft.match.frame.act,
    mode: draft.mode,
    negated: draft.negated,
    actors: draft.actors.map((a) => a.party),
    targets: draft.targets.map((t) => t.party),
    ...(object && { object: object.value }),
    items: values(draft.items),
    money: values(draft.money),
    ...(draft.time && { time: draft.time.value }),
    ...(draft.place && { place: draft.place.value }),
    ...(draft.reason && { reason: draft.reason.value }),
    terms: values(draft.terms),
    sources: values(draft.sources),
    evidence: quoteOf(text, draft.evidence),
    tellings: told.tellings.map((t) => quoteOf(text, t)),
    spans: spansOf({ ...draft, object }),
    rule,
    confidence,
  };
  return claimSchema.parse({ ...claim, id: claimId(claim, scope) });
}

const TRANSFERS = new Set(["sell", "deliver", "order"]);

/** What is sold or delivered stands among the items, and is not told twice. */
function isGoods({ match, object, items }: Draft): boolean {
  return object !== undefined && TRANSFERS.has(match.frame.act) && items.some(({ span }) => overlaps(span, object.span));
}

function values<T>(placed: readonly Placed<T>[]): T[] {
  return placed.map((p) => p.value);
}

function spansOf(draft: Omit<Draft, "object"> & { readonly object: Draft["object"] | undefined }): Record<string, Span> {
  const spans: Record<string, Span> = {};
  const put = (path: string, span: Span | undefined): void => {
    if (span) spans[path] = { start: span.start, end: span.end };
  };
  const many = (path: string, list: readonly { readonly span: Span }[]): void => list.forEach((one, i) => put(`${path}.${i}`, one.span));
  many("actors", draft.actors);
  many("targets", draft.targets);
  many("items", draft.items);
  many("money", draft.money);
  many("terms", draft.terms);
  many("sources", draft.sources);
  put("object", draft.object?.span);
  put("time", draft.time?.span);
  put("place", draft.place?.span);
  put("reason", draft.reason?.span);
  return spans;
}

/** What a dropped draft leaves: the reason, the act and how it is told, and the words. */
export function abstentionOf({ draft, reason }: Dropped, text: string): Abstention {
  const quote: Quote = quoteOf(text, draft.evidence);
  return { reason, act: draft.match.frame.act, mode: draft.mode, ...(draft.negated ? { negated: true } : {}), ...quote };
}
