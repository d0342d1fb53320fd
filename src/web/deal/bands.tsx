// The bands of one row: states with the disputes under them, each with a colour, a pattern and a sign, and the bounds in which they began.
import type { Forms } from "../asking/index.ts";
import { disputeLook, stateLook, stateText } from "../piece/index.ts";
import { dayNumber } from "./moment.ts";
import { isShown, isWithin, ROW } from "./placing.ts";
import type { Placing } from "./placing.ts";
import type { Band, Strip } from "./strip.ts";
import { whenText } from "./telling.tsx";

type State = Forms["Deal"]["state"];

/** Lines of the pattern of a state; none for what is plain. All are drawn in a square of 8. */
const HATCHES: Readonly<Record<Exclude<State, "none" | "in-force"> | "unknown", string>> = {
  negotiating: "M2 2 h1.5 M6 6 h1.5",
  agreed: "M1 2 h2 M5 2 h2 M3 6 h2 M7 6 h1",
  signed: "M0 8 L8 0",
  delivering: "M2 0 V8 M6 0 V8",
  fulfilled: "M0 2 H8 M0 6 H8",
  suspended: "M0 0 L8 8 M0 8 L8 0",
  cancelled: "M0 0 L8 8",
  expired: "M0 4 H5",
  unknown: "M4 4 h.5",
};

/** The fill of a pattern; nothing where a state is plain. */
export function patternOf(prefix: string, name: string): string {
  return name in HATCHES ? `url(#${prefix}-${name})` : "none";
}

/** The patterns, once in a picture. */
export function Hatches({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {Object.entries(HATCHES).map(([name, path]) => (
        <pattern key={name} id={`${prefix}-${name}`} width={8} height={8} patternUnits="userSpaceOnUse">
          <path className="picture-hatch" d={path} />
        </pattern>
      ))}
    </defs>
  );
}

const STATE_TOP = 6;
const STATE_HEIGHT = 15;
const DISPUTE_TOP = STATE_TOP + STATE_HEIGHT + 1;
const DISPUTE_HEIGHT = 5;

/** A letter's width, and what stands around a word. */
const LETTER = 6.4;
const AROUND = 24;

/** All that was known by one day. */
export function Bands({
  strip: { states, disputes, sums, conflicts },
  at,
  prefix,
}: {
  readonly strip: Strip;
  readonly at: Placing;
  readonly prefix: string;
}) {
  return (
    <>
      {states
        .filter(({ from, to }) => isShown(at, from, to))
        .map((band) => (
          <StateBand key={`${band.claim} ${band.value}`} band={band} at={at} prefix={prefix} />
        ))}
      {disputes
        .filter(({ value, from, to }) => value !== "none" && isShown(at, from, to))
        .map((band) => (
          <rect
            key={`${band.claim} ${band.value}`}
            className="band"
            data-tone={disputeLook(band.value).tone}
            x={at.x(band.from)}
            y={DISPUTE_TOP}
            width={Math.max(3, at.x(band.to) - at.x(band.from))}
            height={DISPUTE_HEIGHT}
          >
            <title>{`dispute: ${band.value}, ${whenText(band.began)}`}</title>
          </rect>
        ))}
      {sums
        .filter(({ day }) => isWithin(at, day))
        .map(({ day, claim }) => (
          <path key={claim} className="picture-sum" d={`M${at.x(day)} ${ROW - 8} l4 4 l-4 4 l-4 -4 z`} />
        ))}
      {conflicts.length === 0 ? null : (
        <text className="picture-conflicts" x={at.width - 4} y={ROW / 2 + 4} textAnchor="end">
          ≠ {conflicts.length}
        </text>
      )}
    </>
  );
}

function StateBand({ band, at, prefix }: { readonly band: Band<State>; readonly at: Placing; readonly prefix: string }) {
  const { tone, sign } = stateLook(band.value);
  const [x, width] = [at.x(band.from), Math.max(3, at.x(band.to) - at.x(band.from))];
  const word = stateText(band.value);
  const place = { x, y: STATE_TOP, width, height: STATE_HEIGHT };
  return (
    <g>
      <rect className="band" data-tone={tone} {...place}>
        <title>{`${word}${band.presumed ? " (no claim says so)" : ""}: ${whenText(band.began)}`}</title>
      </rect>
      <rect className="band-pattern" fill={patternOf(prefix, band.value)} {...place} />
      <Began bounds={band.began} at={at} />
      {width < AROUND / 2 ? null : (
        <text className="band-word" data-tone={tone} x={x + 4} y={STATE_TOP + 12}>
          {width > word.length * LETTER + AROUND ? `${sign} ${word}` : sign}
        </text>
      )}
    </g>
  );
}

/** In which bounds a state began: a bracket, or an arrow into the past where no earliest day is told. A single day needs neither. */
function Began({ bounds: { earliest, latest }, at }: { readonly bounds: Forms["Bounds"]; readonly at: Placing }) {
  if (latest === undefined || earliest === latest || !isWithin(at, dayNumber(latest))) return null;
  const to = at.x(dayNumber(latest));
  if (earliest === undefined) return <path className="picture-began" d={`M${to} 6 V3 H${to - 12} M${to - 9} 0.5 L${to - 12} 3 L${to - 9} 5.5`} />;
  return <path className="picture-began" d={`M${at.x(dayNumber(earliest))} 6 V3 H${to} V6`} />;
}
