// All watches.
import { Page } from "../piece/index.ts";

/** All watches. */
export function Watches() {
  return (
    <Page title="Watches">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
