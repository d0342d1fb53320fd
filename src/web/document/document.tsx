// One document: its text with the claims that stand in it, what was not claimed, where it comes from, and its versions.
import { useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bench, documentAsked, standingAsked, useAim, useHeld, useSitting } from "../bench/index.ts";
import type { DealNamed, Sitting } from "../bench/index.ts";
import { Bones, Empty, Page, TroubleNote } from "../piece/index.ts";
import { useStatus } from "../shell/index.ts";
import { claimsOfDeal, dealsAsked, readAsked, readOf, titleOf } from "./asked.ts";
import { Facts } from "./facts.tsx";
import { documentRoute } from "./route.ts";
import "./document.css";

const Versions = lazy(async () => import("./versions.tsx"));

/** One document, with a claim of it to look at, or beside another version. */
export function DocumentView() {
  const { id } = documentRoute.useParams();
  return <OneDocument key={id} id={id} />;
}

function OneDocument({ id }: { readonly id: string }) {
  const { with: other } = documentRoute.useSearch();
  const { shown, newest, hold, trouble, again } = useDocument(id);
  const sitting = useSitting();
  if (trouble !== undefined || shown === undefined || newest === undefined) {
    return <Page title="A document">{trouble === undefined ? <Bones lines={12} /> : <TroubleNote error={trouble} again={again} />}</Page>;
  }
  const { document, standing, isUnread } = shown;
  const beside = versionIn(other);
  return (
    <Page title={titleOf(document)}>
      <Facts document={document} newest={newest} beside={beside} />
      {beside === undefined ? (
        <Told key={document.version} document={document} standing={standing} isUnread={isUnread} sitting={sitting} working={hold} />
      ) : (
        <Suspense fallback={<Bones lines={8} />}>
          <Versions id={id} older={Math.min(document.version, beside)} newer={Math.max(document.version, beside)} standing={standing} />
        </Suspense>
      )}
    </Page>
  );
}

/** The document with what stands of it, one and the same as long as a form is open. What cannot be asked anew leaves the last in sight. */
function useDocument(id: string) {
  const { version } = documentRoute.useSearch();
  const newest = useQuery(documentAsked(id));
  const standing = useQuery(standingAsked(id));
  const isUnread = standing.data === undefined && isMissing(standing.error);
  const wanted = versionIn(version) ?? standing.data?.version ?? (isUnread ? newest.data?.version : undefined);
  const asked = useQuery({ ...documentAsked(id, wanted), enabled: wanted !== undefined });
  const whole = useMemo(
    () => (asked.data === undefined ? undefined : { document: asked.data, standing: standing.data, isUnread }),
    [asked.data, standing.data, isUnread],
  );
  const { shown, isHeld, hold } = useHeld(whole);
  const errors = [newest, asked, ...(isUnread ? [] : [standing])].flatMap(({ data, error }) => (data === undefined && error !== null ? [error] : []));
  return {
    shown,
    newest: newest.data?.version,
    hold,
    trouble: isHeld ? undefined : errors[0],
    again: () => void Promise.all([newest.refetch(), asked.refetch(), standing.refetch()]),
  };
}

/** A document that nobody read yet has nothing that stands. */
function isMissing(error: unknown): boolean {
  return error instanceof Trouble && error.status === 404;
}

function versionIn(written: string | undefined): number | undefined {
  return written !== undefined && /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined;
}

interface ToldProps {
  readonly document: Forms["Document"];
  readonly standing: Forms["Standing"] | undefined;
  readonly isUnread: boolean;
  readonly sitting: Sitting;
  readonly working: (isWorking: boolean) => void;
}

/** The text with its claims: as they stand, or of an older version as they were read. */
function Told({ document, standing, isUnread, sitting, working }: ToldProps) {
  const navigate = useNavigate({ from: documentRoute.to });
  const { claim: selected } = documentRoute.useSearch();
  const role = useStatus().data?.asker.role;
  const deal = useDealOf(document.id, selected);
  const isNow = standing?.version === document.version;
  const read = useQuery({ ...readAsked(document.id), enabled: !isNow && (isUnread || standing !== undefined) });
  const select = useCallback(
    (claim: string | undefined) => void navigate({ search: (before) => ({ ...before, claim: claim ?? "" }), replace: true, resetScroll: false }),
    [navigate],
  );
  const aim = useAim(selected, select);
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
      {isUnread ? <p className="note">{NOT_READ}</p> : null}
      {isNow || standing === undefined ? null : <p className="note">{OLDER}</p>}
      {read.isError && read.data === undefined ? <TroubleNote error={read.error} again={() => void read.refetch()} /> : null}
      <Bench
        document={document}
        claims={isNow ? standing.claims : older}
        rejected={isNow ? standing.rejected : []}
        abstained={isNow ? standing.abstained : []}
        selected={selected}
        select={select}
        aim={aim}
        mayDecide={isNow && role !== undefined && role !== "reader"}
        deal={deal}
        sitting={sitting}
        working={working}
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
