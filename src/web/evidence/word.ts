// Codes in words: why something is no claim, where a day comes from, who made a claim (docs/claims.md).

const REASONS: Readonly<Record<string, string>> = {
  "no-party": "It names nobody who acts or is acted on.",
  "actor-is-no-party": "Whoever acts is no party, such as protesters or experts.",
  "slot-missing": "Something is lacking that the act needs: a delivery to nobody, joint work with one party.",
  "nobody-official": "It tells what persons, companies or courts do among themselves.",
  domestic: "It tells, as far as it says, what one state does at home.",
  condition: "It only supposes the act: “if Iran signs”.",
  "speculation-without-act": "It only thinks of the act: “the need to cooperate”.",
  "object-of-other-act": "It is the object of another act, which is a claim: “lifted the ban”.",
  "complement-is-act": "It says the act itself in what follows: “agreed to sell” is a planned sale.",
  "not-mentioned-by-speaker": "It says that a speaker left this out.",
  outvoted: "It may say so, but too little speaks for it.",
  "no-act-seen": "It holds words that may tell an act, and none was seen in them.",
  "not-english": "It is in another language: it was recorded and not read.",
  "coder-agrees": "The second coder says the same as a claim that stands.",
  "coder-repeats": "The second coder said the same twice.",
  "coder-evidence-not-in-text": "The second coder quotes words that do not stand in the text.",
  "coder-evidence-too-long": "The second coder quotes more than a few sentences.",
  "coder-no-party": "The second coder names nobody who is known in the text.",
  "coder-slot-not-in-text": "The second coder fills a slot with words that do not stand in the text.",
  "coder-slot-unresolved": "The second coder fills a slot with words that are no party, time or sum.",
  "coder-unknown-act": "The second coder names an act that there is not.",
  "coder-malformed": "The second coder gave something that is no claim.",
  "coder-too-many": "The second coder gave more claims than are looked at.",
  "coder-too-long": "The second coder was not asked about the rest of a long document.",
  "not-text": "This part is no writing.",
  "no-blanks": "This part has no blanks between words.",
  "too-long": "This part lies beyond what is read of one document.",
};

/** Why something is no claim. A reason that is not known here stands for itself. */
export function reasonText(reason: string): string {
  return REASONS[reason] ?? reason;
}

/** Every reason that is known here. */
export const KNOWN_REASONS = Object.keys(REASONS);

const DAY_BASES: Readonly<Record<string, string>> = {
  caller: "as whoever gave it says",
  "json-ld": "as the page's data say",
  meta: "as the page's head says",
  "time-tag": "as the page's time mark says",
  feed: "as its feed says",
  mail: "as the message's head says",
  url: "as its address says",
  dateline: "as its dateline says",
  "feed-updated": "the last change that its feed tells of",
  "pdf-info": "the day on which the PDF was made",
  carrier: "the day of what it hung on or was saved with",
  "http-header": "as the web server said",
};

/** Where the day of a document comes from. */
export function dayBasisText(basis: string): string {
  return DAY_BASES[basis] ?? basis;
}

/** Who made a claim: a rule by name, the network, a second coder, a person. */
export function ruleText(rule: string): string {
  if (rule.startsWith("person:")) return `added by ${rule.slice("person:".length)}`;
  if (rule.startsWith("coder:")) return `found by the second coder ${rule.slice("coder:".length)}`;
  if (rule.endsWith("/net")) return "found by the network for acts";
  return `found by the rule ${rule}`;
}
