// Watching as the command line opens it: the ledger, its book and its settings, with the hosts that posts may reach.
import { lateBook } from "../book.ts";
import type { Surroundings } from "../command.ts";
import { fetchArgs, fetchPlan } from "../fetching.ts";
import type { FetchArgs } from "../fetching.ts";
import { ledgerLocation, withLedger } from "../open.ts";
import { packageVersion } from "../version.ts";
import type { DealBook } from "../../deal/index.ts";
import type { Watching } from "../../watch/index.ts";

/** The option by which hosts beyond the public web may be posted to. */
export const allowArg = {
  "fetch-allow": {
    ...fetchArgs["fetch-allow"],
    description: "hosts and networks beyond the public web that may be told: intranet.example,127.0.0.1:8080 (default: $PACTA_FETCH_ALLOW)",
  },
} as const;

/** What names the ledger, and who may be told. */
type Args = Pick<FetchArgs, "fetch-allow"> & { readonly ledger?: string | undefined };

/** Runs work on the watching of a ledger that is there. The book is not caught up: looking does that, and other work that needs it has to. */
export async function withWatching<T>(args: Args, around: Surroundings, work: (watching: Watching, book: DealBook) => Promise<T>): Promise<T> {
  const location = ledgerLocation(args.ledger, around.env);
  const { allowed } = await fetchPlan(args, around.env);
  return withLedger(location, false, async (ledger) => {
    const [{ loadDealKnowledge }, { openSettings }, { createWatching }, { tellingAgent }] = await Promise.all([
      import("../../deal/index.ts"),
      import("../../settings/index.ts"),
      import("../../watch/index.ts"),
      import("../../source/index.ts"),
    ]);
    const book = await lateBook(ledger, loadDealKnowledge(), around);
    const settings = await openSettings(location);
    try {
      return await work(createWatching({ ledger, book, settings, allowed, agent: tellingAgent(packageVersion()) }), book);
    } finally {
      await settings.close();
    }
  });
}
