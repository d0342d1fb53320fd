// What a watch told: what changed of a deal with the words that say it, or what older reports changed in sum.
import { Link } from "@tanstack/react-router";
import type { Forms } from "../asking/index.ts";
import { Day, DisputeMark, Mark, StateMark } from "../piece/index.ts";
import { conflictText } from "../shell/index.ts";
import { Moment } from "./moment.tsx";

type Alert = Forms["Alert"];
type Change = Extract<Alert, { readonly kind: "change" }>;
type Digest = Extract<Alert, { readonly kind: "digest" }>;
type Told = Change["told"][number];

interface Card {
  readonly alert: Alert;
  readonly isNew: boolean;
  /** Whether the watch is named; it is not where all are of one. */
  readonly named?: boolean;
}

/** An alert. */
export function AlertCard({ alert, isNew, named = false }: Card) {
  return (
    <article className="alert">
      <header className="row small soft">
        {isNew ? <Mark tone="open" sign="●" text="new" /> : null}
        <Moment iso={alert.at} />
        {named ? (
          <Link to="/watches/$id" params={{ id: alert.watch.id }}>
            {alert.watch.name}
          </Link>
        ) : null}
      </header>
      {alert.kind === "change" ? <ChangeBody alert={alert} /> : null}
      {alert.kind === "digest" ? <DigestBody alert={alert} /> : null}
      {alert.kind === "test" ? <p>A test: nothing changed.</p> : null}
    </article>
  );
}

type Threads = Forms["Threads"];

/** From which states a deal went to which. */
function Move({ before, after }: { readonly before: Threads; readonly after: Threads }) {
  const isMoved = before.state !== after.state || before.dispute !== after.dispute;
  return (
    <span className="row move">
      {isMoved ? (
        <>
          <StateMark state={before.state} />
          <DisputeMark dispute={before.dispute} />
          <span aria-hidden="true">→</span>
          <span className="unseen">became</span>
        </>
      ) : null}
      <StateMark state={after.state} />
      <DisputeMark dispute={after.dispute} />
    </span>
  );
}

function ChangeBody({ alert: { deal, before, after, conflicts, told } }: { readonly alert: Change }) {
  const contradicted = conflictText(conflicts);
  return (
    <>
      <h3>
        <Link to="/deals/$id" params={{ id: deal.id }}>
          {deal.name}
        </Link>
      </h3>
      <Move before={before} after={after} />
      {contradicted === undefined ? null : (
        <p>
          <Mark tone="warn" sign="≠" text={contradicted} />
        </p>
      )}
      {told.map((one) => (
        <ToldWords key={one.claim} told={one} />
      ))}
    </>
  );
}

function ToldWords({ told: { words, sources, document, lapsed, act, claim } }: { readonly told: Told }) {
  const said = sources.map(({ name }) => name).join(", ");
  return (
    <figure className="alert-told">
      <blockquote className="words">{words === "" ? "The words were taken away on request." : `“${words}”`}</blockquote>
      <figcaption className="small soft">
        {lapsed === true ? "The end that this states has passed. " : ""}
        {act}
        {said === "" ? "" : `, said by ${said}`}
        {", in "}
        <Link to="/documents/$id" params={{ id: document.id }} search={{ claim }}>
          {document.heading ?? document.title ?? document.id}
        </Link>
        {", "}
        {document.published === undefined ? "day unknown" : <Day iso={document.published} />}
      </figcaption>
    </figure>
  );
}

function DigestBody({ alert: { lines, more, missed } }: { readonly alert: Digest }) {
  const count = lines.length + more;
  return (
    <>
      <h3>
        {count === 0
          ? "Some changes could not be told"
          : `${count} ${count === 1 ? "deal" : "deals"} changed by older reports, new readings or decisions`}
      </h3>
      <ul className="digest">
        {lines.map(({ root, deal, before, after, conflicts, gone }) => (
          <li key={root} className="row">
            {gone === true ? (
              <span>{deal.name}: no longer told as a deal</span>
            ) : (
              <>
                <Link to="/deals/$id" params={{ id: deal.id }}>
                  {deal.name}
                </Link>
                <Move before={before} after={after} />
                <span className="soft">{conflictText(conflicts)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="soft">And {more} more.</p> : null}
      {missed === true ? <p className="soft">Changes from longer ago than a month are not among these.</p> : null}
    </>
  );
}
