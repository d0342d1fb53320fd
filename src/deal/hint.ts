// Acts that the reader saw and did not claim, as far as they tell something of a deal: it is signed by "twelve nations", or a refund is paid
// "after the cancellation". They are told as what they are: no claim, no party, the reason beside the words.
import type { Act, Abstention } from "../reading/index.ts";
import type { ClaimInText, DealText } from "./deal.ts";
import type { Words } from "./knowledge.ts";

/** Acts that need no party to say how a deal stands. */
const TELLING: ReadonlySet<Act> = new Set(["negotiate", "agree", "sign", "approve", "enter-into-force", "suspend", "resume", "cancel", "breach"]);
const REACH = 30;

/** The rule of a hint's stand-in for a claim: the reason why it is none. */
export const UNCLAIMED = "unclaimed/";

/** The abstentions of a document that may tell how a deal stands, each in the form of a claim without parties. */
export function hintsOf(document: DealText, abstained: readonly Abstention[], words: Words): readonly ClaimInText[] {
  return abstained.flatMap(({ reason, act, mode, negated, start, end, quote }) => {
    if (act === undefined || mode === undefined || !TELLING.has(act)) return [];
    // A noun that is the object of another act is told as done only where a word says that it was before.
    if (reason === "object-of-other-act" ? !isPast(document.text, start, quote, words) : reason !== "no-party") return [];
    const claim = {
      id: `${document.id}!${start}-${end}-${act}`,
      act,
      mode,
      negated: negated === true,
      actors: [],
      targets: [],
      items: [],
      money: [],
      terms: [],
      sources: [],
      evidence: { start, end, quote },
      tellings: [],
      spans: {},
      rule: `${UNCLAIMED}${reason}`,
      confidence: 0,
    };
    return [{ claim, document }];
  });
}

function isPast(text: string, start: number, quote: string, { pastCues }: Words): boolean {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1) ?? "";
  return pastCues.has(before) || pastCues.has(quote.toLowerCase().match(/\p{L}+/u)?.[0] ?? "");
}
