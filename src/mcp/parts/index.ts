// The door of parts/: what answers are made of. Documents, quotes and claims as data, and how they are said.
export { daysArgs, daysOf, pageArgs, word } from "./asked.ts";
export { claimPart, claimPartSchema, claimSlots, claimText, originText, slotsSchema, slotsText } from "./claim.ts";
export { cursorFor, cursorIn } from "./cursor.ts";
export { documentPart, documentPartSchema, documentText } from "./document.ts";
export { fitting, ROOM } from "./fitting.ts";
export { quoteSchema, quoteText, Texts } from "./quote.ts";
export { short, wholeEnd } from "../../phrasing/index.ts";
export { few, LONGEST_ID, shown } from "./shown.ts";
export { boundsSchema, dealPart, dealPartSchema, dealText, stateText } from "./deal.ts";
export { nearestParty, partyIdOf } from "./party.ts";
export { stepPart, stepSchema, stepText } from "./step.ts";
export { surroundings } from "./surroundings.ts";
