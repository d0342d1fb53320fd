// A page about one deal, to print and to cite. Both days and the policy are fixed in its address, and the head of the chain says of which ledger it
// tells, so that whoever opens it later reads the same or can show that it is another.
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { intervalText, sinceText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, counted, Day, dayText, DisputeMark, Page, StateMark, stateText, TroubleNote } from "../piece/index.ts";
import { STATUS } from "../shell/index.ts";
import { dealQuestion, originsIn, useOrigins } from "./asked.ts";
import type { Days } from "./asked.ts";
import { policyText } from "./conflicts.tsx";
import { DossierClaims } from "./dossier-claims.tsx";
import { DossierConflicts } from "./dossier-conflicts.tsx";
import { isDay } from "./moment.ts";
import { oneHead } from "./one-head.ts";
import { daysSaid, reportName } from "./telling.tsx";
import { unknownsOf } from "./unknown.ts";
import "./deal.css";
import "./dossier.css";

const route = getRouteApi("/deals/$id/dossier");

/** Today where the reader is, as ISO writes it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** A page about one deal, to print and to cite. */
export function Dossier() {
  const { id } = route.useParams();
  const { asOf = today(), known = today(), policy = "most-recent" } = route.useSearch();
  const navigate = route.useNavigate();
  useEffect(() => {
    void navigate({ search: { asOf, known, policy }, replace: true });
  }, [navigate, asOf, known, policy]);
  const days = { asOf, known, policy };
  const { data, error, isError, isFetching, refetch } = useHeaded(id, days);
  if ((isError && !isFetching) || !isDay(asOf) || !isDay(known))
    return (
      <Page title="A dossier">
        <TroubleNote error={error ?? new Error("a day in the address is no day of the calendar")} again={() => void refetch()} />
      </Page>
    );
  // While the ledger grows the sheet is held back: whoever prints it then would cite a head that is already past.
  if (data === undefined || isFetching)
    return (
      <Page title="A dossier">
        <Bones lines={12} label="Loading the dossier" />
      </Page>
    );
  const { answer, status } = data;
  return <Sheet {...answer} status={status} days={days} />;
}

/** The deal at these days and the whole of it, with the head that both were made from. */
function useHeaded(id: string, days: Fixed) {
  return useQuery({
    queryKey: ["deals", id, "dossier", days],
    queryFn: async ({ signal }) => {
      const dealAt = async (at: Days): Promise<Forms["Deal"]> => dealQuestion(id, at).queryFn({ signal });
      return oneHead({
        status: async () => STATUS.queryFn({ signal }),
        answer: async () => {
          const [deal, whole] = await Promise.all([dealAt(days), dealAt({})]);
          return { deal, whole };
        },
      });
    },
  });
}

/** The days and the policy of a dossier. */
interface Fixed {
  readonly asOf: string;
  readonly known: string;
  readonly policy: string;
}

interface SheetProps {
  readonly deal: Forms["Deal"];
  readonly whole: Forms["Deal"];
  readonly status: Forms["Status"];
  readonly days: Fixed;
}

function Sheet({ deal, whole, status, days }: SheetProps) {
  const documents = documentsOf(deal);
  const numbers = new Map(documents.map(({ id }, at) => [id, at + 1]));
  return (
    <Page title={deal.name} aside={<Tools id={deal.id} days={days} />}>
      <article className="dossier">
        <p className="soft">
          Dossier of a deal ({deal.kind}), made by Pacta on <Day iso={today()} />
        </p>
        <Summary deal={deal} days={days} />
        <Citation deal={deal} status={status} days={days} />
        <DossierClaims deal={deal} numbers={numbers} />
        <DossierConflicts deal={deal} life={whole.life} numbers={numbers} policy={policyText(days.policy)} />
        <Unknowns deal={deal} whole={whole} days={days} />
        <Reports documents={documents} />
      </article>
    </Page>
  );
}

function Tools({ id, days }: { readonly id: string; readonly days: Fixed }) {
  return (
    <div className="row screen-only">
      <button className="main" onClick={() => window.print()}>
        Print, or save as PDF
      </button>
      <Link to="/deals/$id" params={{ id }} search={days}>
        Back to the deal
      </Link>
    </div>
  );
}

