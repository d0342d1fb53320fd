// The claims that a row tells, by its kind and state. Each is a person's: whoever enters the row says so, and the row's cells are the words.
import type { Claim, Item, Money, Party } from "../reading/index.ts";
import { CellError, dayIn, numberIn, partsOf, partyOf } from "./cell.ts";
import type { Part } from "./cell.ts";
import { CURRENCY } from "./map.ts";
import type { Column, SheetMap } from "./map.ts";
import type { RowText } from "./page.ts";
import { KINDS } from "../deal/index.ts";
import type { RowKind, States, Telling } from "./states.ts";
import type { Row } from "./table.ts";

/** What a row is read by. `idOf` gives the id that a table has for a party's name. */
export interface SheetSetting {
  readonly map: SheetMap;
  readonly states: States;
  readonly idOf: (name: string) => string | undefined;
}

/** A claim of a row, before it is known who tells it. */
export type RowClaim = Omit<Claim, "id" | "rule" | "confidence">;

type Spans = Record<string, { readonly start: number; readonly end: number }>;

/** Parties with where they stand. */
type Placed = readonly { readonly party: Party; readonly part: Part }[];

/** Acts that all parties do together, and those that the receiving side does; the others go from the first side to the other. */
const JOINT: ReadonlySet<string> = new Set(["negotiate", "agree", "sign", "enter-into-force", "extend", "settle"]);
const ENDING: ReadonlySet<string> = new Set(["suspend", "cancel"]);

/** The cells of a row by what the map says that they hold. */
class Cells {
  readonly #row: Row;
  readonly #page: RowText;
  readonly #map: SheetMap;

  constructor(row: Row, page: RowText, map: SheetMap) {
    this.#row = row;
    this.#page = page;
    this.#map = map;
  }

  get(column: Column): string | undefined {
    const name = this.#map.columns[column];
    return name === undefined ? undefined : this.#row.cells.get(name);
  }

