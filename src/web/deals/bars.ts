// Deals drawn as bars along time, by Observable Plot.
import { axisX, barX, gridX, plot, text } from "@observablehq/plot";
import type { Forms } from "../asking/index.ts";
import { dayText, stateLook, stateText } from "../piece/index.ts";
import { short } from "../../phrasing/index.ts";
import type { Span } from "./span.ts";

/** What of a deal is drawn. */
export type Bar = Pick<Forms["DealBrief"], "id" | "name" | "state" | "first" | "last">;

/** Pixels of a deal, of its axis, and of a letter of its name, roughly. */
const [LINE, AXIS, LETTER] = [34, 40, 7];

interface Placed extends Bar {
  readonly from: Date;
  readonly to: Date;
  readonly words: string;
  readonly isLate: boolean;
}

/** A picture of deals, each line a link whose words stand in its label. Nothing in it is styled inline, as the page's policy wants it. */
export function drawn(deals: readonly Bar[], span: Span, width: number, address: (id: string) => string): SVGSVGElement {
  const bars = deals.flatMap((deal) => placed(deal, span, width)).toSorted((a, b) => a.from.getTime() - b.from.getTime());
  const line = { y: "id", href: ({ id }: Placed) => address(id), ariaLabel: ({ words }: Placed) => words };
  const colour = { value: ({ state }: Placed) => `var(--${toneOf(state)})`, scale: null };
  const name = { ...line, text: ({ name, state }: Placed) => `${stateLook(state).sign} ${name}`, dy: -9, fill: "currentColor" };
  const svg = plot({
    className: "deals-plot",
    width,
    height: bars.length * LINE + AXIS,
    margin: 0,
    marginTop: AXIS,
    marginLeft: 8,
    marginRight: 8,
    x: { type: "utc", domain: [new Date(span.from), new Date(span.to)] },
    y: { type: "band", domain: bars.map(({ id }) => id), axis: null },
    marks: [
      axisX({ anchor: "top" }),
      gridX(),
      // A bar of one day can be seen and hit too.
      barX(bars, { ...line, x1: "from", x2: "to", fill: colour, insetTop: 19, insetBottom: 7, insetLeft: -4, insetRight: -4, rx: 4 }),
      text(
        bars.filter(({ isLate }) => !isLate),
        { ...name, x: "from", textAnchor: "start" },
      ),
      text(
        bars.filter(({ isLate }) => isLate),
        { ...name, x: "to", textAnchor: "end" },
      ),
    ],
  });
  if (!(svg instanceof SVGSVGElement)) throw new Error("Plot drew something else than a picture");
  tidied(svg, new Map(bars.map((bar) => [address(bar.id), bar])));
  return svg;
}

function toneOf(state: Bar["state"]): string {
  const { tone } = stateLook(state);
  return tone === "open" ? "accent" : tone;
}

/** Where a bar lies within the time shown; nothing where it lies outside. */
function placed(deal: Bar, span: Span, width: number): readonly Placed[] {
  const { first, last = first } = deal;
  if (first === undefined || last === undefined || last < span.from || first > span.to) return [];
  const [from, to] = [first < span.from ? span.from : first, last > span.to ? span.to : last].map((day) => new Date(day)) as [Date, Date];
  const [begin, end] = [Date.parse(span.from), Date.parse(span.to)];
  const days = first === last ? dayText(first) : `${dayText(first)} to ${dayText(last)}`;
  const words = `${deal.name}, ${deal.state === "none" ? "not yet agreed" : stateText(deal.state)}, told of ${days}`;
  const at = (day: Date): number => ((day.getTime() - begin) / (end - begin)) * width;
  // A name that would run out of the picture on the right ends with its bar, where there is more room for it.
  const [right, left] = [width - at(from), at(to)];
  const isLate = right < (deal.name.length + 2) * LETTER && left > right;
  const letters = Math.max(1, Math.floor((isLate ? left : right) / LETTER) - 2);
  const name = short(deal.name, letters);
  return [{ ...deal, name, from, to, words, isLate }];
}

/** Takes out what the policy forbids, and makes each deal one link that says what its bar shows. */
function tidied(svg: SVGSVGElement, bars: ReadonlyMap<string, Placed>): void {
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", "Deals along time");
  for (const mark of svg.querySelectorAll("[aria-label]:not(svg)")) mark.removeAttribute("aria-label");
  const met = new Set<string>();
  for (const link of svg.querySelectorAll("a")) {
    const bar = bars.get(link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "");
    if (bar === undefined) continue;
    link.dataset["deal"] = bar.id;
    link.setAttribute("aria-label", bar.words);
    // A deal's name leads to the same place as its bar: one of them is enough for keys and readers of the screen.
    if (met.has(bar.id)) {
      link.setAttribute("tabindex", "-1");
      link.setAttribute("aria-hidden", "true");
    }
    met.add(bar.id);
  }
}
