// The two days, to be dragged, typed, or stepped from event to event, and what held on them in one sentence.
import { useMemo } from "react";
import type { KeyboardEvent } from "react";
import { sinceText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { counted, Day, dayText, DisputeMark, StateMark } from "../piece/index.ts";
import { useKeys } from "../shell/index.ts";
import type { Days } from "./asked.ts";
import { dayNumber, isDay, isoDay, stepFrom } from "./moment.ts";
import type { Axis } from "./moment.ts";
import type { Moments } from "./moments.ts";
import { daysSaid } from "./telling.tsx";

/** The days between which one can move, and those on which there is something to see. */
export interface Course {
  readonly axis: Axis;
  readonly valid: readonly string[];
  readonly known: readonly string[];
}

/** Both days; the page follows. */
export function DayChoice({ course, moments: { shown, move } }: { readonly course: Course; readonly moments: Moments }) {
  const { valid, known, axis } = course;
  const { asOf, known: knownBy } = shown;
  useKeys(
    useMemo(
      () => [
        { keys: "[", does: "As of the event before", run: () => move({ asOf: stepFrom(valid, asOf, -1) }), repeats: true },
        { keys: "]", does: "As of the next event", run: () => move({ asOf: stepFrom(valid, asOf, 1) }), repeats: true },
        { keys: "{", does: "As known by the report before", run: () => move({ known: stepFrom(known, knownBy, -1) }), repeats: true },
        { keys: "}", does: "As known by the next report", run: () => move({ known: stepFrom(known, knownBy, 1) }), repeats: true },
      ],
      [valid, known, asOf, knownBy, move],
    ),
  );
  return (
    <fieldset className="days screen-only">
      <legend className="unseen">The two days</legend>
      <OneDay name="As of" hint="How it stood on that day" none="In the end" axis={axis} stops={valid} day={asOf} choose={(asOf) => move({ asOf })} />
      <OneDay
        name="Known by"
        hint="By what was published until then"
        none="By all"
        axis={axis}
        stops={known}
        day={knownBy}
        choose={(day) => move({ known: day })}
      />
    </fieldset>
  );
}

interface DayProps {
  readonly name: string;
  readonly hint: string;
  /** What it is called to choose no day. */
  readonly none: string;
  readonly axis: Axis;
  readonly stops: readonly string[];
  readonly day: string | undefined;
  readonly choose: (day: string | undefined) => void;
}

/** One day. The slider's last place means all of time; its arrows go from event to event. */
function OneDay({ name, hint, none, axis, stops, day, choose }: DayProps) {
  const end = axis.last + 1;
  const at = day === undefined || !isDay(day) ? end : Math.min(axis.last, Math.max(axis.first, dayNumber(day)));
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    choose(stepFrom(stops, day, by));
  };
  return (
    <div className="day-choice">
      <span className="day-name">
        {name} <small className="soft">{hint}</small>
      </span>
      <button aria-label={`${name}: the event before`} title="The event before" onClick={() => choose(stepFrom(stops, day, -1))}>
        ‹
      </button>
      <input
        type="range"
        aria-label={`${name}, by events`}
        aria-valuetext={day === undefined ? "all of time" : dayText(day)}
        min={axis.first}
        max={end}
        value={at}
        onKeyDown={step}
        onChange={({ target }) => choose(target.valueAsNumber >= end ? undefined : isoDay(target.valueAsNumber))}
      />
      <button
        aria-label={`${name}: the next event`}
        title="The next event"
        disabled={day === undefined}
        onClick={() => choose(stepFrom(stops, day, 1))}
      >
        ›
      </button>
      <input
        type="date"
        aria-label={`${name}, a day`}
        value={day ?? ""}
        max="9999-12-31"
        onChange={({ target }) => (target.value === "" || isDay(target.value) ? choose(target.value === "" ? undefined : target.value) : undefined)}
      />
      <button className="plain" disabled={day === undefined} onClick={() => choose(undefined)}>
        {none}
      </button>
    </div>
  );
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** How the deal stood, in one sentence. */
export function Stood({
  deal,
  days: { asOf, known },
  isAwaited,
}: {
  readonly deal: Forms["Deal"];
  readonly days: Days;
  readonly isAwaited: boolean;
}) {
  return (
    <output className="stood" aria-busy={isAwaited}>
      <span>
        {asOf === undefined ? "In the end" : <>As of {<Day iso={asOf} />}</>}
        {known === undefined ? ", by all that is told" : <>, by what was published by {<Day iso={known} />}</>}:
      </span>
      {deal.claims.length === 0 ? <span>nothing was known of it.</span> : <StateMark state={deal.state} />}
      {deal.state === "none" ? null : (
        <span className="soft" title={sinceText(deal.since)}>
          {daysSaid(sinceText(deal.since))}
        </span>
      )}
      <DisputeMark dispute={deal.dispute} />
      <span className="soft">
        {counted(deal.claims.length, "claim")} of {counted(deal.documents.length, "document")}
        {deal.conflicts.length === 0 ? "" : `, ${counted(deal.conflicts.length, "conflict")}`}
      </span>
    </output>
  );
}
