// Which column holds what, and what holds for all rows.
import { useId } from "react";
import { KINDS } from "../vocabulary/index.ts";
import { DAYS, FIELD_NAMES, FIELDS, foreignWords, STATES } from "./sheet-map.ts";
import type { Field, MapDraft } from "./sheet-map.ts";
import type { Table } from "./table.ts";

interface Choosing {
  readonly table: Table;
  readonly draft: MapDraft;
  readonly change: (draft: MapDraft) => void;
}

/** The choice of columns, of what cells mean, and of how they are written. */
export function ColumnChoice(choosing: Choosing) {
  return (
    <>
      <fieldset className="fields grid plain-set">
        <legend>Which column holds what</legend>
        {FIELDS.map((field) => (
          <ColumnField key={field} field={field} {...choosing} />
        ))}
      </fieldset>
      <ForAll {...choosing} />
      <Meanings {...choosing} name="kinds" field="kind" ours={KINDS} />
      <Meanings {...choosing} name="states" field="state" ours={STATES} />
    </>
  );
}

/** What holds for all rows, and how their cells are written. */
function ForAll({ draft, change }: Choosing) {
  const { columns } = draft;
  return (
    <fieldset className="fields grid plain-set">
      <legend>For all rows</legend>
      {columns.kind ? null : <Select label="Kind of all rows" value={draft.kind} options={KINDS} choose={(kind) => change({ ...draft, kind })} />}
      {columns.state ? null : (
        <Select label="State of all rows" value={draft.state} options={STATES} choose={(state) => change({ ...draft, state })} />
      )}
      {columns.amount && !columns.currency ? (
        <label>
          Currency of all rows
          <input
            value={draft.currency}
            maxLength={3}
            placeholder="USD"
            onChange={(event) => change({ ...draft, currency: event.target.value.toUpperCase() })}
          />
        </label>
      ) : null}
      {columns.amount ? (
        <label>
          One of the amounts stands for
          <input type="number" min={0} step="any" value={draft.times} onChange={(event) => change({ ...draft, times: event.target.value })} />
        </label>
      ) : null}
      <Select label="Days are written" value={draft.days} options={DAYS} isNeeded choose={(days) => change({ ...draft, days })} />
      <Select
        label="Before decimals stands"
        value={draft.decimal}
        options={[".", ","]}
        isNeeded
        choose={(decimal) => change({ ...draft, decimal })}
      />
      <label>
        Between several in one cell stands
        <input value={draft.between} maxLength={5} onChange={(event) => change({ ...draft, between: event.target.value })} />
      </label>
    </fieldset>
  );
}

function ColumnField({ field, table, draft, change }: Choosing & { readonly field: Field }) {
  const hint = useId();
  const [name, told] = FIELD_NAMES[field];
  const choose = (column: string): void => {
    const { [field]: _, ...others } = draft.columns;
    change({ ...draft, columns: column === "" ? others : { ...others, [field]: column } });
  };
  return (
    <div>
      <label>
        {name}
        <select value={draft.columns[field] ?? ""} onChange={(event) => choose(event.target.value)} aria-describedby={hint}>
          <option value="">–</option>
          {[...new Set(table.columns)].map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </select>
      </label>
      <span id={hint} className="soft small">
        {told}
      </span>
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly isNeeded?: boolean;
  readonly choose: (value: string) => void;
}

function Select({ label, value, options, isNeeded = false, choose }: SelectProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {isNeeded ? null : <option value="">–</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

interface MeaningProps extends Choosing {
  readonly name: "kinds" | "states";
  readonly field: Field;
  readonly ours: readonly string[];
}

/** What words of a column mean that are none of ours. */
function Meanings({ table, draft, change, name, field, ours }: MeaningProps) {
  const column = draft.columns[field];
  const at = column === undefined ? -1 : table.columns.indexOf(column);
  const words =
    at === -1
      ? []
      : foreignWords(
          table.rows.map((row) => row[at] ?? ""),
          ours,
        );
  if (words.length === 0) return null;
  return (
    <fieldset className="fields grid plain-set">
      <legend>What is meant by {FIELD_NAMES[field][0].toLowerCase()}</legend>
      {words.map((word) => (
        <Select
          key={word}
          label={word}
          value={draft[name][word] ?? ""}
          options={ours}
          choose={(meaning) => change({ ...draft, [name]: { ...draft[name], [word]: meaning } })}
        />
      ))}
    </fieldset>
  );
}
