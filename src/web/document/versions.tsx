// Two versions of a document compared: which words came and went, and which claims stand in which.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Forms } from "../asking/index.ts";
import { ActWord, Bones, TroubleNote } from "../piece/index.ts";
import { partiesText } from "../../phrasing/index.ts";
import { documentAsked } from "../bench/index.ts";
import { readAsked, readOf } from "./asked.ts";
import { claimsInBoth, wordChanges } from "./compare.ts";
import type { Change } from "./compare.ts";

interface Two {
  readonly id: string;
  readonly older: number;
  readonly newer: number;
  readonly standing: Forms["Standing"] | undefined;
}

/** Two versions of a document. */
export default function Versions({ id, older, newer, standing }: Two) {
  const [before, after] = [useQuery(documentAsked(id, older)), useQuery(documentAsked(id, newer))];
  const read = useQuery(readAsked(id));
  const failed = [before, after, read].filter(({ data, error }) => data === undefined && error !== null);
  const changes = useMemo(
    () => (before.data === undefined || after.data === undefined ? undefined : wordChanges(before.data.text, after.data.text)),
    [before.data, after.data],
  );
  if (failed[0] !== undefined)
    return <TroubleNote error={failed[0].error} again={() => void Promise.all(failed.map(async ({ refetch }) => refetch()))} />;
  if (changes === undefined || read.data === undefined) return <Bones lines={8} />;
  const claimsOf = (version: number) => (standing?.version === version ? standing.claims.map(({ claim }) => claim) : readOf(read.data, version));
  return (
    <div className="stack">
      <section aria-label="Words that changed" className="stack">
        <h2>
          Words of version {older} and version {newer}
        </h2>
        <p className="small soft">
          <del>Struck through</del> stands only in version {older}, <ins>underlined</ins> only in version {newer}.
          {changes.isByLine ? " The versions differ so much that they are compared line by line." : ""}
        </p>
        <Changes changes={changes.changes} />
      </section>
      <ClaimTable id={id} older={older} newer={newer} rows={claimsInBoth(claimsOf(older), claimsOf(newer))} />
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.every(({ is }) => is === "same")) return <p>No word was changed.</p>;
  return (
    <div className="text words compared" dir="auto">
      {changes.map(({ at, is, words }) => {
        if (is === "added") return <ins key={at}>{words}</ins>;
        if (is === "removed") return <del key={at}>{words}</del>;
        return <span key={at}>{words}</span>;
      })}
    </div>
  );
}

interface Table {
  readonly id: string;
  readonly older: number;
  readonly newer: number;
  readonly rows: ReturnType<typeof claimsInBoth>;
}

function ClaimTable({ id, older, newer, rows }: Table) {
  const link = (version: number, claim: Forms["Claim"] | undefined) =>
    claim === undefined ? (
      "no"
    ) : (
      <Link to="/documents/$id" params={{ id }} search={{ version: String(version), claim: claim.id }}>
        yes
      </Link>
    );
  return (
    <section aria-label="Claims of both versions">
      <h2>Claims</h2>
      {/* A table that is wider than the window scrolls by itself, by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="wide" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Words</th>
              <th scope="col">In version {older}</th>
              <th scope="col">In version {newer}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ claim, before, after }) => (
              <tr key={claim.id}>
                <td>
                  <ActWord {...claim} /> {partiesText(claim)}
                </td>
                <td className="words">{claim.evidence.quote}</td>
                <td>{link(older, before)}</td>
                <td>{link(newer, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
