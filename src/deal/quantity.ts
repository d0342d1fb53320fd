// Deliveries against the order. Reports of one delivery repeat each other, so only deliveries that the texts date wholly apart are added up.
import type { Item } from "../reading/index.ts";
import { mostApart } from "./apart.ts";
import { boundsOf } from "./day.ts";
import type { Attachment } from "./deal.ts";
import { stem } from "./phrase.ts";

const ORDERS: ReadonlySet<string> = new Set(["sign", "order", "sell", "agree"]);

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}-]+/gu)
      ?.map(stem) ?? [],
  );
const sameGoods = (a: string, b: string): boolean => [...wordsOf(a)].some((word) => wordsOf(b).has(word));

/** What comes again ("six billion cubic metres a year") is never delivered in full by what came once. */
const isRate = ({ unit }: Item): boolean => unit !== undefined && unit.includes("/");

/** The largest quantity ordered of goods called likewise; undefined where none is told, or one that comes again. */
function orderedOf(name: string, members: readonly Attachment[]): number | undefined {
  const orders = members.filter(({ member }) => ORDERS.has(member.claim.act) && !member.claim.negated);
  const items = orders.flatMap(({ member, term }) =>
    member.claim.items.map((item) => ({ ...item, again: term?.recurs !== undefined || isRate(item) })),
  );
  if (items.some((item) => item.again && sameGoods(item.name, name))) return undefined;
  const counts = items.filter((item) => sameGoods(item.name, name)).flatMap((item) => item.quantity ?? []);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** What was delivered of these goods, at the least. */
function deliveredOf(name: string, deliveries: readonly Attachment[]): number {
  return mostApart(
    deliveries.flatMap(({ member: { claim } }) => {
      const when = claim.time === undefined ? {} : boundsOf(claim.time.norm);
      const goods = claim.items.filter((item) => sameGoods(item.name, name) && !isRate(item));
      return goods.map(({ quantity = 0 }) => ({ ...when, quantity }));
    }),
  );
}

/** True where the deliveries so far, the last among them, reach the quantity ordered of the last one's goods. */
export function isInFull(deliveries: readonly Attachment[], members: readonly Attachment[]): boolean {
  const items = deliveries.at(-1)?.member.claim.items ?? [];
  return items.some(({ name }) => {
    const ordered = orderedOf(name, members);
    return ordered !== undefined && deliveredOf(name, deliveries) >= ordered;
  });
}
