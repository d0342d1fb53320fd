// The table of deals. Rows are all of one height; the head stays in sight. Only the columns are modelled: the order of rows is the server's, and those
// in sight change with every step of scrolling.
import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import type { Header } from "@tanstack/react-table";
import { useMemo } from "react";
import type { Forms } from "../asking/index.ts";
import { COLUMNS, NAME } from "./column.tsx";
import type { Column } from "./column.tsx";
import { hasDays, sortOf } from "./filter.ts";
import type { DealSearch, Sort } from "./filter.ts";
import { Row } from "./row.tsx";
import type { LineProps } from "./row.tsx";

type Brief = Forms["DealBrief"];

const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, Brief>();
const columns = helper.columns([NAME, ...COLUMNS].map(({ id, name }) => helper.display({ id, header: name, enableHiding: id !== NAME.id })));
const BY_ID: ReadonlyMap<string, Column> = new Map([NAME, ...COLUMNS].map((column) => [column.id, column]));

const NONE: readonly Brief[] = [];

/** Rem of the column of boxes. */
const PICK = 2.5;

/** What the table shows. */
interface TableProps {
  readonly lines: readonly LineProps[];
  readonly total: number;
  readonly hidden: ReadonlySet<string>;
  readonly search: DealSearch;
  readonly sortBy: (sort: Sort) => void;
}

/** Deals as a table. */
export function Table({ lines, total, hidden, search, sortBy }: TableProps) {
  const columnVisibility = useMemo(() => Object.fromEntries([...hidden].map((id) => [id, false])), [hidden]);
  const table = useTable({ features, columns, data: NONE, state: { columnVisibility } });
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  const told = useMemo(() => COLUMNS.filter(({ id }) => !hidden.has(id)), [hidden]);
  const width = told.reduce((sum, column) => sum + column.width, PICK + NAME.width);
  return (
    <table className="deals-table" aria-rowcount={total === -1 ? -1 : total + 1} style={{ minWidth: `${width}rem` }}>
      <caption className="unseen">Deals that fit, each with its state, its parties and how much is told of it</caption>
      <colgroup>
        <col style={{ width: `${PICK}rem` }} />
        <col />
        {told.map((column) => (
          <col key={column.id} style={{ width: `${column.width}rem` }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">
            <span className="unseen">Selected</span>
          </th>
          {heads.map((header) => (
            <Head key={header.id} header={header} search={search} sortBy={sortBy} />
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((props) => (
          <Row key={props.deal.id} {...props} columns={told} />
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps {
  readonly header: Header<typeof features, Brief>;
  readonly search: DealSearch;
  readonly sortBy: (sort: Sort) => void;
}

/** A heading; one by which the list can be sorted is a button. */
function Head({ header: { id }, search, sortBy }: HeadProps) {
  const { name, sort, isNumber } = BY_ID.get(id) ?? NAME;
  const className = isNumber ? "deals-number" : undefined;
  if (sort === undefined)
    return (
      <th scope="col" className={className}>
        {name}
      </th>
    );
  const isSorted = sortOf(search) === sort;
  const isBarred = hasDays(search) && sort !== "claims";
  const order = sort === "name" ? "ascending" : "descending";
  return (
    <th scope="col" className={className} aria-sort={isSorted ? order : "none"}>
      <button
        className="plain deals-sort"
        disabled={isBarred}
        title={isBarred ? "Lists of other days than today's are sorted by claims" : undefined}
        onClick={() => sortBy(sort)}
      >
        {name}
        <span aria-hidden="true">{isSorted ? (order === "ascending" ? " ▲" : " ▼") : ""}</span>
      </button>
    </th>
  );
}