  /** The whole cell, where it has words. */
  whole(column: Column): Part | undefined {
    const [text, place] = [this.get(column), this.#page.places.get(this.#map.columns[column] ?? "")];
    return text === undefined || place === undefined ? undefined : { text, ...place };
  }

  parts(column: Column): readonly Part[] {
    const cell = this.whole(column);
    return cell === undefined ? [] : partsOf(cell.text, this.#map.between, cell.start);
  }
}

/** The word of ours that a cell means. Throws `CellError`. */
function meant<Word extends string>(what: string, cell: string, words: readonly Word[], given: Readonly<Record<string, Word>>): Word {
  const word = given[cell] ?? words.find((one) => one === cell.toLowerCase());
  if (word !== undefined) return word;
  throw new CellError(`"${cell}" is no ${what} of a deal`, `Write one of ${words.join(", ")}, or what it means under ${what}s: in the map`);
}

function kindOf(cells: Cells, map: SheetMap): RowKind {
  const cell = cells.get("kind");
  const kind = cell === undefined ? map.kind : meant("kind", cell, KINDS, map.kinds);
  if (kind === undefined) throw new CellError("the row tells no kind", "Fill the cell, or write kind: for all rows in the map");
  return kind;
}

function stateOf(cells: Cells, map: SheetMap, kind: RowKind, states: States): string {
  const cell = cells.get("state") ?? map.state;
  if (cell === undefined) throw new CellError("the row tells no state", "Fill the cell, or write state: for all rows in the map");
  const known = Object.keys(states[kind]);
  const given = Object.fromEntries(Object.entries(map.states));
  const state = given[cell] ?? cell.toLowerCase();
  if (known.includes(state)) return state;
  throw new CellError(
    `"${cell}" is no state of a deal of kind ${kind}`,
    `Write one of ${known.join(", ")}, or what it means under states: in the map`,
  );
}

/** Goods with where they stand. */
interface Goods {
  readonly item: Item;
  readonly part: Part;
}

function goodsOf(cells: Cells, map: SheetMap): readonly Goods[] {
  const [names, counts, unit] = [cells.parts("items"), cells.parts("quantity"), cells.get("unit")];
  if (counts.length > 0 && counts.length !== names.length) {
    throw new CellError(
      `the row has ${names.length} goods and ${counts.length} quantities`,
      "Give each of the goods its quantity, in the same order",
    );
  }
  return names.map((part, at) => {
    const count = counts[at];
    const quantity = count === undefined ? {} : { quantity: numberIn(count.text, map) };
    return { item: { name: part.text, ...quantity, ...(unit === undefined ? {} : { unit }) }, part };
  });
}

/** Digits that a product keeps: more would be those of binary fractions. */
const DIGITS = 15;

function moneyOf(cells: Cells, map: SheetMap, kind: Money["kind"]): readonly Money[] {
  const amount = cells.get("amount");
  if (amount === undefined) return [];
  const currency = (cells.get("currency") ?? map.currency ?? "").toUpperCase();
  if (!CURRENCY.test(currency)) throw new CellError(`"${currency}" is no currency`, "Write three capital letters, such as USD");
  return [{ amount: Number((numberIn(amount, map) * map.times).toPrecision(DIGITS)), currency, kind, bound: "exact" }];
}

interface Sides {
  readonly from: Placed;
  readonly to: Placed;
  readonly all: Placed;
}

function sidesOf(cells: Cells, { map, idOf }: SheetSetting): Sides {
  const placed = (column: Column): Placed => cells.parts(column).map((part) => ({ party: partyOf(part.text, map, idOf), part }));
  const [from, to] = [placed("from"), placed("to")];
  const all = new Map([...from, ...to, ...placed("parties")].toReversed().map((one) => [one.party.id ?? one.party.name, one]));
  if (all.size === 0) throw new CellError("the row tells no party", "Fill the cell of the parties");
  return { from, to, all: [...all.values()].toReversed() };
}

/** Who does an act of a deal to whom. Throws `CellError` where the row does not say which side is which. */
function rolesOf({ act }: Telling, kind: RowKind, { from, to, all }: Sides): { readonly actors: Placed; readonly targets: Placed } {
  if (JOINT.has(act)) return { actors: all, targets: [] };
  // A row that calls a deal off does not say who did.
  if (ENDING.has(act) && kind !== "measure") return { actors: [], targets: all };
  if (from.length === 0 || to.length === 0)
    throw new CellError(`a ${kind} needs both sides`, "Name the columns of from and to in the map, and fill the cells");
  if (act === "rule") return { actors: [], targets: to };
  return act === "order" ? { actors: to, targets: from } : { actors: from, targets: to };
}

function spansOf(
  lists: Readonly<Record<string, readonly { readonly part: Part | undefined }[]>>,
  single: Readonly<Record<string, Part | undefined>>,
): Spans {
  const many = Object.entries(lists).flatMap(([slot, list]) => list.map(({ part }, at): [string, Part | undefined] => [`${slot}.${at}`, part]));
  const spans = [...many, ...Object.entries(single)];
  return Object.fromEntries(spans.flatMap(([slot, part]) => (part === undefined ? [] : [[slot, { start: part.start, end: part.end }]])));
}

/** The claims of a row in the order of the deal's life. Throws `CellError` for a row that cannot be told. */
export function claimsOfRow(row: Row, page: RowText, setting: SheetSetting): readonly RowClaim[] {
  const { map, states } = setting;
  const cells = new Cells(row, page, map);
  const name = cells.whole("name");
  if (name === undefined) throw new CellError("the row has no name", "Fill the cell of the name");
  const kind = kindOf(cells, map);
  const state = stateOf(cells, map, kind, states);
  const told = states[kind][state] ?? { day: [], "state-day": [] };
  const [goods, sides] = [goodsOf(cells, map), sidesOf(cells, setting)];
  if (state === "fulfilled" && !goods.some(({ item }) => item.quantity !== undefined))
    throw new CellError("what is fulfilled needs a quantity", "Give the quantity: what was delivered is held against what was ordered");
  const days = (["day", "state-day"] as const).flatMap((column) => told[column].map((telling) => ({ telling, column })));
  return days.map(({ telling, column }, at): RowClaim => {
    const { actors, targets } = rolesOf(telling, kind, sides);
    const day = cells.whole(column);
    const money = at === 0 ? moneyOf(cells, map, kind === "dispute" ? "compensation" : "value") : [];
    const all = telling.act === "deliver" && state !== "fulfilled" ? goods.map(withoutQuantity) : goods;
    const items = at === 0 || telling.act === "deliver" ? all : [];
    const lists = { actors, targets, items, money: money.map(() => ({ part: cells.whole("amount") })) };
    return {
      ...telling,
      actors: actors.map(({ party }) => party),
      targets: targets.map(({ party }) => party),
      object: name.text,
      items: items.map(({ item }) => item),
      money: [...money],
      ...(day === undefined ? {} : { time: { norm: dayIn(day.text, map), basis: "stated" } }),
      terms: [],
      sources: [],
      evidence: { start: 0, end: page.text.length, quote: page.text },
      tellings: [],
      spans: spansOf(lists, { object: name, time: day }),
    };
  });
}

/** That something is being delivered does not say how much was. */
function withoutQuantity({ item: { name, unit }, part }: Goods): Goods {
  return { item: { name, ...(unit === undefined ? {} : { unit }) }, part };
}
