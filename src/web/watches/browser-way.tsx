// Notifications of this browser for a watch: turned on by a click, and what to do where they cannot be.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TroubleNote } from "../piece/index.ts";
import type { Watch } from "./asking.ts";
import { useDoing } from "./asking.ts";
import { addThisBrowser, PushRefused, pushState, wayHere } from "./push.ts";
import type { PushState } from "./push.ts";

const WHY_NOT: Readonly<Record<Exclude<PushState, "ready">, string>> = {
  insecure:
    "Browsers show notifications only for pages that came over https or from this machine itself (http://127.0.0.1 or http://localhost). Put a proxy with TLS before the server, or open the desk on the machine that it runs on.",
  none: "This browser has no push notifications (a private window may have none either). Use a webhook, mail or the feed.",
  blocked: "Notifications of this site are blocked in this browser. Allow them beside the address, and load the page again.",
};

/** Whether this browser shows notifications of a watch, and a button that makes it do so. */
export function BrowserWay({ watch }: { readonly watch: Watch }) {
  const ways = watch.channels.filter(({ kind }) => kind === "push").map(({ id }) => id);
  const here = useQuery({ queryKey: ["push", watch.id, ways], queryFn: async () => (await wayHere(ways)) ?? null });
  const client = useQueryClient();
  const add = useDoing(
    async () => addThisBrowser(watch.id, ways),
    () => "This browser shows notifications of the watch",
  );
  const state = pushState();
  if (state !== "ready") return <p className="note small">{WHY_NOT[state]}</p>;
  if (here.data?.isGood === true) return <p className="soft small">This browser shows its notifications.</p>;
  return (
    <div className="stack">
      <div className="row">
        <button
          onClick={() => add.mutate(undefined, { onSettled: () => void client.invalidateQueries({ queryKey: ["push"] }) })}
          disabled={add.isPending}
        >
          {here.data?.isGood === false ? "Subscribe this browser again" : "Notify me in this browser"}
        </button>
        <span className="soft small">The browser asks whether it may.</span>
      </div>
      {here.data?.isGood === false ? (
        <p className="note small">This browser was subscribed, and is no longer: what is sent to it does not arrive.</p>
      ) : null}
      {add.isError ? <Refused error={add.error} /> : null}
    </div>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  if (!(error instanceof PushRefused)) return <TroubleNote error={error} />;
  return (
    <p className="note" data-tone="bad" role="alert">
      {error.message}
    </p>
  );
}
