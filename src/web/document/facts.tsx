// Where a document comes from: its day and how that is known, its address, its copies, its readings, its versions.
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { dayBasisText } from "../evidence/index.ts";
import { Day, Fact } from "../piece/index.ts";
import { idText } from "../../phrasing/index.ts";
import { copiesAsked, dealsAsked, followable, readingsAsked } from "./asked.ts";

interface About {
  readonly document: Forms["Document"];
  readonly newest: number;
  readonly beside: number | undefined;
}

/** What is known of a document besides its text. */
export function Facts({ document, newest, beside }: About) {
  const { published, modified, byline, dek, url, language, origin, sources } = document;
  const href = followable(url);
  return (
    <header className="facts">
      {dek === undefined ? null : <p className="words facts-dek">{dek}</p>}
      <dl>
        {byline === undefined ? null : <Fact name="By">{byline}</Fact>}
        <Fact name="Published">{published === undefined ? "day unknown" : <DayOf {...published} />}</Fact>
        {modified === undefined ? null : (
          <Fact name="Changed">
            <DayOf {...modified} />
          </Fact>
        )}
        {url === undefined ? null : (
          <Fact name="Address">
            {href === undefined ? (
              url
            ) : (
              <a href={href} rel="noreferrer noopener" target="_blank">
                {url}
              </a>
            )}
          </Fact>
        )}
        {origin === undefined ? null : <Fact name="First published">{`by ${origin.outlet ?? origin.url ?? "another"}, it says`}</Fact>}
        {sources.length === 0 ? null : <Fact name="Cites">{sources.join(", ")}</Fact>}
        {language === undefined ? null : <Fact name="Language">{language}</Fact>}
        <Copies id={document.id} />
        <Deals id={document.id} />
        <Readings id={document.id} version={document.version} />
        <Fact name="Id">
          <code title={document.id}>{idText(document.id)}</code>
        </Fact>
      </dl>
      {newest > 1 ? <VersionLinks document={document} newest={newest} beside={beside} /> : null}
    </header>
  );
}

function DayOf({ day, basis }: { readonly day: string; readonly basis: string }) {
  return (
    <>
      <Day iso={day} /> <span className="soft">({dayBasisText(basis)})</span>
    </>
  );
}

interface Lacked {
  readonly name: string;
  readonly asked: Pick<UseQueryResult, "data" | "error" | "refetch">;
}

/** That a fact could not be asked for. Of what there is none (404) nothing is said. */
function Lacking({ name, asked: { data, error, refetch } }: Lacked) {
  if (data !== undefined || error === null || (error instanceof Trouble && error.status === 404)) return null;
  return (
    <Fact name={name}>
      could not be loaded: {error.message}{" "}
      <button className="plain small" onClick={() => void refetch()}>
        Try again
      </button>
    </Fact>
  );
}

function Copies({ id }: { readonly id: string }) {
  const asked = useQuery(copiesAsked(id));
  const { data } = asked;
  if (data === undefined) return <Lacking name="Copies" asked={asked} />;
  if (data.members.length < 2) return null;
  return (
    <Fact name="Copies">
      {data.members.length} documents, one origin:{" "}
      {data.members.map((member, n) => (
        <span key={member}>
          {n === 0 ? "" : ", "}
          {member === id ? (
            "this one"
          ) : (
            <Link to="/documents/$id" params={{ id: member }}>
              {idText(member)}
            </Link>
          )}
          {member === data.origin ? " (the origin)" : ""}
        </span>
      ))}
    </Fact>
  );
}

function Deals({ id }: { readonly id: string }) {
  const asked = useQuery(dealsAsked(id));
  const { data } = asked;
  if (data === undefined) return <Lacking name="Deals" asked={asked} />;
  if (data.deals.length === 0) return null;
  return (
    <Fact name="Deals">
      {data.deals.map((deal, n) => (
        <span key={deal.id}>
          {n === 0 ? "" : ", "}
          <Link to="/deals/$id" params={{ id: deal.id }}>
            {deal.name}
          </Link>
        </span>
      ))}
      {data.next === undefined ? "" : " and more"}
    </Fact>
  );
}

function Readings({ id, version }: { readonly id: string; readonly version: number }) {
  const asked = useQuery(readingsAsked(id));
  if (asked.data === undefined) return <Lacking name="Read" asked={asked} />;
  const own = asked.data.readings.filter((one) => one.version === version);
  const [newest] = own;
  if (newest === undefined) return null;
  return (
    <Fact name="Read">
      <Day iso={newest.at} /> by <code>{newest.reader}</code>
      {own.length > 1 ? `, ${own.length} times` : ""}
    </Fact>
  );
}

function VersionLinks({ document, newest, beside }: About) {
  const { id, version } = document;
  const all = Array.from({ length: Math.min(newest, MOST) }, (_, n) => newest - n);
  return (
    <nav aria-label="Versions" className="row screen-only">
      <span className="soft">
        Version {version} of {newest}
      </span>
      {all.map((one) => (
        <Link key={one} to="/documents/$id" params={{ id }} search={{ version: String(one) }} aria-current={one === version && beside === undefined}>
          {one}
        </Link>
      ))}
      {all
        .filter((one) => one !== version)
        .map((one) => (
          <Link
            key={`with ${one}`}
            to="/documents/$id"
            params={{ id }}
            search={{ version: String(version), with: String(one) }}
            aria-current={one === beside}
          >
            compare with {one}
          </Link>
        ))}
    </nav>
  );
}

/** Versions that are linked to. */
const MOST = 20;
