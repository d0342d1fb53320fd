// One kind of goods.
import { Page } from "../piece/index.ts";

/** One kind of goods. */
export function ItemView() {
  return (
    <Page title="An item">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
