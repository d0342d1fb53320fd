// Going into a part of a life's picture and out again, by keys and buttons; the part lives in the address.
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { Day } from "../piece/index.ts";
import { given, useKeys, useSay } from "../shell/index.ts";
import { dayNumber, isDay, isoDay } from "./moment.ts";
import type { Axis } from "./moment.ts";
import { canZoom, stretchOf, toldStretch, zoomed } from "./zoom.ts";
import type { Zoom } from "./zoom.ts";

const route = getRouteApi("/deals/$id");

/** The stretch that is shown, and the ways to change it. */
export interface Stretch {
  readonly whole: Axis;
  readonly shown: Axis;
  readonly go: (zoom: Zoom | "all") => void;
}

/** The stretch in the address. `asOf` is the day that stays where it is. */
export function useStretch(whole: Axis, asOf: string | undefined): Stretch {
  const { from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const say = useSay();
  const shown = useMemo(() => stretchOf(whole, from, to), [whole, from, to]);
  const go = useCallback(
    (zoom: Zoom | "all") => {
      const around = asOf === undefined || !isDay(asOf) ? undefined : dayNumber(asOf);
      const next = zoom === "all" ? whole : zoomed(whole, shown, zoom, around);
      say(`The picture shows ${isoDay(next.first)} to ${isoDay(next.last)}`);
      void navigate({ search: (before) => given({ ...before, ...toldStretch(whole, next) }), replace: true, resetScroll: false });
    },
    [whole, shown, asOf, navigate, say],
  );
  return useMemo(() => ({ whole, shown, go }), [whole, shown, go]);
}

const STEPS: readonly { readonly zoom: Zoom; readonly name: string; readonly sign: string }[] = [
  { zoom: "in", name: "Zoom in", sign: "+" },
  { zoom: "out", name: "Zoom out", sign: "−" },
  { zoom: "earlier", name: "Earlier", sign: "‹" },
  { zoom: "later", name: "Later", sign: "›" },
];

/** The buttons, and which days are shown. */
export function StretchBar({ stretch: { whole, shown, go } }: { readonly stretch: Stretch }) {
  useKeys(
    useMemo(
      () => [
        { keys: "+", does: "Zoom into the picture", run: () => go("in") },
        { keys: "-", does: "Zoom out of the picture", run: () => go("out") },
      ],
      [go],
    ),
  );
  const isAll = shown.first === whole.first && shown.last === whole.last;
  return (
    <fieldset className="stretch row screen-only">
      <legend className="unseen">The stretch of the picture</legend>
      {STEPS.map(({ zoom, name, sign }) => (
        <button key={zoom} aria-label={name} title={name} disabled={!canZoom(whole, shown, zoom)} onClick={() => go(zoom)}>
          {sign}
        </button>
      ))}
      <button className="plain" disabled={isAll} onClick={() => go("all")}>
        All of its life
      </button>
      <span className="soft small">
        <Day iso={isoDay(shown.first)} /> to <Day iso={isoDay(shown.last)} />
      </span>
    </fieldset>
  );
}
