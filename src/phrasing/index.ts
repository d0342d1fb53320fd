// The door of phrasing/: how days, sums, claims and decisions are said to people.
export {
  actText,
  boundsText,
  idText,
  intervalText,
  itemText,
  matterText,
  moneyText,
  oneLine,
  partiesText,
  sinceText,
  sourcesText,
  wordsText,
} from "./claim.ts";
export { decisionText } from "./decision.ts";
export { short, wholeEnd } from "./short.ts";
export { isSum, slotsText, slotText, sumText } from "./slot.ts";
