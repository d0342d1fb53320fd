// Decisions in words.
import type { Decision, Ref } from "../ledger/index.ts";
import { idText, oneLine, wordsText } from "./claim.ts";

/** `reject agree "Sweden agreed ..." in brief-7`. */
export function decisionText(decision: Decision): string {
  switch (decision.type) {
    case "confirm":
    case "reject":
      return `${decision.type} ${refText(decision.claim)}`;
    case "correct":
      return `correct ${decision.slot} to ${valueText(decision.value)} of ${refText(decision.claim)}`;
    case "pin":
      return `pin ${decision.slot} of ${refText(decision.claim)}`;
    case "join":
    case "split":
      return `${decision.type} ${decision.claims.map(refText).join(" and ")}`;
    case "add-claim":
      return `add ${decision.claim.id}: ${decision.claim.act} ${wordsText(decision.claim.evidence.quote)} in ${idText(decision.document)}`;
    case "promote":
      return `promote "${decision.abstention.reason}" to ${decision.claim.id}: ${decision.claim.act} ${wordsText(decision.claim.evidence.quote)} in ${idText(decision.document)}`;
    case "same-party":
      return `same party: ${[...decision.names, ...(decision.id === undefined ? [] : [decision.id])].map(oneLine).join(" = ")}`;
    case "undo":
      return `undo ${decision.decision}`;
    case "redact":
      return `redact ${idText(decision.document)}: ${oneLine(decision.reason)}`;
  }
}

function refText({ act, quote, document, id }: Ref): string {
  return `${id === undefined ? "" : `${id}: `}${act} ${wordsText(quote)} in ${idText(document)}`;
}

function valueText(value: unknown): string {
  return value === null ? "nothing" : typeof value === "string" ? `"${oneLine(value)}"` : JSON.stringify(value);
}
