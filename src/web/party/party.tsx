// One party, by its id or, where it has none, its name.
import { Page } from "../piece/index.ts";

/** One party, by its id or, where it has none, its name. */
export function PartyView() {
  return (
    <Page title="A party">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
