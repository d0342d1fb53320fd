// Goods under all their names, for people who look some up: what the tables of knowledge/items list of the family that a name belongs to.
import { catalogueOf } from "./catalogue.ts";

/** A family of goods: how it is called, what sort of goods it is, whose state makes it (ISO 3166-1 alpha-3), and its other names. */
interface Family {
  readonly name: string;
  readonly kind: string;
  readonly maker?: string;
  /** Variants, reporting names, other spellings; without the name itself. */
  readonly others: readonly string[];
}

/** Finds the family of goods by any of its names, however it is written; undefined where the tables know none. */
export type Families = (name: string) => Family | undefined;

/** Reads the families. Throws `PACTA_TABLE_MISSING` and `PACTA_TABLE_ROW`. */
export function loadFamilies(folder?: string): Families {
  const found = new Map<string, Family>();
  const systems = new Map<string, Family>();
  for (const { table, name, kind, maker, names } of catalogueOf(folder)) {
    const spelled = new Map(names.toReversed().map((one) => [one.toLowerCase(), one]));
    spelled.delete(name.toLowerCase());
    const others = [...spelled.values()].toReversed();
    const family = { name, kind, ...(maker === undefined ? {} : { maker }), others };
    for (const one of names) {
      const key = one.toLowerCase();
      if (!found.has(key)) found.set(key, family);
      if (table !== "goods" && !systems.has(key)) systems.set(key, family);
    }
  }
  return (name) => {
    const key = name.trim().toLowerCase();
    return found.get(key) ?? found.get(singular(key)) ?? beginning(key, systems);
  };
}

const singular = (name: string): string => name.replace(/s$/, "");

/** "s-300 missile systems": the longest beginning that names a system. Of plain goods that would be wrong: "gas stoves" are no gas. */
function beginning(key: string, systems: ReadonlyMap<string, Family>): Family | undefined {
  const words = key.split(" ");
  const ends = words.map((_, at) => words.slice(0, words.length - at).join(" "));
  return ends.map((one) => systems.get(one)).find((one) => one !== undefined);
}
