// The claims of a dossier, in order, with their words and the numbers of their reports.
import { actText, boundsText, idText, matterText, oneLine, partiesText, sourcesText, wordsText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { stateText } from "../piece/index.ts";
import { chapterKey, chaptersOf } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import { whenText } from "./telling.tsx";

type Row = Forms["LifeRow"];
type Numbers = ReadonlyMap<string, number>;

/** What is told of a deal, claim by claim. */
export function DossierClaims({ deal, numbers }: { readonly deal: Forms["Deal"]; readonly numbers: Numbers }) {
  return (
    <section aria-labelledby="told">
      <h2 id="told">What is told</h2>
      <ol className="told">
        {chaptersOf(deal.life).map((chapter) => (
          <ClaimItem key={chapterKey(chapter)} chapter={chapter} numbers={numbers} />
        ))}
      </ol>
    </section>
  );
}

function ClaimItem({ chapter: { row, again }, numbers }: { readonly chapter: Chapter; readonly numbers: Numbers }) {
  const { items, money, object, reason } = row;
  const matter = matterText({ items, money, ...(object === undefined ? {} : { object }), ...(reason === undefined ? {} : { reason }) });
  return (
    <li>
      <p>
        <strong title={boundsText(row.when)}>{whenText(row.when)}</strong>: {actText(row)}: {partiesText(row)}
        {matter === "" ? "" : ` (${oneLine(matter)})`}
        {row.moved ? <strong> ⇒ {afterText(row)}</strong> : ""}
        {untoldText(row)}
      </p>
      <ToldIn row={row} numbers={numbers} />
      {again.length === 0 ? null : <p className="small soft">Told again in {againText(again, numbers)}.</p>}
    </li>
  );
}

function afterText({ state, dispute }: Row): string {
  return dispute === "none" ? stateText(state) : `${stateText(state)}, dispute ${dispute}`;
}

function untoldText({ presumed, lapsed, part }: Row): string {
  if (presumed === true) return " (presumed by the words below)";
  if (lapsed === true) return " (by the end that the words below tell)";
  return part === "hints" ? " (no claim was made of these words)" : "";
}

function againText(again: readonly Row[], numbers: Numbers): string {
  return [...new Set(again.map(({ document }) => numberText(document.id, numbers)))].join(", ");
}

/** "report 7"; one that is told of only in a conflict has no number. */
function numberText(document: string, numbers: Numbers): string {
  const number = numbers.get(document);
  return number === undefined ? `report ${idText(document)}` : `report ${number}`;
}

/** Words, who says so, and the number of the report. */
export function ToldIn({
  row,
  numbers,
}: {
  readonly row: Pick<Row, "words" | "sources"> & { readonly document: { readonly id: string } };
  readonly numbers: Numbers;
}) {
  const said = sourcesText(row.sources);
  const [number, name] = [numbers.get(row.document.id), numberText(row.document.id, numbers)];
  return (
    <blockquote>
      <span className="words">{wordsText(row.words)}</span>{" "}
      <span className="small soft">
        {said === "" ? "" : `${said}, in `}
        {number === undefined ? name : <a href={`#report-${number}`}>{name}</a>}
      </span>
    </blockquote>
  );
}
