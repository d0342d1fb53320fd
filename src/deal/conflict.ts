// Claims that cannot all be right: two prices, two counts, done and not done. All stay; a policy says which is shown first.
import type { Claim } from "../reading/index.ts";
import type { Attachment, Conflict, Origins, Policy } from "./deal.ts";
import { compareMembers, compareTexts } from "./order.ts";
import { stem } from "./phrase.ts";

/** One claim's value in a slot. `weight` orders values by caution: the less it asserts, the smaller. */
export interface Held {
  readonly slot: string;
  readonly value: string;
  readonly weight: number;
  readonly attachment: Attachment;
}

const COMMITS: ReadonlySet<string> = new Set(["sign", "agree", "order"]);
/** Acts that come again and again in one undertaking, each over a part of it: a tranche of tariffs, of aid, of goods. */
const IN_PARTS: ReadonlySet<string> = new Set(["deliver", "pay", "aid", "sanction", "ban", "lift", "extend"]);
/** Two sums told as about the same differ by less than this share. */
const NEAR = 0.05;

const isDone = (claim: Claim): boolean => claim.mode === "actual" && !claim.negated;

/** Sums by kind and currency, of the acts on the whole of the deal or a demand over it. */
function sumsOf(attachment: Attachment): Held[] {
  const { claim } = attachment.member;
  if (claim.negated || claim.mode === "possible") return [];
  const kept = claim.money.filter(({ kind }) => (kind === "value" && !IN_PARTS.has(claim.act)) || (kind === "compensation" && claim.act !== "pay"));
  return kept.map(({ kind, currency, amount }) => ({ slot: `money.${kind}.${currency}`, value: String(amount), weight: amount, attachment }));
}

/** Counts by the goods' last word, of the acts that commit to the deal. */
function countsOf(attachment: Attachment): Held[] {
  const { claim } = attachment.member;
  if (!COMMITS.has(claim.act) || !isDone(claim)) return [];
  return claim.items.flatMap(({ name, quantity }) => {
    const goods = stem(name.match(/[\p{L}\p{N}-]+/gu)?.at(-1) ?? name);
    return quantity === undefined ? [] : [{ slot: `quantity.${goods}`, value: String(quantity), weight: quantity, attachment }];
  });
}

function differ(a: Held, b: Held): boolean {
  if (a.value === b.value) return false;
  const about = [a, b].some(({ attachment, weight }) =>
    attachment.member.claim.money.some((money) => money.amount === weight && money.bound !== "exact"),
  );
  return !about || Math.abs(a.weight - b.weight) > NEAR * Math.max(a.weight, b.weight);
}

/** Done, and told on that day or later as not done. */
function denialsOf(members: readonly Attachment[]): Held[][] {
  const acts = new Set(members.filter(({ member }) => member.claim.negated && member.claim.mode === "actual").map(({ member }) => member.claim.act));
  return [...acts].sort().flatMap((act) => {
    const ofAct = members.filter(({ member, part }) => member.claim.act === act && member.claim.mode === "actual" && part !== "refers");
    const denied = ofAct.filter(({ member }) => member.claim.negated);
    const done = ofAct.filter(
      ({ member, when }) => !member.claim.negated && denied.some((other) => (when.latest ?? "9999") <= (other.member.document.published ?? "")),
    );
    const held = (attachment: Attachment): Held => ({
      slot: `${act}.done`,
      value: String(!attachment.member.claim.negated),
      weight: attachment.member.claim.negated ? 0 : 1,
      attachment,
    });
    return done.length === 0 ? [] : [[...denied, ...done].map(held)];
  });
}

/** How many reports tell a value: copies of one report count once. */
export function originsOf(held: readonly Held[], value: string, origins: Origins): number {
  const documents = held.filter((one) => one.value === value).map(({ attachment }) => attachment.member.document.id);
  return new Set(documents.map((id) => origins.get(id) ?? id)).size;
}

/** The claim that a policy shows first; ties fall to the later in canonical order. */
function shownBy(policy: Policy, held: readonly Held[], origins: Origins): Held | undefined {
  const recent = (a: Held, b: Held): number =>
    compareTexts(a.attachment.member.document.published ?? "", b.attachment.member.document.published ?? "");
  const most = (a: Held, b: Held): number => {
    switch (policy) {
      case "most-recent":
        return recent(a, b);
      case "most-origins":
        return originsOf(held, a.value, origins) - originsOf(held, b.value, origins) || recent(a, b);
      case "most-cautious":
        return b.weight - a.weight || recent(a, b);
    }
  };
  // A person's word goes before every policy.
  const pinned = held.filter(({ slot, attachment }) => attachment.pins?.some((pin) => slot === pin || slot.startsWith(`${pin}.`)) === true);
  return [...(pinned.length > 0 ? pinned : held)].sort((a, b) => most(a, b) || compareMembers(a.attachment.member, b.attachment.member)).at(-1);
}

function conflictOf(held: readonly Held[], policy: Policy, origins: Origins): Conflict[] {
  const ordered = [...held].sort((a, b) => compareMembers(a.attachment.member, b.attachment.member));
  const [slot, shown] = [ordered[0]?.slot, shownBy(policy, ordered, origins)];
  if (slot === undefined || shown === undefined) return [];
  return [{ slot, claims: [...new Set(ordered.map(({ attachment }) => attachment.member.claim.id))], shown: shown.attachment.member.claim.id }];
}

/** What members hold in each slot that they contradict each other in. */
export function contradictions(members: readonly Attachment[]): readonly (readonly Held[])[] {
  const told = members.filter(({ part }) => part !== "refers" && part !== "touches" && part !== "hints");
  const slots = Map.groupBy(
    told.flatMap((attachment) => [...sumsOf(attachment), ...countsOf(attachment)]),
    ({ slot }) => slot,
  );
  const apart = [...slots.values()].filter((held) => held.some((a) => held.some((b) => differ(a, b))));
  return [...apart, ...denialsOf(told)];
}

/** Every document an origin of its own. */
export const NO_COPIES: Origins = new Map();

/**
 * The conflicts among members: `money.value.USD`, `money.compensation.USD`, `quantity.ship`, `deliver.done`. Sums in different currencies
 * are not compared, sums told as about or bounded only where they are more than a twentieth apart.
 */
export function conflictsOf(members: readonly Attachment[], policy: Policy, origins: Origins = NO_COPIES): readonly Conflict[] {
  return contradictions(members)
    .flatMap((held) => conflictOf(held, policy, origins))
    .sort((a, b) => compareTexts(a.slot, b.slot));
}
