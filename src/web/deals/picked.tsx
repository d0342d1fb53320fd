// What can be done with deals that are selected: take them along to a spreadsheet.
import type { Forms } from "../asking/index.ts";
import { counted } from "../piece/index.ts";
import { csvOf } from "./lines.ts";

interface PickedProps {
  readonly deals: readonly Forms["DealBrief"][];
  readonly clear: () => void;
}

/** How many are selected, and what can be done with them. */
export function Picked({ deals, clear }: PickedProps) {
  if (deals.length === 0) return null;
  return (
    <fieldset className="row deals-group deals-picked screen-only">
      <legend className="unseen">Selected deals</legend>
      <strong>{counted(deals.length, "deal")} selected</strong>
      <button onClick={() => download(csvOf(deals, window.location.origin))}>Save as CSV</button>
      <button className="plain" onClick={clear}>
        Select none
      </button>
    </fieldset>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: "deals.csv" });
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
