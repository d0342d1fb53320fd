// One chapter of a life: what is told, in which words, by whom, what it did to the deal, why it is held to be of it, and who tells it again.
import { Link } from "@tanstack/react-router";
import { matterText } from "../../phrasing/index.ts";
import { ACT_FAMILY, ActWord, counted, DisputeMark, Mark, StateMark } from "../piece/index.ts";
import { originsIn } from "./asked.ts";
import type { Origins } from "./asked.ts";
import { chapterPlace } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import { Origin, Sides, When, Words } from "./telling.tsx";
import { reasonText, sureText } from "./why.ts";

interface ChapterProps {
  readonly chapter: Chapter;
  readonly origins: Origins;
  readonly isLooked: boolean;
  readonly split: (claim: string) => void;
}

/** One chapter. */
export function ChapterItem({ chapter, origins, isLooked, split }: ChapterProps) {
  const { row, again } = chapter;
  const matter = matterText({ items: row.items, money: row.money, ...(row.object === undefined ? {} : { object: row.object }), ...reasonOf(row) });
  return (
    <li id={chapterPlace(chapter)} className="chapter" data-looked={isLooked} data-moved={row.moved} data-family={ACT_FAMILY[row.act]}>
      <p className="chapter-when small">
        <When bounds={row.when} />
      </p>
      <div className="chapter-told">
        <p className="row chapter-act">
          <ActWord act={row.act} mode={row.mode} negated={row.negated} />
          <Sides actors={row.actors} targets={row.targets} />
          {row.moved ? <Moved row={row} /> : null}
        </p>
        {matter === "" ? null : <p className="small">{matter}</p>}
        <Untold row={row} />
        <Words words={row.words} />
        <Origin sources={row.sources} document={row.document} claim={row.claim} />
        <Again chapter={chapter} origins={origins} />
        <details className="small">
          <summary>Why it belongs here</summary>
          <Why row={row} split={split} />
          {again.length === 0 ? null : <Retellings rows={again} />}
        </details>
      </div>
    </li>
  );
}

type Row = Chapter["row"];

function reasonOf({ reason }: Row): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

function Moved({ row: { state, dispute } }: { readonly row: Row }) {
  return (
    <span className="row chapter-moved">
      <span className="soft small">moved the deal to</span> <StateMark state={state} /> <DisputeMark dispute={dispute} />
    </span>
  );
}

/** What no claim says, and what the row says instead. */
function Untold({ row: { presumed, lapsed, part } }: { readonly row: Row }) {
  const said = [
    presumed === true ? ["presumed", "Nobody tells this step: the words below presume that it was so until the day before."] : undefined,
    lapsed === true
      ? ["time over", "Nobody tells this step: the end that the words below state has passed, and nothing shows that it went on."]
      : undefined,
    part === "hints"
      ? ["not claimed", "The words tell the act and name nobody, so that no claim was made of them; they still show how the deal stood."]
      : undefined,
    part === "touches" ? ["restriction", "A restriction that bears on the deal and is a measure of its own."] : undefined,
    part === "refers" ? ["about it", "Told about the deal; what relations are like moves no deal."] : undefined,
  ].filter((one) => one !== undefined);
  return said.map(([name = "", text]) => (
    <p key={name} className="small soft">
      <Mark tone="quiet" text={name} /> {text}
    </p>
  ));
}

function Again({ chapter: { row, again }, origins }: Pick<ChapterProps, "chapter" | "origins">) {
  const documents = [...new Set([row, ...again].map(({ document }) => document.id))];
  const many = originsIn(documents, origins);
  if (documents.length === 1 && again.length === 0) return null;
  return (
    <p className="small soft">
      Told {counted(again.length + 1, "time")} by {counted(documents.length, "report")}
      {many === undefined ? "" : many === documents.length ? ", each an origin of its own" : ` of ${counted(many, "origin")}`}
    </p>
  );
}

function Why({ row, split }: { readonly row: Row; readonly split: ChapterProps["split"] }) {
  return (
    <>
      <p>
        Held to be of this deal, {sureText(row.confidence)} sure
        {row.why.length === 0 ? ": it is what the deal begins with." : `: ${row.why.map(reasonText).join("; ")}.`}
      </p>
      {row.part === "hints" ? null : (
        <p className="row screen-only">
          <Link to="/documents/$id" params={{ id: row.document.id }} search={{ claim: row.claim }}>
            Confirm, correct or reject it beside its text
          </Link>
          <button onClick={() => split(row.claim)}>It is of another deal …</button>
        </p>
      )}
    </>
  );
}

function Retellings({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <>
      <p>Told again:</p>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.claim}>
            <Words words={row.words} />
            <Origin sources={row.sources} document={row.document} claim={row.claim} />
          </li>
        ))}
      </ul>
    </>
  );
}
