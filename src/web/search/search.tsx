// What was searched for.
import { Page } from "../piece/index.ts";

/** What was searched for. */
export function SearchView() {
  return (
    <Page title="Search">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
