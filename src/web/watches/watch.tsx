// One watch.
import { Page } from "../piece/index.ts";

/** One watch. */
export function WatchView() {
  return (
    <Page title="A watch">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
