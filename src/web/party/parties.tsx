// The list of parties.
import { Page } from "../piece/index.ts";

/** The list of parties. */
export function Parties() {
  return (
    <Page title="Parties">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
