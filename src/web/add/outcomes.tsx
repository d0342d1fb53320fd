// What came of each document of a job: what was read, with the deals that it is told in, and what could not be, with what to do about it.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { DealList, Mark } from "../piece/index.ts";
import { useStatus } from "../shell/index.ts";
import { isEnded } from "./follow.ts";
import type { Job } from "./follow.ts";

const SHOWN = 20;

/** What came of the documents so far, failures first. */
export function Outcomes({ job }: { readonly job: Job }) {
  return (
    <>
      <Failures job={job} />
      <Read job={job} />
    </>
  );
}

function Failures({ job: { errors, failures } }: { readonly job: Job }) {
  if (errors.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="What went wrong">
      {errors.map(({ code, what, remedy, source }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same may happen to two documents
        <li key={at} className="note" data-tone="bad">
          {source === undefined ? null : <strong className="name">{source.replace(/^\d+\//, "")}: </strong>}
          {/[.!?]\)?$/.test(what) ? what : `${what}.`} <span className="soft">{remedy === undefined ? "" : `${remedy}. `}</span>
          <code>{code}</code>
        </li>
      ))}
      {failures > errors.length ? <li className="soft">and {failures - errors.length} more that could not be read</li> : null}
    </ul>
  );
}

/** The headings of the documents that came last, by id. */
function useHeadings(isAsked: boolean): ReadonlyMap<string, string> {
  const found = useQuery({
    queryKey: ["documents", "headings"],
    queryFn: async ({ signal }) => ask<Forms["DocumentPage"]>("/documents", { query: { limit: 1000 }, signal }),
    enabled: isAsked,
  });
  return useMemo(
    () => new Map((found.data?.documents ?? []).flatMap(({ id, heading }) => (heading === undefined ? [] : [[id, heading]]))),
    [found.data],
  );
}

function Read({ job }: { readonly job: Job }) {
  const [most, setMost] = useState(SHOWN);
  const { read, unchanged = [], documents } = job;
  const headings = useHeadings(read.length > 0);
  if (read.length === 0) return null;
  return (
    <div className="stack">
      <ul className="plain-list" aria-label="What was read">
        {read.slice(0, most).map((id) => (
          <ReadDocument key={id} id={id} heading={headings.get(id)} isUnchanged={unchanged.includes(id)} isEnded={isEnded(job)} />
        ))}
      </ul>
      {read.length > most ? (
        <div>
          <button onClick={() => setMost(most + 5 * SHOWN)}>Show more of {read.length}</button>
        </div>
      ) : null}
      {documents > read.length && read.length >= 1000 ? <p className="soft">The first {read.length} documents are listed.</p> : null}
    </div>
  );
}

interface ReadProps {
  readonly id: string;
  readonly heading: string | undefined;
  readonly isUnchanged: boolean;
  readonly isEnded: boolean;
}

function ReadDocument({ id, heading, isUnchanged, isEnded }: ReadProps) {
  return (
    <li className="read-document">
      <span className="row">
        {isUnchanged ? <Mark tone="quiet" sign="=" text="unchanged" /> : <Mark tone="good" sign="✓" text="read" />}
        <Link to="/documents/$id" params={{ id }} className="name">
          {heading ?? shortId(id)}
        </Link>
        {isEnded ? <CopyOf id={id} /> : null}
      </span>
      {isEnded ? <Deals id={id} /> : null}
    </li>
  );
}

/** A text without a title is named by its hash: nobody reads all of it. */
function shortId(id: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(id) ? `a text without a title (${id.slice(0, 19)}…)` : id;
}

function CopyOf({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: ["documents", id, "copies"],
    queryFn: async ({ signal }) => ask<Forms["Cluster"]>(pathOf("documents", id, "copies"), { signal }),
  });
  if (data === undefined || data.origin === id || data.members.length < 2) return null;
  return (
    <span className="small">
      a copy of{" "}
      <Link to="/documents/$id" params={{ id: data.origin }}>
        {shortId(data.origin)}
      </Link>
    </span>
  );
}

function Deals({ id }: { readonly id: string }) {
  const query = { document: id, limit: 6 };
  const { data } = useQuery({ queryKey: ["deals", query], queryFn: async ({ signal }) => ask<Forms["DealPage"]>("/deals", { query, signal }) });
  const behind = useStatus().data?.book.behind ?? 0;
  if (data === undefined) return null;
  // What was just read may not be in the book of deals yet; once it is, this is asked anew.
  if (data.deals.length === 0 && behind > 0) return <p className="soft small">Its deals are being looked for.</p>;
  if (data.deals.length === 0) return <p className="soft small">It tells of no deal.</p>;
  return <DealList deals={data.deals} />;
}
