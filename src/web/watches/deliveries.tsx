// What was delivered, with its outcome, and what was given up and can be delivered again.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, TroubleNote } from "../piece/index.ts";
import { useDoing } from "./asking.ts";
import type { Watch } from "./asking.ts";
import { Moment } from "./moment.tsx";
import { isTest, OutcomeMark } from "./outcome.tsx";
import { wayText } from "./ways.tsx";

/** While somebody looks, deliveries go on without the ledger growing. */
const EVERY = 5000;
const SHOWN = 50;

interface Of {
  /** The watches that lines may be of. */
  readonly watches: readonly Watch[];
  /** Of this one alone. */
  readonly of?: Watch;
}

/** Deliveries of a watch, or of all: those given up first. */
export function Deliveries({ watches, of }: Of) {
  return (
    <section className="stack" aria-labelledby="deliveries">
      <h2 id="deliveries">Deliveries</h2>
      <Dead watches={watches} {...(of === undefined ? {} : { of })} />
      <Log watches={watches} {...(of === undefined ? {} : { of })} />
    </section>
  );
}

/** Deliveries that were given up. */
export function useDead(watch?: string) {
  return useQuery({
    queryKey: ["deliveries", "dead", watch],
    queryFn: async ({ signal }) => (await ask<Forms["DeadDeliveries"]>("/deliveries/dead", { query: { watch }, signal })).dead,
    refetchInterval: EVERY,
  });
}

function useReplay() {
  return useDoing(
    async (which: Forms["Replay"]) => ask<Forms["Replayed"]>("/deliveries/replay", { method: "POST", body: which }),
    ({ due }) => `${due} ${due === 1 ? "delivery is" : "deliveries are"} due again`,
  );
}

function Dead({ watches, of }: Of) {
  const { data } = useDead(of?.id);
  const replay = useReplay();
  if (data === undefined || data.length === 0) return null;
  return (
    <div className="note stack" data-tone="bad">
      <div className="row">
        <strong>
          {data.length} {data.length === 1 ? "delivery was" : "deliveries were"} given up
        </strong>
        <button onClick={() => replay.mutate(of === undefined ? {} : { watch: of.id })} disabled={replay.isPending}>
          Deliver all again
        </button>
      </div>
      <ul className="ways">
        {data.slice(0, SHOWN).map((line) => (
          <li key={`${line.alert} ${line.channel}`} className="row">
            <WayName watches={watches} line={line} />
            <span className="small">
              after {line.tries} {line.tries === 1 ? "try" : "tries"}
              {line.status === undefined ? "" : `, HTTP ${line.status}`} <code>{line.code}</code>
            </span>
            <button
              onClick={() => replay.mutate({ alerts: [line.alert], ...(of === undefined ? {} : { watch: of.id }) })}
              disabled={replay.isPending}
            >
              {againText(data.filter(({ alert }) => alert === line.alert).length)}
            </button>
          </li>
        ))}
      </ul>
      {replay.isError ? <TroubleNote error={replay.error} /> : null}
    </div>
  );
}

/** An alert goes again by all ways by which it was given up. */
function againText(ways: number): string {
  return ways === 1 ? "Deliver again" : `Deliver again by all ${ways} ways`;
}

interface Line {
  readonly watch: string;
  readonly channel: string;
  readonly kind: string;
}

function WayName({ watches, line, named = false }: { readonly watches: readonly Watch[]; readonly line: Line; readonly named?: boolean }) {
  const watch = watches.find(({ id }) => id === line.watch);
  const way = watch?.channels.find(({ id }) => id === line.channel);
  return (
    <span>
      {named && watch !== undefined ? (
        <>
          <Link to="/watches/$id" params={{ id: watch.id }}>
            {watch.name}
          </Link>
          {": "}
        </>
      ) : null}
      {way === undefined ? `${line.kind} that was removed` : wayText(way)}
    </span>
  );
}

function Log({ watches, of }: Of) {
  const watch = of?.id;
  const log = useQuery({
    queryKey: ["deliveries", "log", watch],
    queryFn: async ({ signal }) => (await ask<Forms["Tries"]>("/deliveries", { query: { watch, limit: SHOWN }, signal })).tries,
    refetchInterval: EVERY,
  });
  if (log.isPending) return <Bones lines={3} />;
  if (log.isError) return <TroubleNote error={log.error} again={() => void log.refetch()} />;
  if (log.data.length === 0) return <p className="soft">Nothing was sent yet. A test shows whether a way works.</p>;
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">By which way</th>
          <th scope="col">What came of it</th>
          <th scope="col">Try</th>
        </tr>
      </thead>
      <tbody>
        {log.data.map((line) => (
          <tr key={`${line.at} ${line.channel} ${line.alert} ${line.tries}`}>
            <td>
              <Moment iso={line.at} />
            </td>
            <td>
              <WayName watches={watches} line={line} named={of === undefined} />
              {isTest(line.alert) ? " (test)" : ""}
            </td>
            <td>
              <OutcomeMark line={line} />
            </td>
            <td>
              {line.tries} <span className="soft small">{Math.round(line.ms)} ms</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