function Summary({ deal, days: { asOf, known } }: Pick<SheetProps, "deal" | "days">) {
  const { parties, object, items, state, dispute, since, validity, documents, claims } = deal;
  const origins = originsIn(documents, useOrigins(documents));
  return (
    <section aria-labelledby="stood">
      <h2 id="stood">
        How it stood on {dayText(asOf)}, by what was published by {dayText(known)}
      </h2>
      <p className="row">
        <StateMark state={state} /> <DisputeMark dispute={dispute} />
      </p>
      <p>
        {state === "none" ? "Nothing says that it was agreed" : `${stateText(state)}, ${daysSaid(sinceText(since))}`}
        {dispute === "none" ? "; no dispute is told" : `; a dispute over it: ${dispute}`}.
      </p>
      <ul>
        <li>Parties: {parties.map(({ id, name }) => (id === null ? name : `${name} (${id})`)).join(", ") || "not told"}</li>
        {object === null ? null : <li>Object: {object}</li>}
        {items.length === 0 ? null : <li>Goods: {items.join(", ")}</li>}
        {validity.length === 0 ? null : <li>Holds {daysSaid(validity.map(intervalText).join("; "))}</li>}
        {deal.replaces === undefined ? null : <li>Replaces {deal.replaces}</li>}
        {deal.replacedBy === undefined ? null : <li>Replaced by {deal.replacedBy.join(", ")}</li>}
        <li>
          Told by {counted(claims.length, "claim")} of {counted(documents.length, "report")}
          {origins === undefined ? "" : ` of ${counted(origins, "origin")}`}
        </li>
      </ul>
    </section>
  );
}

function Citation({ deal, status: { version, ledger }, days }: Pick<SheetProps, "deal" | "status" | "days">) {
  const { asOf, known, policy } = days;
  const address = `${window.location.origin}/deals/${encodeURIComponent(deal.id)}/dossier?${new URLSearchParams({ ...days }).toString()}`;
  return (
    <section aria-labelledby="cite" className="cite">
      <h2 id="cite">How to cite</h2>
      <p>
        “{deal.name}”, {deal.id}, as of {asOf}, known by {known}, conflicts by {policy}. Pacta {version}, ledger entry {ledger.seq}, head{" "}
        <code>{ledger.hash}</code>. Made {today()}. <a href={address}>{address}</a>
      </p>
      <p className="small soft">
        Whoever has the ledger checks it by <code>pacta verify --head {ledger.hash}</code>, and reads the same by{" "}
        <code>
          pacta deal {deal.id} --as-of {asOf} --known {known} --policy {policy}
        </code>
        .
      </p>
    </section>
  );
}

function Unknowns({ deal, whole, days }: Pick<SheetProps, "deal" | "whole" | "days">) {
  const unknowns = unknownsOf(deal, whole, days);
  return (
    <section aria-labelledby="unknown">
      <h2 id="unknown">What is not known</h2>
      <ul>
        {unknowns.map((one) => (
          <li key={one}>{one}</li>
        ))}
        <li>What no report in this ledger tells.</li>
      </ul>
    </section>
  );
}

type Report = Forms["LifeRow"]["document"];

/** The reports of a life in its order, each once. */
function documentsOf({ life }: Forms["Deal"]): readonly Report[] {
  return [...new Map(life.map(({ document }) => [document.id, document])).values()];
}

function Reports({ documents }: { readonly documents: readonly Report[] }) {
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">Reports</h2>
      <ol className="reports">
        {documents.map((document, at) => (
          <li key={document.id} id={`report-${at + 1}`}>
            {reportName(document)}, {document.published === undefined ? "day unknown" : <Day iso={document.published} />}.{" "}
            {document.url !== undefined && /^https?:\/\//.test(document.url) ? (
              <a href={document.url} rel="noreferrer noopener">
                {document.url}
              </a>
            ) : null}{" "}
            <code className="small">{document.id}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
