// A spreadsheet of known deals: chosen, looked at, mapped column by column, tried dry, and imported under somebody's name.
import { useRef, useState } from "react";
import type { MouseEvent } from "react";
import { Trouble } from "../asking/index.ts";
import { TroubleNote } from "../piece/index.ts";
import { ColumnChoice } from "./column-choice.tsx";
import { SheetImport } from "./sheet-import.tsx";
import { guessed, yamlOf } from "./sheet-map.ts";
import type { MapDraft } from "./sheet-map.ts";
import { delimiterIn, sheetName, tableOf, textOf } from "./table.ts";
import type { Table } from "./table.ts";

/** A sheet that somebody chose. */
export interface ChosenSheet {
  readonly name: string;
  /** Counts the choices: a file that is called likewise and is as long may say something else. */
  readonly choice: number;
  readonly content: string;
  readonly table: Table;
}

/** Imports a spreadsheet. */
export function Sheet() {
  const [sheet, setSheet] = useState<ChosenSheet>();
  const [draft, setDraft] = useState<MapDraft>();
  const [error, setError] = useState<unknown>();
  const choices = useRef(0);
  const choose = async (file: File): Promise<void> => {
    try {
      const content = await textOf(file);
      const delimiter = delimiterIn(content);
      const table = tableOf(content, delimiter);
      choices.current += 1;
      setSheet({ name: sheetName(file.name), choice: choices.current, content, table });
      setDraft(guessed(table.columns, delimiter));
      setError(undefined);
    } catch (thrown) {
      setSheet(undefined);
      setError(noTable(thrown));
    }
  };
  return (
    <div className="stack">
      <label>
        Spreadsheet as CSV, its columns named in the first line
        <input type="file" accept=".csv,.tsv,.txt,text/csv" onClick={forgotten} onChange={(event) => void chosen(event.target.files, choose)} />
      </label>
      {error === undefined ? null : <TroubleNote error={error} />}
      {sheet === undefined || draft === undefined ? (
        <p className="soft small">
          Each row becomes a document with claims of whoever imports it, so that it can be asked, corrected and undone like anything else. Save other
          spreadsheets as CSV first.
        </p>
      ) : (
        <>
          <Preview table={sheet.table} />
          <ColumnChoice table={sheet.table} draft={draft} change={setDraft} />
          <details>
            <summary>The map as YAML, for pacta import</summary>
            <pre className="yaml">{yamlOf(draft)}</pre>
          </details>
          <SheetImport key={sheet.choice} sheet={sheet} draft={draft} />
        </>
      )}
    </div>
  );
}

function noTable(thrown: unknown): Trouble {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new Trouble({ status: 0, code: "PACTA_IMPORT_CSV", detail, remedy: "Close or double the quotes there, and choose the file again" });
}

/** A file that was mended meanwhile can be chosen again, of which a browser that has it already says nothing. */
function forgotten({ currentTarget }: MouseEvent<HTMLInputElement>): void {
  currentTarget.value = "";
}

async function chosen(files: FileList | null, choose: (file: File) => Promise<void>): Promise<void> {
  const [file] = files ?? [];
  if (file !== undefined) await choose(file);
}

const SHOWN = 5;

function Preview({ table: { columns, rows } }: { readonly table: Table }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <section className="wide" tabIndex={0} aria-label="The first rows">
      <table>
        <caption>
          {rows.length} {rows.length === 1 ? "row" : "rows"}
          {rows.length > SHOWN ? `, the first ${SHOWN}` : ""}
        </caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns may be named alike
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, line) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows may be alike
            <tr key={line}>
              {columns.map((_, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- see above
                <td key={at}>{row[at] ?? ""}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
