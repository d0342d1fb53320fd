// What waits for a person to look at it.
import { Page } from "../piece/index.ts";

/** What waits for a person to look at it. */
export function Review() {
  return (
    <Page title="Review">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
