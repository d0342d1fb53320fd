// How the rows of one spreadsheet are told: its map, our kinds and states, and the ids of parties by their names.
import type { SheetSetting } from "./claims.ts";
import { parseMap } from "./map.ts";
import { loadStates } from "./states.ts";

/** The setting of a map (YAML, found at `source`). `parties` gives ids by names in small letters. Throws `PACTA_IMPORT_MAP` and `PACTA_KNOWLEDGE_…`. */
export function settingOf(map: string, source: string, parties: ReadonlyMap<string, string>): SheetSetting {
  const ids = new Set(parties.values());
  return {
    map: parseMap(map, source),
    states: loadStates(),
    idOf: (name) => parties.get(name.toLowerCase()) ?? (ids.has(name) ? name : undefined),
  };
}
