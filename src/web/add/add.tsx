// Bringing documents, and one job of reading them.
import { Page } from "../piece/index.ts";

/** Bringing documents, and one job of reading them. */
export function Add() {
  return (
    <Page title="Add">
      <p className="soft">This view is being built.</p>
    </Page>
  );
}
