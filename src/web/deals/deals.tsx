// The list of deals.
import { useQuery } from "@tanstack/react-query";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, Empty, Page, StateMark, TroubleNote } from "../piece/index.ts";
import { dealsRoute } from "./route.ts";

/** Deals that fit what is asked, most claims first. */
export function Deals() {
  const { shown: _, ...filter } = dealsRoute.useSearch();
  const asked = useQuery({
    queryKey: ["deals", filter],
    queryFn: async ({ signal }) => ask<{ readonly deals: readonly Forms["DealBrief"][] }>("/deals", { query: filter, signal }),
  });
  return (
    <Page title="Deals">
      {asked.isPending ? <Bones /> : null}
      {asked.isError ? <TroubleNote error={asked.error} again={() => void asked.refetch()} /> : null}
      {asked.data?.deals.length === 0 ? <Empty title="No deals yet" /> : null}
      <ul>
        {asked.data?.deals.map(({ id, name, state }) => (
          <li key={id}>
            {name} <StateMark state={state} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
