// Whether a time modifies the noun after it ("the 2007 contract", "yesterday's talks", "a February summit") and so dates
// that thing rather than the clause. Told from the words around, since this runs without the model.
import type { Candidate } from "./construct.ts";

const DETERMINER =
  /(?:^|[^\p{L}])(?:the|an?|its|their|his|her|our|this|that|these|those|every|each|any|new|upcoming|planned|recent|proposed|controversial|landmark|historic|original|secret|failed|\p{L}+['\u2019]s)\s$/iu;
const PREPOSITION =
  /(?:^|[^\p{L}])(?:in|on|at|by|since|until|till|from|to|of|during|before|after|through|for|between|and|or|around|about|over|within|than|as|late|early|mid|starting|beginning|effective|next|last|this|past|end of)[- ](?:the )?$/iu;
const NOUN_AFTER =
  /^ (?!(?:and|or|but|nor|to|in|on|at|of|by|for|from|with|without|that|which|who|whom|when|where|while|as|after|before|until|till|since|because|if|though|although|amid|over|under|between|through|during|following|despite|against|into|about|is|are|was|were|be|been|being|has|have|had|will|would|may|might|can|could|should|shall|must|did|does|do|the|an?|its|their|his|her|this|these|those|it|they|he|she|we|not|also|again|alone|than|then|so|per|via|due|local|time)\b)[\p{L}\p{N}"\u201c]/iu;
const POSSESSIVE = /^['\u2019](?:s\b)?/i;

/** True where the time owns or modifies the noun after it. */
export function isAttributive(text: string, candidate: Candidate): boolean {
  const right = text.slice(candidate.end, candidate.end + 24);
  if (candidate.owned || POSSESSIVE.test(right) || /^-(?:era|style|old|vintage|based|dated|\d{4}-)/i.test(right) || /^-[a-z]{3,}/i.test(right))
    return true;
  if (!candidate.dated || candidate.bounded || !NOUN_AFTER.test(right)) return false;
  const left = text.slice(Math.max(0, candidate.start - 32), candidate.start);
  if (DETERMINER.test(left)) return true;
  return (
    /\d$/.test(text.slice(candidate.start, candidate.end)) &&
    candidate.end - candidate.start === 4 &&
    /\p{L} $/u.test(left) &&
    !PREPOSITION.test(left)
  );
}
