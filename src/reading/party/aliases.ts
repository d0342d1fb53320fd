// Other names of parties, for people who look one up: what the tables of knowledge/parties list, by whom each stands for.
import { join } from "node:path";
import { z } from "zod";
import { loadTable } from "../quantity/index.ts";

const list = z
  .string()
  .default("")
  .transform((cell) =>
    cell
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

const row = z.object({ id: z.string().default(""), name: z.string(), aliases: list, organs: list });

const TABLES = ["states.tsv", "organisations.tsv", "groups.tsv", "companies.tsv"];

/** Finds other names of a party by its id or, where it has none, its name; none where the tables know it not. */
export type Aliases = (key: string) => readonly string[];

/**
 * Reads the other names of states, organisations (their organs too), groups and companies. Throws `PACTA_TABLE_MISSING`
 * and `PACTA_TABLE_ROW`.
 */
export function loadAliases(folder: string): Aliases {
  const found = new Map<string, readonly string[]>();
  for (const file of TABLES)
    for (const { id, name, aliases, organs } of loadTable(join(folder, file), row)) {
      const others = [...aliases, ...organs];
      for (const key of [id === "" ? name : id, name].map((one) => one.toLowerCase())) if (!found.has(key)) found.set(key, others);
    }
  return (key) => found.get(key.toLowerCase()) ?? [];
}
