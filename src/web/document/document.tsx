// One document, with a claim of it to look at, or beside another version.
import { Page } from "../piece/index.ts";

/** One document, with a claim of it to look at, or beside another version. */
export function DocumentView() {
  return (
    <Page title="A document">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
