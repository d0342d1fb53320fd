// `pacta feeds remove`: what was read of a feed stays in the ledger.
import { PactaError } from "../../error.ts";
import type { Settings } from "../../settings/index.ts";
import { command, ledgerArg } from "../command.ts";
import { errorLine } from "../error-line.ts";
import { EXIT } from "../exit.ts";
import { nearest } from "../nearest.ts";
import { withSettings } from "../open.ts";

/** `pacta feeds remove`. */
export const remove = command({
  args: {
    url: { type: "positional", valueHint: "...", description: "addresses of feeds, as pacta feeds prints them" },
    ledger: ledgerArg,
  },
  examples: ["pacta feeds remove https://news.example/feed"],
  run: async ({ _: addresses, ledger }, { env, out, err }) =>
    withSettings(ledger, env, async (settings) => {
      let failed = 0;
      for (const address of addresses) {
        const id = await idOf(address, settings);
        if (id instanceof PactaError) {
          failed += 1;
          await err.write(errorLine(id));
          continue;
        }
        await settings.feeds.remove(id);
        await settings.seen.remove(id);
        await out.write(`${id} is followed no more; what was read of it stays in the ledger\n`);
      }
      return failed === 0 ? EXIT.ok : EXIT.failed;
    }),
});

/** The feed that an address means: its own, or one that it had before it moved. */
export async function idOf(address: string, { feeds }: Pick<Settings, "feeds">): Promise<string | PactaError> {
  const all = await feeds.list();
  const written = URL.parse(address)?.href ?? address;
  const found = all.find(({ id }) => id === address || id === written) ?? all.find(({ was = [] }) => was.includes(written));
  if (found !== undefined) return found.id;
  const meant = nearest(
    address,
    all.map(({ id }) => id),
  );
  return new PactaError(
    "PACTA_FEED_UNKNOWN",
    `no feed is followed at ${address}`,
    meant === undefined ? "pacta feeds lists them" : `Did you mean ${meant}?`,
  );
}
