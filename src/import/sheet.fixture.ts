// Spreadsheets for tests: a map in short, and rows as they come out of it.
import { parseMap } from "./map.ts";
import { rowsOf } from "./rows.ts";
import type { FailedRow, ToldRow } from "./rows.ts";
import { loadStates } from "./states.ts";

/** A map of a register in which every column is named as Pacta calls it; `more` are further lines. */
export const MAP = `columns:
  name: name
  from: from
  to: to
  items: items
  quantity: quantity
  kind: kind
  state: state
  day: day
  state-day: state-day
  amount: amount
currency: USD
`;

const IDS: Readonly<Record<string, string>> = { norland: "NOR", sudia: "SUD", ostia: "OST" };

/** The rows of a CSV text under a map. */
export function rowsIn(content: string, map = MAP, more: { readonly day?: string; readonly name?: string } = {}): readonly (ToldRow | FailedRow)[] {
  const setting = { map: parseMap(map, "map.yaml"), states: loadStates(), idOf: (name: string) => IDS[name.toLowerCase()] };
  return rowsOf({ content, name: "register", source: "register.csv", ...more }, setting);
}

/** The columns of `MAP` as the first line of a file. */
export const HEADER = "name,from,to,items,quantity,kind,state,day,state-day,amount\n";
