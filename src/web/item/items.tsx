// The list of goods.
import { Page } from "../piece/index.ts";

/** The list of goods. */
export function Items() {
  return (
    <Page title="Items">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
