// Which of the goods in its clause an act is about.
import { contains, type Span } from "../../document/index.ts";
import type { Match } from "../act/index.ts";
import type { ItemMention } from "../annotation.ts";
import type { Item } from "../claim.ts";
import { caseOf, headOfSpan, subtree, wordAt } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { SlotCues } from "../slot/index.ts";

/** Acts that are about goods, and acts that are so when what they act on is a contract about goods. */
const OF_GOODS = new Set("order sell deliver aid ban lift suspend resume extend threaten cancel".split(" "));
const OF_CONTRACTS = new Set("sign approve settle demand negotiate".split(" "));
/** Acts that do something with the goods themselves, wherever their clause names them; others have only those of their object. */
const OF_TRANSFER = new Set("order sell deliver sign".split(" "));
const CONTRACT = /\b(?:contracts?|orders?|sales?|purchases?|deliver(?:y|ies)|problem|issue|question|affair|matter|dispute|row)\b/i;
/** Works that states build are what an act is about, and no goods of it. */
const WORKS = new Set(["project", "pipeline"]);

/** The goods of an act among the items that it governs: none of its reason and, where it does nothing with goods itself, only those of its object. */
export function itemsOf(
  { tree }: SceneSentence,
  items: readonly ItemMention[],
  match: Match,
  { object, reason }: { readonly object: string | undefined; readonly reason: Span | undefined },
  cues: SlotCues,
): ItemMention[] {
  const { act } = match.frame;
  const tariff = act === "sanction" && match.objects.some((o) => subtree(tree, o).some((i) => cues.tariffs.has(wordAt(tree, i).lemma.toLowerCase())));
  const about = tariff || OF_GOODS.has(act) || (OF_CONTRACTS.has(act) && CONTRACT.test(object ?? ""));
  if (!about) return [];
  const inside = new Set(
    OF_TRANSFER.has(act) || tariff ? [] : match.objects.flatMap((o) => subtree(tree, o, (c) => c.relation === "acl:relcl" || c.relation === "advcl")),
  );
  const own = items.filter((m) => {
    if (cues.trade.has(m.name.toLowerCase()) || cues["no-goods"].has(lastWord(m.name)) || WORKS.has(m.kind ?? "") || (reason && contains(reason, m)))
      return false;
    const head = headOfSpan(tree, m);
    if (act === "order" && cues["passed-over"].has(caseOf(tree, head) ?? "")) return false;
    return inside.size === 0 || inside.has(head);
  });
  return own.filter((m) => !own.some((other) => other !== m && isWithin(m.name, other.name)));
}

function lastWord(name: string): string {
  return name.toLowerCase().split(/\s+/).at(-1) ?? "";
}

/** "jets" beside "supersonic jets": the same goods by a less specific name. */
function isWithin(name: string, other: string): boolean {
  const words = new Set(other.toLowerCase().split(/\s+/));
  return (
    other.length > name.length &&
    name
      .toLowerCase()
      .split(/\s+/)
      .every((w) => words.has(w))
  );
}

/** A mention of goods as a claim has it. */
export function itemOf(mention: ItemMention): Item {
  return {
    name: mention.name,
    ...(mention.quantity !== undefined && { quantity: mention.quantity }),
    ...(mention.unit !== undefined && { unit: mention.unit }),
  };
}
