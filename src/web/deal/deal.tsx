// Where one deal lies, at a pair of days: its life on both axes, and below that what is told, by whom, and who says otherwise.
import { getRouteApi, Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { ask, pathOf, Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, DisputeMark, Empty, Page, StateMark, TroubleNote } from "../piece/index.ts";
import { short } from "../../phrasing/index.ts";
import { Around } from "./around.tsx";
import { useDeal, useFollowed, useOrigins } from "./asked.ts";
import { Claims } from "./claims.tsx";
import { Conflicts } from "./conflicts.tsx";
import type { Pin } from "./conflicts.tsx";
import { DayChoice, Stood } from "./days.tsx";
import type { Course } from "./days.tsx";
import { Decided } from "./decided.tsx";
import { useDeciding } from "./decide.ts";
import type { Deciding } from "./decide.ts";
import { DeliveriesPart, RowList } from "./deliveries.tsx";
import { Facts } from "./facts.tsx";
import { Join } from "./join.tsx";
import { axisOf, knownStops, validStops } from "./moment.ts";
import { MoneyPart } from "./money.tsx";
import { useMoments } from "./moments.ts";
import type { Moments } from "./moments.ts";
import { Split } from "./split.tsx";
import "./deal.css";

const route = getRouteApi("/deals/$id");

const Picture = lazy(async () => ({ default: (await import("./picture.tsx")).Picture }));

/** Where one deal lies, at a pair of days. */
export function DealView() {
  const { id } = route.useParams();
  const moments = useMoments();
  const deciding = useDeciding();
  const whole = useDeal(id, {});
  useFollowed(whole.data);
  const deal = useDeal(id, moments.asked);
  const navigate = route.useNavigate();
  const named = whole.data?.id;
  // The beginning of an id leads here as well; what is sent to others is all of it.
  useEffect(() => {
    if (named !== undefined && named !== id) void navigate({ params: { id: named }, search: (before) => before, replace: true });
  }, [named, id, navigate]);
  const failed = [whole, deal].find(({ isError, data }) => isError && (data === undefined || isError));
  if (failed?.error instanceof Trouble && failed.error.status === 404) return <NoDeal id={id} error={failed.error} deciding={deciding} />;
  if (whole.data === undefined || deal.data === undefined)
    return (
      <Page title="A deal">
        {failed === undefined ? <Bones lines={10} label="Loading the deal" /> : <Failed error={failed.error} again={() => void failed.refetch()} />}
      </Page>
    );
  return (
    <Life key={whole.data.id} whole={whole.data} deal={deal.data} moments={moments} deciding={deciding} isAwaited={deal.isPlaceholderData}>
      {failed === undefined ? null : <Failed error={failed.error} again={() => void failed.refetch()} />}
    </Life>
  );
}

interface LifeProps {
  readonly whole: Forms["Deal"];
  readonly deal: Forms["Deal"];
  readonly moments: Moments;
  readonly deciding: Deciding;
  readonly isAwaited: boolean;
  readonly children: React.ReactNode;
}

function Life({ whole, deal, moments, deciding, isAwaited, children }: LifeProps) {
  const [split, setSplit] = useState<string>();
  const origins = useOrigins(whole.documents);
  const course = useMemo(() => courseOf(whole.life), [whole.life]);
  const pin = usePin(deciding);
  return (
    <Page title={deal.name} aside={<Aside deal={whole} at={deal} deciding={deciding} moments={moments} split={() => setSplit("")} />}>
      <div className="stack deal" aria-busy={isAwaited}>
        <LastDecided deciding={deciding} />
        {children}
        <FactsOnce deal={deal} days={moments.asked} />
        <section aria-labelledby="life" className="sheet life">
          <h2 id="life">Its life on both axes</h2>
          {course === undefined ? null : <DayChoice course={course} moments={moments} />}
          <Stood deal={deal} days={moments.asked} isAwaited={isAwaited} />
          {course === undefined ? (
            <p className="soft">No day is told of it.</p>
          ) : (
            <Suspense fallback={<Bones lines={6} label="Drawing" />}>
              <Picture whole={whole} axis={course.axis} moments={moments} />
            </Suspense>
          )}
        </section>
        <ConflictsOnce deal={deal} life={whole.life} pin={pin} />
        <PartsOnce deal={deal} origins={origins} split={setSplit} deciding={deciding} />
      </div>
      {split === undefined ? null : <Split deal={whole} claim={split} deciding={deciding} close={() => setSplit(undefined)} />}
    </Page>
  );
}

/** The days between which one can move; undefined where none is told. */
function courseOf(life: Forms["Deal"]["life"]): Course | undefined {
  const axis = axisOf(life);
  return axis === undefined ? undefined : { axis, valid: validStops(life), known: knownStops(life) };
}

function usePin({ decide }: Deciding): Pin {
  return useCallback(
    (slot, { id, document, words }) =>
      void decide({ type: "pin", claims: [{ claim: id, document }], slot, done: `“${short(words, 60)}” is shown first` }),
    [decide],
  );
}

interface PartsProps {
  readonly deal: Forms["Deal"];
  readonly origins: ReturnType<typeof useOrigins>;
  readonly split: (claim: string) => void;
  readonly deciding: Deciding;
}

function Parts({ deal, origins, split, deciding }: PartsProps) {
  const touching = deal.life.filter(({ part }) => part === "touches");
  return (
    <div className="deal-columns">
      <Claims deal={deal} origins={origins} split={split} />
      <div className="stack deal-side">
        <DeliveriesPart deal={deal} />
        <MoneyPart life={deal.life} />
        {touching.length === 0 ? null : (
          <section aria-labelledby="touching" className="sheet">
            <h2 id="touching">Restrictions that touch it</h2>
            <RowList title={touching.length === 1 ? "One claim" : `${touching.length} claims`} rows={touching} />
          </section>
        )}
        <Decided deal={deal} deciding={deciding} />
        <Around deal={deal} />
      </div>
    </div>
  );
}

// While somebody drags a day the page is told of each that is passed; what these show changes only with the deal.
const [FactsOnce, ConflictsOnce, PartsOnce] = [memo(Facts), memo(Conflicts), memo(Parts)];

interface AsideProps {
  readonly deal: Forms["Deal"];
  /** The same at the days that are looked at. */
  readonly at: Forms["Deal"];
  readonly deciding: Deciding;
  readonly moments: Moments;
  readonly split: () => void;
}

/** Beside the title: where the deal stood on the days, and what can be done with it. */
function Aside({ deal, at, deciding, moments, split }: AsideProps) {
  const [isJoining, setJoining] = useState(false);
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const joined = async (other: string): Promise<void> => {
    setJoining(false);
    // Of two that are one the id of the older stays.
    const stands = await ask(pathOf("deals", deal.id)).then(
      () => true,
      // Whatever else fails says nothing of whether it stands.
      (thrown: unknown) => !(thrown instanceof Trouble && thrown.status === 404),
    );
    if (!stands) await navigate({ params: { id: other }, search: {} });
    await client.invalidateQueries();
  };
  return (
    <div className="row screen-only">
      {at.claims.length === 0 ? null : <StateMark state={at.state} />}
      <DisputeMark dispute={at.dispute} />
      <Link to="/deals/$id/dossier" params={{ id: deal.id }} search={searchOf(moments)}>
        Dossier to print and cite
      </Link>
      <Link to="/watches" search={{ deal: deal.id }}>
        Watch it
      </Link>
      <button onClick={() => setJoining(true)}>Join with another deal …</button>
      <button onClick={split}>Split a claim off …</button>
      {isJoining ? <Join deal={deal} deciding={deciding} close={() => setJoining(false)} joined={(other) => void joined(other)} /> : null}
    </div>
  );
}

function searchOf({ asked: { asOf, known, policy } }: Moments) {
  return { ...(asOf === undefined ? {} : { asOf }), ...(known === undefined ? {} : { known }), ...(policy === undefined ? {} : { policy }) };
}

/** What was just decided, with a way back; or why it was not. */
function LastDecided({ deciding: { last, undo, error, isBusy, forget } }: { readonly deciding: Deciding }) {
  if (error !== null)
    return (
      <div className="stack">
        <TroubleNote error={error} />
        <div>
          <button onClick={forget}>Close</button>
        </div>
      </div>
    );
  if (last === undefined) return null;
  return (
    <div className="note row" data-tone="warn">
      <p>
        {last.words}. <span className="soft">Entry {last.seq}.</span>
      </p>
      <button disabled={isBusy} onClick={() => void undo(last)}>
        Take it back
      </button>
      <button className="plain" onClick={forget}>
        Close
      </button>
    </div>
  );
}

function Failed({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  return (
    <div className="stack">
      <TroubleNote error={error} again={again} />
      <p>
        <Link from="/deals/$id" to="/deals/$id" search={{}}>
          Look at it on no particular day
        </Link>
      </p>
    </div>
  );
}

function NoDeal({ id, error, deciding }: { readonly id: string; readonly error: Trouble; readonly deciding: Deciding }) {
  const meant = [...new Set(error.remedy.match(/deal-[\w-]*\w/g))];
  return (
    <Page title="No such deal">
      <div className="stack">
        <LastDecided deciding={deciding} />
        <Empty title={`The ledger has no deal “${id}”`}>
          {meant.length === 0 ? null : (
            <>
              <p>Was one of these meant?</p>
              <ul className="plain-list">
                {meant.map((other) => (
                  <li key={other}>
                    <Link to="/deals/$id" params={{ id: other }}>
                      {other}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            Ids change where claims are joined or split, or what is told first changes. <Link to="/deals">All deals</Link>
          </p>
        </Empty>
      </div>
    </Page>
  );
}
