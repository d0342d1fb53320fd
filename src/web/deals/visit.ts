// What changed since somebody was here last: up to which entry of which ledger they have seen, and the changes behind it, deal by deal.
import { slotsText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";

type Change = Forms["DealChange"];
type Threads = Forms["Threads"];

const KEY = "pacta-seen";

/** The last entry of a ledger that somebody has seen, and when that was. */
export interface Seen {
  readonly seq: number;
  readonly at: string;
}

type Kept = Readonly<Record<string, Seen>>;

/** What of a ledger was seen; nothing on a first visit. */
export function seenOf(location: string, storage: Storage = localStorage): Seen | undefined {
  const seen: unknown = kept(storage)[location];
  if (typeof seen !== "object" || seen === null) return undefined;
  const { seq, at } = seen as Partial<Seen>;
  return typeof seq === "number" && typeof at === "string" ? { seq, at } : undefined;
}

/** Keeps what was seen. A browser that keeps nothing shows no changes. */
export function keepSeen(location: string, seen: Seen, storage: Storage = localStorage): void {
  try {
    storage.setItem(KEY, JSON.stringify({ ...kept(storage), [location]: seen }));
  } catch {
    // It is full, or nothing may be kept there.
  }
}

function kept(storage: Storage): Kept {
  try {
    const told: unknown = JSON.parse(storage.getItem(KEY) ?? "{}");
    return typeof told === "object" && told !== null ? (told as Kept) : {};
  } catch {
    return {};
  }
}

/** What changed of one deal since then, from before the first change to after the last. */
export interface DealNews {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly isGone: boolean;
  readonly before: Threads;
  readonly after: Threads;
  /** Slots about which claims contradict each other since then. */
  readonly conflicts: readonly string[];
  /** The claims that say so, the newest last. */
  readonly told: Change["told"];
}

/** Changes by deal, the deal that changed last first. A deal that was another before goes on under its new id. */
export function newsOf(changes: readonly Change[]): readonly DealNews[] {
  const found = new Map<string, DealNews>();
  for (const { deal, was, gone, before, after, conflicts, told } of changes) {
    const earlier = [deal.id, ...was].flatMap((id) => found.get(id) ?? []);
    for (const id of [deal.id, ...was]) found.delete(id);
    const [first] = earlier;
    found.set(deal.id, {
      id: deal.id,
      name: deal.name,
      isNew: first?.isNew ?? was.length === 0,
      isGone: gone === true,
      before: first?.before ?? before,
      after,
      conflicts: [...new Set([...earlier.flatMap((news) => news.conflicts), ...conflicts])],
      told: [...earlier.flatMap((news) => news.told), ...told],
    });
  }
  return [...found.values()].filter(({ isNew, isGone }) => !(isNew && isGone)).reverse();
}

/** What else changed than the state, in words; empty where nothing did. */
export function otherwiseText({ before, after, conflicts }: DealNews): string {
  const dispute = before.dispute === after.dispute ? [] : [`dispute: ${before.dispute} → ${after.dispute}`];
  const said = conflicts.length === 0 ? [] : [`contradicting claims about ${slotsText(conflicts)}`];
  return [...dispute, ...said].join("; ");
}
