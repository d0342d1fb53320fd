// Who tells what: parties, words, sources and reports, as every part of a deal's page shows them.
import { Link } from "@tanstack/react-router";
import { boundsText, idText, oneLine, sourcesText, wordsText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { Day, dayText } from "../piece/index.ts";

type Row = Forms["LifeRow"];
type Party = Row["actors"][number];

/** A party with a link to all that is told of it. */
export function PartyLink({
  party: { id, name, via },
}: {
  readonly party: { readonly id?: string | null; readonly name: string; readonly via?: string };
}) {
  return (
    <>
      <Link to="/parties/$key" params={{ key: id ?? name }}>
        {name}
      </Link>
      {via === undefined || via === name ? null : <span className="soft"> by {via}</span>}
    </>
  );
}

function PartyList({ parties }: { readonly parties: readonly Party[] }) {
  return parties.map((party, at) => (
    <span key={`${party.id ?? ""} ${party.name} ${party.via ?? ""}`}>
      {at === 0 ? "" : ", "}
      <PartyLink party={party} />
    </span>
  ));
}

/** "Russia → Iran". */
export function Sides({ actors, targets }: Pick<Row, "actors" | "targets">) {
  return (
    <span>
      <PartyList parties={actors} />
      {targets.length === 0 ? null : (
        <>
          {" "}
          <span aria-hidden="true">→</span>
          <span className="unseen">to</span> <PartyList parties={targets} />
        </>
      )}
    </span>
  );
}

/** Exact words out of a report. */
export function Words({ words }: { readonly words: string }) {
  return <blockquote className="words">{wordsText(words)}</blockquote>;
}

/** What a report is called: by its heading, or by what it begins with; else by its address or id. */
export function reportName({ id, url, heading, title }: Row["document"]): string {
  const place = (url ?? idText(id)).replace(/^https?:\/\/(?:www\.)?/, "");
  return oneLine(heading ?? title ?? place) || place;
}

interface ReportProps {
  readonly document: Row["document"];
  readonly claim: string;
}

/** Whether a claim was made of the words of a row; hints have ids of their own. */
export function isClaim({ document, claim }: ReportProps): boolean {
  return !claim.startsWith(`${document.id}!`);
}

/** The report, opened at the words of a claim. Where no claim was made of them it is opened at its beginning. */
export function ReportLink({ document, claim }: ReportProps) {
  return (
    <>
      <Link
        className="report"
        title={document.url ?? document.id}
        to="/documents/$id"
        params={{ id: document.id }}
        search={isClaim({ document, claim }) ? { claim } : {}}
      >
        {reportName(document)}
      </Link>
      {document.published === undefined ? ", day unknown" : <>, {<Day iso={document.published} />}</>}
    </>
  );
}

/** Who says so, and in which report. */
export function Origin({ sources, document, claim }: Pick<Row, "sources" | "document" | "claim">) {
  const said = sourcesText(sources);
  return (
    <p className="origin small soft">
      {said === "" ? "" : `${said}, in `}
      <ReportLink document={document} claim={claim} />
    </p>
  );
}

/** When something happened, as it is said: "20 January 2015", "2007", "by 26 April 2016", "1 January 2007 to 31 March 2008"; the ISO form on hover. */
export function When({ bounds }: { readonly bounds: Forms["Bounds"] }) {
  return <span title={boundsText(bounds)}>{whenText(bounds)}</span>;
}

/** The same as text. */
export function whenText(bounds: Forms["Bounds"]): string {
  return daysSaid(boundsText(bounds));
}

/** A text with its ISO days as people say them. */
export function daysSaid(text: string): string {
  return text.replaceAll(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, dayText);
}
