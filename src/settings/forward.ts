// What brings tables to the present schema, as statements that a store runs as the only writer.
import { PactaError } from "../error.ts";
import { FORMAT } from "./schema.ts";

/** The schema that the rows of `meta` tell, of which `known` is the newest that we know. Throws `PACTA_SETTINGS_OTHER` and `PACTA_SETTINGS_NEWER`. */
export function schemaOf(rows: readonly { readonly key: string; readonly value: string }[], known: number): number {
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  if (meta.get("format") !== FORMAT) throw otherError();
  const schema = Number(meta.get("schema"));
  if (schema <= known) return schema;
  throw new PactaError("PACTA_SETTINGS_NEWER", `the settings have schema ${schema}, this Pacta knows ${known}`, "Install a newer Pacta");
}

/** `PACTA_SETTINGS_OTHER`. */
export function otherError(): PactaError {
  const what = "what lies in the place of the settings are tables of another program";
  return new PactaError("PACTA_SETTINGS_OTHER", what, "Move them away, or name another ledger");
}

/** The statements behind schema `from` (0: no tables are there yet), and the note of how far they lead. */
export function statementsFrom(from: number, steps: readonly (readonly string[])[]): readonly string[] {
  const note = `insert into meta values ('schema', '${steps.length}') on conflict (key) do update set value = excluded.value`;
  return from === steps.length ? [] : [...steps.slice(from).flat(), note];
}
