// One document: its text with the claims that stand in it, what was not claimed, where it comes from, and its versions.
import { useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bench, standingAsked, useSitting } from "../bench/index.ts";
import type { DealNamed } from "../bench/index.ts";
import { Bones, Empty, Page, TroubleNote } from "../piece/index.ts";
import { useStatus } from "../shell/index.ts";
import { claimsOfDeal, dealsAsked, documentAsked, readAsked, readOf, titleOf } from "./asked.ts";
import { Facts } from "./facts.tsx";
import { documentRoute } from "./route.ts";
import "./document.css";

const Versions = lazy(async () => import("./versions.tsx"));

/** One document, with a claim of it to look at, or beside another version. */
export function DocumentView() {
  const { id } = documentRoute.useParams();
  const { version, with: other } = documentRoute.useSearch();
  const newest = useQuery(documentAsked(id));
  const standing = useQuery({ ...standingAsked(id), retry: false });
  const wanted = versionIn(version) ?? standing.data?.version ?? (standing.isError ? newest.data?.version : undefined);
  const asked = useQuery({ ...documentAsked(id, wanted), enabled: wanted !== undefined });
  const trouble = newest.error ?? asked.error ?? (isUnread(standing.error) ? null : standing.error);
  if (trouble !== null) {
    return (
      <Page title="A document">
        <TroubleNote error={trouble} again={() => void Promise.all([newest.refetch(), asked.refetch(), standing.refetch()])} />
      </Page>
    );
  }
  const document = asked.data;
  if (document === undefined || newest.data === undefined) {
    return (
      <Page title="A document">
        <Bones lines={12} />
      </Page>
    );
  }
  const beside = versionIn(other);
  return (
    <Page key={id} title={titleOf(document)}>
      <Facts document={document} newest={newest.data.version} beside={beside} />
      {beside === undefined ? (
        <Told key={document.version} document={document} standing={standing.data} />
      ) : (
        <Suspense fallback={<Bones lines={8} />}>
          <Versions id={id} older={Math.min(document.version, beside)} newer={Math.max(document.version, beside)} standing={standing.data} />
        </Suspense>
      )}
    </Page>
  );
}

/** A document that nobody read yet has nothing that stands. */
function isUnread(error: unknown): boolean {
  return error instanceof Trouble && error.status === 404;
}

function versionIn(written: string | undefined): number | undefined {
  return written !== undefined && /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined;
}

interface ToldProps {
  readonly document: Forms["Document"];
  readonly standing: Forms["Standing"] | undefined;
}

/** The text with its claims: as they stand, or of an older version as they were read. */
function Told({ document, standing }: ToldProps) {
  const navigate = useNavigate({ from: documentRoute.to });
  const { claim: selected } = documentRoute.useSearch();
  const role = useStatus().data?.asker.role;
  const sitting = useSitting();
  const deal = useDealOf(document.id, selected);
  const isNow = standing?.version === document.version;
  const read = useQuery({ ...readAsked(document.id), enabled: !isNow });
  const select = useCallback(
    (claim: string | undefined) => void navigate({ search: (before) => ({ ...before, claim: claim ?? "" }), replace: true, resetScroll: false }),
    [navigate],
  );
  const older = useMemo(
    () => (read.data === undefined || isNow ? [] : readOf(read.data, document.version).map((claim) => asRead(document, claim))),
    [read.data, isNow, document],
  );
  if (document.redacted === true)
    return (
      <Empty title="The words of this document were redacted">
        <p>Its claims' slots and the reason stay in the ledger; the words are gone.</p>
      </Empty>
    );
  return (
    <>
      {isNow ? null : <p className="note">{standing === undefined ? NOT_READ : OLDER}</p>}
      <Bench
        document={document}
        claims={isNow ? standing.claims : older}
        rejected={isNow ? standing.rejected : []}
        abstained={isNow ? standing.abstained : []}
        selected={selected}
        select={select}
        mayDecide={isNow && role !== undefined && role !== "reader"}
        deal={deal}
        sitting={sitting}
        movesByKeys
      />
      {isNow && standing.orphaned.length > 0 ? (
        <p className="soft">Decisions that find nothing in this version: {standing.orphaned.length}.</p>
      ) : null}
    </>
  );
}

/** The deal that a claim of the document is of, once it is looked at. */
function useDealOf(document: string, claim: string | undefined): DealNamed | undefined {
  const deals = useQuery(dealsAsked(document)).data?.deals ?? [];
  const whole = useQueries({ queries: deals.map((deal) => claimsOfDeal(deal, claim !== undefined)) });
  const found = whole.find(({ data }) => data?.life.some((row) => row.claim === claim) === true)?.data;
  return found === undefined ? undefined : { id: found.id, name: found.name };
}

const NOT_READ = "This document was not read yet: it has no claims.";
const OLDER = "This is not the version that stands. Its claims are shown as they were read; decide about them in the newest version.";

/** A claim of an older version, about which nobody decides. */
function asRead({ id, version }: Forms["Document"], claim: Forms["Claim"]): Forms["StandingClaim"] {
  const ref = { document: id, version, act: claim.act, ...claim.evidence };
  return { claim, origin: "read", corrected: [], confirmed: false, decisions: [], ref, basis: 0 };
}
