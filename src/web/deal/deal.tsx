// Where one deal lies, at a pair of days.
import { Page } from "../piece/index.ts";

/** Where one deal lies, at a pair of days. */
export function DealView() {
  return (
    <Page title="A deal">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
