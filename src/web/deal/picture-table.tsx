// The picture's facts as a table, for whoever does not see it, or wants to read it exactly.
import { slotText } from "../../phrasing/index.ts";
import { Day, stateText } from "../piece/index.ts";
import type { Band, Strip } from "./strip.ts";
import type { KnownRow } from "./strips.ts";
import { When } from "./telling.tsx";

/** What was known by each day, a row a day. */
export function PictureTable({ rows }: { readonly rows: readonly KnownRow[] }) {
  return (
    <details className="picture-table">
      <summary>The same as a table</summary>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Known by</th>
            <th scope="col">State after state, and when it began</th>
            <th scope="col">Dispute</th>
            <th scope="col">Sums</th>
            <th scope="col">Conflicts</th>
            <th scope="col">Claims</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ known, strip }) => (
            <tr key={known ?? "undated"}>
              <th scope="row">{known === undefined ? "Reports without a day, too" : <Day iso={known} />}</th>
              {strip === undefined ? <td colSpan={5}>On its way</td> : <Facts strip={strip} />}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Facts({ strip: { states, disputes, sums, conflicts, claims } }: { readonly strip: Strip }) {
  return (
    <>
      <td data-label="State">
        <BandList bands={states} none="not yet agreed" />
      </td>
      <td data-label="Dispute">
        <BandList bands={disputes} none="none" />
      </td>
      <td data-label="Sums">{sums.length}</td>
      <td data-label="Conflicts">{conflicts.length === 0 ? "none" : conflicts.map(slotText).join("; ")}</td>
      <td data-label="Claims">{claims}</td>
    </>
  );
}

function BandList({ bands, none }: { readonly bands: readonly Band<string>[]; readonly none: string }) {
  if (bands.length === 0) return none;
  return (
    <ol className="plain-list">
      {bands.map(({ value, began, claim, presumed }) => (
        <li key={`${claim} ${value}`}>
          {value === "none" ? none : stateText(value)}, <When bounds={began} />
          {presumed ? " (no claim says so)" : ""}
        </li>
      ))}
    </ol>
  );
}
