// The whole of the desk: all addresses in one tree.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { queryText, Trouble } from "./asking/index.ts";
import { dealsRoute, startRoute } from "./deals/index.ts";
import { dealRoute, dossierRoute } from "./deal/index.ts";
import { documentsRoute, documentRoute } from "./document/index.ts";
import { reviewRoute } from "./review/index.ts";
import { partiesRoute, partyRoute } from "./party/index.ts";
import { itemsRoute, itemRoute } from "./item/index.ts";
import { searchRoute } from "./search/index.ts";
import { watchesRoute, watchRoute } from "./watches/index.ts";
import { addRoute } from "./add/index.ts";
import { Bones } from "./piece/index.ts";
import { KeyboardProvider, LiveProvider, parsed, PersonProvider, root } from "./shell/index.ts";

const routes = [
  startRoute,
  dealsRoute,
  dealRoute,
  dossierRoute,
  documentsRoute,
  documentRoute,
  reviewRoute,
  partiesRoute,
  partyRoute,
  itemsRoute,
  itemRoute,
  searchRoute,
  watchesRoute,
  watchRoute,
  addRoute,
] as const;

const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: parsed,
  stringifySearch: queryText,
  defaultPreload: "intent",
  defaultPendingComponent: () => <Bones />,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    readonly router: typeof router;
  }
}

/** How often a question is put again that the server was too busy for. */
const TRIES = 3;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // The server may be this machine's own: without a network it is there all the same.
      networkMode: "always",
      retry: (tries, error) => tries < TRIES && error instanceof Trouble && (error.status === 0 || error.status === 503),
    },
    mutations: { networkMode: "always" },
  },
});

/** The desk. */
export function App() {
  return (
    <QueryClientProvider client={client}>
      <KeyboardProvider>
        <LiveProvider>
          <PersonProvider>
            <RouterProvider router={router} />
          </PersonProvider>
        </LiveProvider>
      </KeyboardProvider>
    </QueryClientProvider>
  );
}
