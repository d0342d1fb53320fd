// Where words stand in another version of a text: exactly the same words, nearest to where they stood, or nowhere.
import { contains } from "../../document/index.ts";
import type { Quote, Span } from "../../document/index.ts";
import type { Claim } from "../../reading/index.ts";

/** The place of the quote in the text that is nearest to its old one; undefined where the text does not have the words. */
export function placeOf({ start, quote }: Quote, text: string): Quote | undefined {
  if (quote === "") return undefined;
  let nearest: number | undefined;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (nearest === undefined || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  }
  return nearest === undefined ? undefined : { start: nearest, end: nearest + quote.length, quote };
}

/**
 * A person's claim in another version of the text, or undefined where its evidence is not there. Tellings that are not there, and places
 * of slots outside of evidence and tellings, are left out: they might point at other words.
 */
export function carry(claim: Claim, text: string): Claim | undefined {
  const evidence = placeOf(claim.evidence, text);
  if (evidence === undefined) return undefined;
  const told = claim.tellings.map((telling) => ({ from: telling, to: placeOf(telling, text) }));
  const moves = [{ from: claim.evidence, to: evidence }, ...told].flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]));
  const spans = Object.entries(claim.spans).flatMap(([slot, span]): [string, Span][] => {
    const move = moves.find(({ from }) => contains(from, span));
    if (move === undefined) return [];
    const by = move.to.start - move.from.start;
    return [[slot, { start: span.start + by, end: span.end + by }]];
  });
  return { ...claim, evidence, tellings: told.flatMap(({ to }) => (to === undefined ? [] : [to])), spans: Object.fromEntries(spans) };
}
