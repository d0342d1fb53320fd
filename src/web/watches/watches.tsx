// All watches: what each is about, how it tells, and what it told last; with what is new, and a form for one more.
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Forms } from "../asking/index.ts";
import { Bones, Empty, Mark, Page, TroubleNote } from "../piece/index.ts";
import { alertText, useAlerts, useKeys, useLookedAt } from "../shell/index.ts";
import { draftIn } from "./about.ts";
import { AboutLink } from "./about-link.tsx";
import { AlertCard } from "./alert-card.tsx";
import { useChange, useWatches } from "./asking.ts";
import type { Watch } from "./asking.ts";
import { Deliveries, useDead } from "./deliveries.tsx";
import { Moment } from "./moment.tsx";
import { watchesRoute } from "./route.ts";
import { WatchForm } from "./watch-form.tsx";
import "./watches.css";

/** All watches. */
export function Watches() {
  const asked = watchesRoute.useSearch();
  const navigate = watchesRoute.useNavigate();
  const watches = useWatches();
  const draft = draftIn(asked);
  useKeys(useMemo(() => [{ keys: "n", does: "New watch", run: () => void navigate({ search: { new: "1" } }) }], [navigate]));
  const isMaking = draft !== undefined || asked.new !== undefined;
  return (
    <Page
      title="Watches"
      aside={
        <span className="row screen-only">
          <Link to="/watches" search={{ show: "deliveries" }}>
            Deliveries
          </Link>
          {isMaking ? null : (
            <Link to="/watches" search={{ new: "1" }}>
              New watch
            </Link>
          )}
        </span>
      }
    >
      <div className="stack">
        {isMaking ? <WatchForm key={JSON.stringify(draft)} asked={draft} /> : null}
        <GivenUp />
        {watches.isPending ? <Bones /> : null}
        {watches.isError ? <TroubleNote error={watches.error} again={() => void watches.refetch()} /> : null}
        {watches.data === undefined ? null : <Known watches={watches.data} isMaking={isMaking} show={asked.show} />}
      </div>
    </Page>
  );
}

function GivenUp() {
  const { data } = useDead();
  if (data === undefined || data.length === 0) return null;
  return (
    <p className="note" data-tone="bad">
      {data.length} {data.length === 1 ? "delivery was" : "deliveries were"} given up.{" "}
      <Link to="/watches" search={{ show: "deliveries" }}>
        See which, and deliver them again
      </Link>
    </p>
  );
}

interface KnownProps {
  readonly watches: readonly Watch[];
  readonly isMaking: boolean;
  readonly show: string | undefined;
}

function Known({ watches, isMaking, show }: KnownProps) {
  if (watches.length === 0 && !isMaking)
    return (
      <Empty title="Nothing is watched yet">
        <p>
          A watch tells you when the state of a deal changes, or reports of it begin to contradict each other: here, in this browser, by webhook, mail
          or feed.
        </p>
        <p>
          <Link to="/watches" search={{ new: "1" }}>
            Make the first
          </Link>
          , or open a deal, a party or goods and choose “Watch”.
        </p>
      </Empty>
    );
  return (
    <>
      {watches.length === 0 ? null : <WatchTable watches={watches} />}
      {show === "deliveries" ? <Deliveries watches={watches} /> : null}
      <Latest />
    </>
  );
}

function WatchTable({ watches }: { readonly watches: readonly Watch[] }) {
  const { data: alerts = [] } = useAlerts();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">Watch</th>
          <th scope="col">On</th>
          <th scope="col">Tells by</th>
          <th scope="col">Told last</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {watches.map((watch) => (
          <WatchRow key={watch.id} watch={watch} last={alerts.find((alert) => alert.watch.id === watch.id)} />
        ))}
      </tbody>
    </table>
  );
}

const KINDS = { webhook: "webhook", email: "mail", push: "browser" } as const;

function WatchRow({ watch, last }: { readonly watch: Watch; readonly last: Forms["Alert"] | undefined }) {
  const { id, name, about, channels, paused = false } = watch;
  const change = useChange(id);
  const kinds = [...new Set(channels.map(({ kind }) => KINDS[kind]))];
  return (
    <tr>
      <th scope="row">
        <Link to="/watches/$id" params={{ id }}>
          {name}
        </Link>
      </th>
      <td>
        <AboutLink about={about} />
      </td>
      <td>{[...kinds, "feed"].join(", ")}</td>
      <td>
        {last === undefined ? (
          <span className="soft">nothing of late</span>
        ) : (
          <>
            <Moment iso={last.at} /> <span className="small">{alertText(last)}</span>
          </>
        )}
      </td>
      <td>
        <span className="row">
          {paused ? <Mark tone="warn" sign="Ⅱ" text="paused" /> : <Mark tone="good" sign="●" text="on" />}
          <button
            className="screen-only"
            onClick={() => change.mutate({ paused: !paused })}
            disabled={change.isPending}
            aria-label={`${paused ? "Go on" : "Pause"}: ${name}`}
          >
            {paused ? "Go on" : "Pause"}
          </button>
        </span>
        {change.isError ? <TroubleNote error={change.error} /> : null}
      </td>
    </tr>
  );
}

const SHOWN = 10;

/** What watches told last; what nobody has seen yet counts as seen once it was shown here. */
function Latest() {
  const { data } = useAlerts();
  const fresh = useLookedAt(data);
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="latest">
      <h2 id="latest">Told last</h2>
      {data.slice(0, Math.max(SHOWN, fresh.size)).map((alert) => (
        <AlertCard key={alert.id} alert={alert} isNew={fresh.has(alert.id)} named />
      ))}
    </section>
  );
}
