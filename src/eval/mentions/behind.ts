// Who is behind the words of a gold claim: what a claim would be given as its source, were it made from those words.
import type { Span } from "../../document/index.ts";
import type { SourceMention } from "../../reading/index.ts";
import type { GoldClaim } from "../gold.ts";
import { lastWord } from "../match.ts";

/** Acts that are done by saying: where the one who acts says it, the saying is the act and no source. */
const SAYINGS: ReadonlySet<string> = new Set(["object", "demand", "threaten", "propose", "rule"]);

/** The innermost sources over a claim's evidence: the shortest content that holds it, by all who say it together. */
export function sourcesBehind(claim: GoldClaim, sources: readonly SourceMention[], text: string): SourceMention[] {
  const over = sources.filter((source) => holds(source, claim.evidence) && mayAnswerFor(source, claim, text));
  const [innermost] = over.toSorted((a, b) => lengthOf(a.content) - lengthOf(b.content));
  return over.filter((source) => innermost !== undefined && isSaidWith(innermost, source));
}

/** The same without regard to act, mode and cue: the shortest content that holds half of the evidence. */
export function sourcesOver({ evidence }: GoldClaim, sources: readonly SourceMention[]): SourceMention[] {
  const over = sources.filter(({ content }) => shared(content, evidence) * 2 >= lengthOf(evidence));
  return over.toSorted((a, b) => lengthOf(a.content) - lengthOf(b.content)).slice(0, 1);
}

function isSaidWith(one: SourceMention, other: SourceMention): boolean {
  return one.cue === other.cue && one.content.start === other.content.start && one.content.end === other.content.end;
}

/** What is said holds half of the evidence, of which, where the cue stands in it, the part on the cue's other side is left out. */
function holds({ content, cueSpan }: SourceMention, evidence: Span): boolean {
  const part = cueSpan !== undefined && shared(cueSpan, evidence) > 0 ? besideCue(cueSpan, content, evidence) : evidence;
  return shared(content, part) > 0 && shared(content, part) * 2 >= lengthOf(part);
}

function besideCue(cue: Span, content: Span, evidence: Span): Span {
  return content.start >= cue.start ? { start: cue.end, end: evidence.end } : { start: evidence.start, end: cue.start };
}

/** The guideline's two limits: who asks is the source of what is demanded alone, and a saying that is the act has no source. */
function mayAnswerFor(source: SourceMention, claim: GoldClaim, text: string): boolean {
  if (source.asks === true && claim.mode !== "demanded") return false;
  return !isActorOf(source, claim) || !(claim.act === "agree" ? isAnnouncedDeal(source, claim.evidence, text) : isSaying(claim));
}

function isSaying({ act, mode }: GoldClaim): boolean {
  return SAYINGS.has(act) && mode === "actual";
}

/** "announce a deal" is `agree`; "announce that a deal has been reached" is a saying. */
function isAnnouncedDeal({ cue, cueSpan, content }: SourceMention, evidence: Span, text: string): boolean {
  const announced = /^announc/i.test(cue) && cueSpan !== undefined && shared(cueSpan, evidence) > 0;
  return announced && !/^(?:that|it|he|she|they|plans?)\b/i.test(text.slice(content.start, content.end));
}

function isActorOf(source: SourceMention, { actors = [] }: GoldClaim): boolean {
  return actors.some(({ name, via }) => sameSource({ name: via ?? name }, source) || sameSource({ name }, source));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function shared(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** True where two names end in one word. */
export function sameLastWord(one: { readonly name: string }, other: { readonly name: string }): boolean {
  return lastWord(one.name) === lastWord(other.name);
}

/** True where two names end in one word, or have one head and the words of one are all among the other's: "officials in Paris", "officials". */
export function sameSource(one: { readonly name: string }, other: { readonly name: string }): boolean {
  if (sameLastWord(one, other)) return true;
  const [few, many] = [wordsOf(one.name), wordsOf(other.name)].toSorted((a, b) => a.length - b.length);
  return headOf(one.name) === headOf(other.name) && (few ?? []).every((word) => many?.includes(word));
}

const PLACED = /\s(?:of|in|on|at|to|for|from|by|with|near|behind|under|against)\s.*$/su;

/** The head noun of a name: its last word before a phrase that says whose or where. */
function headOf(name: string): string {
  return lastWord(name.replace(PLACED, ""));
}

function wordsOf(name: string): readonly string[] {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(?:the|an?)$/.test(word));
}
