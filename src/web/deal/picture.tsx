// A life on both axes: the valid day goes across, the day of knowing down. Each row is what was known by a day; a click moves both days there. Loaded
// behind the page, and said again as a table.
import { memo, useEffect, useId, useMemo, useRef } from "react";
import type { RefObject } from "react";
import type { Forms } from "../asking/index.ts";
import { counted, useWidth } from "../piece/index.ts";
import { Bands, Hatches, patternOf } from "./bands.tsx";
import { dayNumber, isoDay, ticksOf } from "./moment.ts";
import type { Axis } from "./moment.ts";
import type { Moments } from "./moments.ts";
import { isWithin, LABELS, placing, ROW, SIDE, TOP } from "./placing.ts";
import type { Placing } from "./placing.ts";
import { PictureTable } from "./picture-table.tsx";
import { StretchBar, useStretch } from "./stretch.tsx";
import { useKnownRows } from "./strips.ts";
import type { KnownRow } from "./strips.ts";

/** A deal's life as a picture, with its legend and the same as a table. */
export function Picture({ whole, axis, moments }: { readonly whole: Forms["Deal"]; readonly axis: Axis; readonly moments: Moments }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { rows, left } = useKnownRows(whole, axis, moments.asked.known);
  const stretch = useStretch(axis, moments.asked.asOf);
  const at = useMemo(() => placing(stretch.shown, width), [stretch.shown, width]);
  usePointing(place, at, { rows, end: axis.last }, moments.move);
  return (
    <figure className="picture">
      <StretchBar stretch={stretch} />
      <div ref={place} className="picture-place">
        {width === 0 ? null : <Drawing at={at} rows={rows} moments={moments} />}
      </div>
      <figcaption className="small soft">
        <Legend />
        {left === 0 ? null : <p>{counted(left, "day")} of publication between these rows were not asked about.</p>}
      </figcaption>
      <Table rows={rows} />
    </figure>
  );
}

interface DrawingProps {
  readonly at: Placing;
  readonly rows: readonly KnownRow[];
  readonly moments: Moments;
}

function Drawing({ at, rows, moments }: DrawingProps) {
  const { asOf, known } = moments.shown;
  const prefix = useId();
  const height = TOP + rows.length * ROW + 4;
  const chosen = known === undefined ? rows.length - 1 : rows.findLastIndex((row) => row.known !== undefined && row.known <= known);
  return (
    <svg
      width={at.width}
      height={height}
      viewBox={`0 0 ${at.width} ${height}`}
      role="img"
      aria-label="The deal's life on both axes. The table below says the same."
    >
      <Hatches prefix={prefix} />
      <Grid at={at} height={height} />
      {rows.map((row, n) => (
        <g key={row.known ?? "undated"} transform={`translate(0 ${TOP + n * ROW})`} data-chosen={n === chosen} className="picture-row">
          <RowInside row={row} at={at} prefix={prefix} />
        </g>
      ))}
      {asOf === undefined || !isWithin(at, dayNumber(asOf)) ? null : (
        <line className="picture-as-of" x1={at.x(dayNumber(asOf))} x2={at.x(dayNumber(asOf))} y1={TOP - 6} y2={height} />
      )}
    </svg>
  );
}

/** What a row shows. It is drawn anew only with another row: not for each day that is passed while somebody drags. */
const RowInside = memo(({ row: { known, strip }, at, prefix }: { readonly row: KnownRow; readonly at: Placing; readonly prefix: string }) => (
  <>
    <rect className="picture-ground" x={0} y={1} width={at.width} height={ROW - 2} rx={4} />
    <text className="picture-day" x={LABELS - 8} y={ROW / 2 + 4} textAnchor="end">
      {known === undefined ? "no day" : shortDay(known)}
    </text>
    <Unknown at={at} known={known} pattern={patternOf(prefix, "unknown")} />
    {strip === undefined ? null : <Bands strip={strip} at={at} prefix={prefix} />}
  </>
));
RowInside.displayName = "RowInside";

const Table = memo(PictureTable);

/** The days behind what was known: nothing is told of them yet. */
function Unknown({ at, known, pattern }: { readonly at: Placing; readonly known: string | undefined; readonly pattern: string }) {
  const from = at.x(known === undefined ? at.last : dayNumber(known));
  return <rect className="picture-unknown" x={from} y={5} width={Math.max(0, at.x(at.last) - from)} height={ROW - 10} fill={pattern} />;
}

/** A year takes about so many pixels to be read. */
const TICK_WIDTH = 70;

function Grid({ at, height }: { readonly at: Placing; readonly height: number }) {
  return (
    <g className="picture-grid">
      {ticksOf(at, Math.max(2, Math.floor((at.width - LABELS - SIDE) / TICK_WIDTH))).map(({ day, text }) => (
        <g key={day}>
          <line x1={at.x(day)} x2={at.x(day)} y1={TOP - 4} y2={height} />
          <text x={at.x(day)} y={TOP - 10} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

function Legend() {
  return (
    <ul className="legend">
      <li>Across: when it was so. Down: by what was published until that day.</li>
      <li>
        <svg width={26} height={12} aria-hidden="true">
          <path className="picture-began" d="M2 8 V3 H24 V8" />
        </svg>
        began between these days
      </li>
      <li>
        <svg width={26} height={12} aria-hidden="true">
          <path className="picture-began" d="M24 8 V3 H4 M8 0 L4 3 L8 6" />
        </svg>
        by that day at the latest
      </li>
      <li>
        <svg width={26} height={12} aria-hidden="true">
          <rect className="band" data-tone="warn" x={2} y={4} width={22} height={5} />
        </svg>
        a dispute
      </li>
      <li>
        <span aria-hidden="true">◆</span> a sum is told
      </li>
      <li>
        <span aria-hidden="true">≠</span> reports contradict each other
      </li>
    </ul>
  );
}

/** "20 Jan 2015". */
function shortDay(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

/** The rows that are pointed at, and the last day of the life: behind it lies all of time. */
interface Pointed {
  readonly rows: readonly KnownRow[];
  readonly end: number;
}

/** Moves both days to where somebody points and drags. Keys and fields beside the picture do the same. */
function usePointing(place: RefObject<HTMLElement | null>, at: Placing, { rows, end }: Pointed, move: Moments["move"]): void {
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const point = (event: PointerEvent): void => {
      if (event.buttons !== 1) return;
      const box = element.getBoundingClientRect();
      const day = at.day(event.clientX - box.left);
      const row = rows[Math.floor((event.clientY - box.top - TOP) / ROW)];
      if (row !== undefined && day >= at.first) move({ asOf: day > end ? undefined : isoDay(Math.min(day, at.last)), known: row.known });
    };
    element.addEventListener("pointerdown", point);
    element.addEventListener("pointermove", point);
    return () => {
      element.removeEventListener("pointerdown", point);
      element.removeEventListener("pointermove", point);
    };
  }, [place, at, rows, end, move]);
}
