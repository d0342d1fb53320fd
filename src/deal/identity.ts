// What a group of claims turned out to be, and the id that it keeps: made from the claim that opens it.
import { createHash } from "node:crypto";
import type { Attachment, DealKind } from "./deal.ts";
import type { DealKnowledge } from "./knowledge.ts";
import type { Act, Claim } from "../reading/index.ts";
import { partyKey } from "./party-key.ts";
import type { PartyKeys } from "./party-key.ts";
import { sideKeys } from "./sides.ts";

/** Neither done nor about anything named: "others may buy" starts no deal that could be found again. */
const isEmpty = ({ mode, object, items, money }: Claim): boolean =>
  mode !== "actual" && object === undefined && items.length === 0 && money.length === 0;

const HANDS_OVER: ReadonlySet<Act> = new Set(["order", "sell", "deliver", "aid"]);

/** The kind of a group that nothing opens: a dispute of two parties, or a deal that an act upon it presumes, where it is `named`. */
function kindUnopened(members: readonly Attachment[], named: boolean, { presuming, words }: DealKnowledge): DealKind | undefined {
  if (members.some(({ part }) => part === "disputes") && sideKeys(members, words.keys).size >= 2) return "dispute";
  if (!named || !members.some(({ part, member }) => part === "joins" && presuming.has(member.claim.act))) return undefined;
  return members.some(({ member }) => member.claim.items.length > 0) ? "transfer" : "agreement";
}

/** The kind of a group of members; undefined where it makes no deal. `named`: it has a proper name or a type of goods. */
export function kindOf(members: readonly Attachment[], isMeasure: boolean, named: boolean, knowledge: DealKnowledge): DealKind | undefined {
  const openers = members.filter(({ part }) => part === "opens").map(({ member }) => member.claim);
  if (openers.length === 0) return isMeasure ? undefined : kindUnopened(members, named, knowledge);
  if (openers.every(isEmpty)) return undefined;
  if (isMeasure) return "measure";
  return openers.some(({ act, items }) => items.length > 0 || HANDS_OVER.has(act)) || openers.every(({ act }) => act === "pay")
    ? "transfer"
    : "agreement";
}

/** The claim that opens a deal: the first opener in canonical order, else the first claim of the dispute, else the first that presumes it. */
function openerOf(members: readonly Attachment[]): Attachment | undefined {
  const first = (wanted: Attachment["part"]): Attachment | undefined => members.find(({ part }) => part === wanted);
  return first("opens") ?? first("disputes") ?? first("joins");
}

/** `deal-` and 12 hexadecimal digits of the opener's content and place in its document, so that neither the order of arrival nor a rebuild changes it. */
export function dealId(kind: DealKind, members: readonly Attachment[], keys: PartyKeys): string {
  const opener = openerOf(members)?.member;
  const claim = opener?.claim;
  const content = [
    kind === "measure",
    opener?.document.id,
    opener?.document.published,
    claim?.act,
    claim?.evidence.start,
    claim?.actors.map((party) => partyKey(party, keys)),
    claim?.targets.map((party) => partyKey(party, keys)),
    claim?.object,
    claim?.items.map(({ name }) => name),
  ];
  return `deal-${createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 12)}`;
}
