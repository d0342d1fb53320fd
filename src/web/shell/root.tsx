// The root of all addresses, under which each view puts its own.
import { createRootRoute } from "@tanstack/react-router";
import { Empty, Page, TroubleNote } from "../piece/index.ts";
import { Frame } from "./frame.tsx";

/** The frame, and what it shows where there is no such page or a page fails. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => (
    <Page title="Nothing here">
      <Empty title="There is no such page">
        <p>
          <a href="/deals">All deals</a>
        </p>
      </Empty>
    </Page>
  ),
  errorComponent: ({ error }) => (
    <Page title="This page failed">
      <TroubleNote error={error} again={() => window.location.reload()} />
    </Page>
  ),
});
