// A document's text with claims marked in it.
import { useEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Forms } from "../asking/index.ts";
import { coversByPart } from "./marks.ts";
import type { MarkedClaim } from "./marks.ts";
import { partsOf, sheetsOf } from "./part.ts";
import type { Part } from "./part.ts";
import { claimIn, PartView } from "./part-view.tsx";
import { claimsAt } from "./pointed.ts";
import type { Cover } from "./segment.ts";

/** What is shown of a text. */
export interface TextShown {
  readonly document: Pick<Forms["Document"], "text" | "blocks" | "language">;
  readonly claims: readonly MarkedClaim[];
  /** The claim that is looked at: it is marked, and the text goes to it. */
  readonly shown?: string | undefined;
  /** What lies over claims; keys are a kind (`slot`, `slot-strong`, `abstained`, `chosen`) and, of slots, their path. */
  readonly over: readonly Cover[];
  readonly select: (id: string) => void;
  /** The claim that is pointed at. */
  readonly point: (id: string | undefined) => void;
  readonly root: RefObject<HTMLDivElement | null>;
  /** What words are chosen for, while they are: the text then takes the focus, and hears keys. */
  readonly choosing?: string | undefined;
}

const NONE: readonly Cover[] = [];

/** Parts and units of a text that are drawn at once; the rest of a long one is drawn when it comes near. */
const SHEET = { parts: 120, units: 40_000 };

/** The text, drawn sheet by sheet. */
export function DocumentText({ document, claims, shown, over, select, point, root, choosing }: TextShown) {
  const parts = useMemo(() => partsOf(document), [document]);
  const sheets = useMemo(() => sheetsOf(parts, SHEET), [parts]);
  const covers = useMemo(() => coversByPart(parts, claims.flatMap(coversOf)), [parts, claims]);
  const overs = useMemo(() => coversByPart(parts, over), [parts, over]);
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);
  const place = byId.get(shown ?? "")?.places[0];
  usePointing(root, select, point);
  return (
    <div className="text words" ref={root} lang={document.language} {...(choosing === undefined ? {} : chooser(choosing))}>
      {sheets.map((sheet, n) => (
        <Sheet key={sheet[0]?.start ?? 0} sheet={sheet} isNeeded={n === 0 || (place !== undefined && isWithin(sheet, place.start))}>
          {(part) => (
            <PartView
              key={part.start}
              part={part}
              words={document.text.slice(part.start, part.end)}
              covers={covers.get(part) ?? NONE}
              over={overs.get(part) ?? NONE}
              claims={byId}
              shown={covers.get(part)?.some(({ key }) => claimIn(key) === shown) === true ? shown : undefined}
              select={select}
            />
          )}
        </Sheet>
      ))}
    </div>
  );
}

/** The text as something that hears keys: the arrows move word by word. */
function chooser(what: string) {
  const keys = "arrows move, with Shift or [ and ] they extend, Enter takes, Escape goes back";
  return { tabIndex: 0, role: "application", "aria-label": `Words for ${what}: ${keys}` };
}

function coversOf({ id, places }: MarkedClaim): readonly Cover[] {
  return places.map(({ start, end }, n) => ({ key: n === 0 ? id : `${id} ${n}`, start, end }));
}

function isWithin(sheet: readonly Part[], place: number): boolean {
  return (sheet[0]?.start ?? 0) <= place && place < (sheet.at(-1)?.end ?? 0);
}

interface SheetProps {
  readonly sheet: readonly Part[];
  readonly isNeeded: boolean;
  readonly children: (part: Part) => React.ReactNode;
}

/** Roughly how high a text of so many units is, in pixels. */
function heightOf(sheet: readonly Part[]): number {
  const units = (sheet.at(-1)?.end ?? 0) - (sheet[0]?.start ?? 0);
  return Math.round(sheet.length * 14 + (units / 75) * 28);
}

/** Some parts, drawn once they come near the window, and kept from then on. */
function Sheet({ sheet, isNeeded, children }: SheetProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const isDrawn = isNeeded || isNear;
  useEffect(() => {
    const watched = place.current;
    if (isDrawn || watched === null) return;
    const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setNear(true), { rootMargin: "1500px" });
    watcher.observe(watched);
    return () => watcher.disconnect();
  }, [isDrawn]);
  return isDrawn ? <div className="sheet-of-text">{sheet.map(children)}</div> : <div ref={place} style={{ height: `${heightOf(sheet)}px` }} />;
}

/** A claim under the pointer is shown, and selected with a click: with another click the next of those that lie there. */
function usePointing(root: RefObject<HTMLDivElement | null>, select: (id: string) => void, point: (id: string | undefined) => void): void {
  useEffect(() => {
    const text = root.current;
    if (text === null) return;
    let last: string | undefined;
    const over = (event: Event): void => point(claimsAt(event.target)[0]);
    const out = (): void => point(undefined);
    const click = (event: Event): void => {
      const found = claimsAt(event.target);
      if (found.length === 0 || document.getSelection()?.isCollapsed === false) return;
      last = found[(found.indexOf(last ?? "") + 1) % found.length] ?? found[0];
      if (last !== undefined) select(last);
    };
    text.addEventListener("pointerover", over);
    text.addEventListener("pointerleave", out);
    text.addEventListener("click", click);
    return () => {
      text.removeEventListener("pointerover", over);
      text.removeEventListener("pointerleave", out);
      text.removeEventListener("click", click);
    };
  }, [root, select, point]);
}
