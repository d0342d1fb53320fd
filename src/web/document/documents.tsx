// The list of documents.
import { Page } from "../piece/index.ts";

/** The list of documents. */
export function Documents() {
  return (
    <Page title="Documents">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
