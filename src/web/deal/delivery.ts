// Deliveries against the order, from claims alone. Reports of one delivery repeat each other, more or less exactly dated, so only what the texts date
// wholly apart is added up, as the server does (src/deal/apart.ts); where reports contradict each other nothing is.
import type { Forms } from "../asking/index.ts";

type Deal = Forms["Deal"];
type Row = Deal["life"][number];

/** A row with a quantity of goods. */
export interface Told {
  readonly row: Row;
  readonly name: string;
  readonly quantity: number;
}

/** Goods of one kind in one unit. `delivered` is a least figure, undefined where it can't be told, and `why` says why. */
export interface Goods {
  readonly key: string;
  readonly name: string;
  readonly unit: string | undefined;
  /** The quantities that orders tell, each once, from the smallest. */
  readonly ordered: readonly number[];
  readonly orders: readonly Told[];
  readonly deliveries: readonly Told[];
  readonly delivered: number | undefined;
  readonly why?: string;
}

/** Goods by kind, and the deliveries of which no quantity is told. */
export interface Deliveries {
  readonly goods: readonly Goods[];
  readonly uncounted: readonly Row[];
  readonly denials: readonly Row[];
}

const ORDERS: ReadonlySet<string> = new Set(["sign", "order", "sell", "agree"]);
const ASIDE: ReadonlySet<string> = new Set(["refers", "touches", "hints"]);

const isOrder = ({ act, mode, negated }: Row): boolean => ORDERS.has(act) && (mode === "actual" || mode === "planned") && !negated;
const isDelivery = ({ act, mode, negated }: Row): boolean => act === "deliver" && mode === "actual" && !negated;
const isDenial = ({ act, mode, negated }: Row): boolean => act === "deliver" && mode === "actual" && negated;

/** What comes again ("a year") is no part of a sum. */
const isRate = (unit: string | undefined): boolean => unit !== undefined && /\/|\bper\b|\ba (?:year|month|week|day)\b/.test(unit);

/** The kind of goods that a name ends in, and their unit: what is counted in other units is not added. */
function keyOf(name: string, unit: string | undefined): string {
  const word = /([\p{L}\p{N}-]+)[^\p{L}\p{N}]*$/u.exec(name)?.[1] ?? name;
  return `${word.toLowerCase().replace(/(?<=\p{L}{3})s$/u, "")} ${(unit ?? "").toLowerCase().replace(/s$/, "")}`;
}

function toldIn(rows: readonly Row[]): readonly (Told & { readonly key: string; readonly unit: string | undefined })[] {
  return rows.flatMap((row) =>
    row.items.flatMap(({ name, quantity, unit }) =>
      quantity === undefined || isRate(unit) ? [] : [{ row, name, quantity, unit, key: keyOf(name, unit) }],
    ),
  );
}

/** A quantity between two days, both with it. */
interface Span {
  readonly earliest: string;
  readonly latest: string;
  readonly quantity: number;
}

/** What was delivered at the least: the largest sum of quantities whose bounds share no day. Bounds that overlap may be of one delivery. */
function leastOf(deliveries: readonly Told[]): number {
  const spans = deliveries.map(({ row: { when }, quantity }): Span => ({
    earliest: when.earliest ?? "",
    latest: when.latest ?? "9999-12-31",
    quantity,
  }));
  const ended = spans.toSorted((a, b) => (a.latest < b.latest ? -1 : 1));
  // The best sum that a span ends, by span; whatever ends before another begins has begun before it, and so is known by then.
  const bests = new Map<Span, number>();
  let [at, before, most] = [0, 0, 0];
  for (const span of spans.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1))) {
    for (let over = ended[at]; over !== undefined && over.latest < span.earliest; over = ended[at]) {
      before = Math.max(before, bests.get(over) ?? 0);
      at += 1;
    }
    bests.set(span, before + span.quantity);
    most = Math.max(most, before + span.quantity);
  }
  return most;
}

/** The deliveries of a deal against what was ordered. */
export function deliveriesOf(deal: Deal): Deliveries {
  const rows = deal.life.filter(({ part, presumed, lapsed }) => !ASIDE.has(part) && presumed !== true && lapsed !== true);
  const [orders, deliveries] = [toldIn(rows.filter(isOrder)), toldIn(rows.filter(isDelivery))];
  const isDenied = deal.conflicts.some(({ slot }) => slot === "deliver.done");
  const goods = [...Map.groupBy([...orders, ...deliveries], ({ key }) => key)].map(([key, all]): Goods => {
    const own = deliveries.filter((told) => told.key === key);
    const asked = orders.filter((told) => told.key === key);
    const { name = "", unit } = all[0] ?? {};
    return {
      key,
      name,
      unit,
      ordered: [...new Set(asked.map(({ quantity }) => quantity))].sort((a, b) => a - b),
      orders: asked,
      deliveries: own.toSorted((a, b) => ((a.row.when.latest ?? "9999") < (b.row.when.latest ?? "9999") ? -1 : 1)),
      delivered: isDenied ? undefined : leastOf(own),
      ...(isDenied ? { why: "Reports contradict each other on whether it was delivered, so that nothing is added up." } : {}),
    };
  });
  const counted = new Set(deliveries.map(({ row }) => row));
  return { goods, uncounted: rows.filter((row) => isDelivery(row) && !counted.has(row)), denials: rows.filter(isDenial) };
}
