// Why a claim is held to be of a deal: the reasons that knowledge/deals/identity.yaml gives and weighs, as people would say them.

const WORDS: Readonly<Record<string, string>> = {
  decided: "a person decided so",
  known: "both mean the same undertaking of the catalogue",
  other_known: "the catalogue has another undertaking for it",
  name: "the same proper name",
  designation: "the same type of goods",
  item: "a common word for the goods",
  topic: "a word of the subject in common",
  weak_topic: "a word in common that many deals have",
  value: "the same sum",
  quantity: "the same count of goods",
  year: "the year that one names is the other's",
  noun: "the same word for the deal",
  pair: "two parties in common",
  party: "a party in common",
  nested: "told within the same words",
  pointing: "names no subject of its own (“the deal”, “it”)",
  news: "the same act of the same parties, as the day's news",
  nearest: "the deal that was spoken of last",
  short: "told in one short text",
  transfer: "an act of delivery where goods were spoken of",
  trouble: "a claim or suit after the deal was halted, broken or cancelled",
  strangers: "no party in common",
  sides: "many of both sides' parties in common",
  rare_party: "a party in common that few deals have",
  words: "rare words in common",
  likeness: "much of both texts' wording in common",
  heading: "under the same heading",
  weeks: "told within a fortnight of each other",
  soon: "told within a year of each other",
  late: "told more than five years apart",
  only: "no other deal of these parties fits",
  successor: "both are told as the new deal of the same parties",
  living: "told while the undertaking lived",
  dead: "told before the undertaking began or long after its end",
  fresh: "told as new, within two years of its beginning",
  other_sort: "one hands over goods and the other does not",
  other_name: "another proper name",
  other_designation: "another type of goods",
  other_recipient: "it goes to somebody else",
  other_year: "dated to another year",
  other_age: "one is new, the other old",
  over: "begins anew after the other had ended",
};

/** A reason in words; one that is not known here as the server gives it. */
export function reasonText(reason: string): string {
  return WORDS[reason] ?? reason.replaceAll("_", " ");
}

/** How sure something is, from 0 to 1, as a share of a hundred: "79 in 100". */
export function sureText(confidence: number): string {
  return confidence > 0.995 ? "more than 99 in 100" : `${Math.round(confidence * 100)} in 100`;
}
