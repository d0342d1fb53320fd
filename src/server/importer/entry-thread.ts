// A thread that imports one spreadsheet, over a connection of its own: thousands of rows take seconds, for which nobody else must wait.
import { PactaError } from "../../error.ts";
import { appendRows, rowsOf, settingOf } from "../../import/index.ts";
import type { AppendedRow, FailedRow } from "../../import/index.ts";
import { openLedger } from "../../ledger/index.ts";
import { answer } from "../../thread/index.ts";
import type { Imported, RefusedRow, Task } from "./wire.ts";

async function imported({ location, parties, sheet }: Task): Promise<Imported> {
  const { csv, map, name, day, importer, dry } = sheet;
  const setting = settingOf(map, "map", parties);
  const called = setting.map.sheet ?? name;
  // Rows of two sheets of one name would stand for each other.
  if (called === undefined) throw new PactaError("PACTA_IMPORT_NAME", "the sheet has no name", "Give `name`, or a line `sheet: NAME` in the map");
  const rows = rowsOf({ content: csv, name: called, source: "csv", ...(day === undefined ? {} : { day }) }, setting);
  const ledger = await openLedger(location, { create: false });
  try {
    const done: (AppendedRow | FailedRow)[] = [];
    for await (const row of appendRows(ledger, rows, importer, dry)) done.push(row);
    return sumOf(done);
  } finally {
    await ledger.close();
  }
}

function sumOf(done: readonly (AppendedRow | FailedRow)[]): Imported {
  const told = done.filter((row) => row.kind === "appended");
  const sum = (of: (row: AppendedRow) => number): number => told.reduce((total, row) => total + of(row), 0);
  return {
    added: sum(({ added }) => added),
    same: sum(({ claims, added }) => claims.length - added),
    undone: sum(({ undone }) => undone),
    refused: done.flatMap((row) => (row.kind === "failure" ? [refusedOf(row.error)] : [])),
    documents: told.map(({ document }) => document),
  };
}

function refusedOf({ code, message, remedy, place: { line } }: PactaError): RefusedRow {
  return { ...(line === undefined ? {} : { line }), code, what: message, remedy };
}

await answer((data) => imported(data as Task));
