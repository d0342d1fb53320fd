// A document's text beside the claim that is looked at, where people decide: with the pointer or by keys alone.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { DocumentText, markedClaims } from "../evidence/index.ts";
import { useActs } from "./acts.ts";
import { NowNote, RefusedNote } from "./conflict.tsx";
import { isFocusNowhere } from "../piece/index.ts";
import { coversOver } from "./covers.ts";
import type { Pointing } from "./covers.ts";
import { useBenchKeys } from "./keys.ts";
import { Leaving } from "./leaving.tsx";
import { More } from "./more.tsx";
import type { OnBench } from "./on-bench.ts";
import { Panel } from "./panel.tsx";
import { PickingProvider, useFields } from "./pick.ts";
import { useWork } from "./work.ts";
import "./bench.css";

/** A text with its claims, and what is decided about them. */
export function Bench(on: OnBench) {
  const [text, panel] = [useRef<HTMLDivElement>(null), useRef<HTMLElement>(null)];
  const at = useBench(on, text);
  const { work, marked, claim, acts, picking, isLooking, setOver } = at;
  useGoing(text, claim === undefined ? undefined : on.selected, isLooking);
  useFormFocus(panel, work.doing);
  return (
    <PickingProvider value={picking.fields}>
      <div className="bench">
        <div className="bench-text">
          <DocumentText
            document={on.document}
            claims={marked}
            shown={at.shown}
            over={at.covers}
            select={at.choose}
            point={at.point}
            root={text}
            choosing={isLooking ? undefined : (picking.armed?.label ?? "a field")}
          />
        </div>
        <aside className="bench-panel stack" ref={panel} aria-label="The claim">
          {at.refused === undefined ? null : <RefusedNote refused={at.refused} look={() => void work.look()} dismiss={work.dismiss} />}
          <NowNote doing={work.doing} />
          <output className="unseen" aria-label="Words chosen">
            {picking.heard}
          </output>
          <Panel
            work={work}
            where={{ document: on.document.id, version: on.document.version }}
            claim={claim}
            number={marked.find(({ id }) => id === at.worked)?.number}
            isRejected={on.rejected.some((one) => one.claim.id === on.selected)}
            deal={on.deal}
            mayDecide={on.mayDecide}
            point={(slot) => setOver((now) => ({ ...now, slot }))}
            undo={acts.undoOne}
            keys={acts.keys}
          />
          {isLooking ? (
            <More on={on} open={at.open} setOpen={at.setOpen} acts={acts} point={(one) => setOver((now) => ({ ...now, abstention: one }))} />
          ) : null}
        </aside>
      </div>
      <Leaving isUnsaved={work.isUnsaved} leave={work.end} />
    </PickingProvider>
  );
}

/** What is looked at on the bench, what is marked, and what can be done. */
function useBench(on: OnBench, text: RefObject<HTMLDivElement | null>) {
  const { document, claims, rejected, abstained, selected, select } = on;
  const [open, setOpen] = useState({ abstained: false, rejected: false });
  const [pointed, point] = useState<string>();
  const [over, setOver] = useState<Pointing>({});
  const work = useWork({ document: document.id, sitting: on.sitting, decided: on.decided });
  const isLooking = work.doing.is === "looking" || work.doing.is === "parting";
  useTelling(on, work);
  // A form is about the claim with which it was opened.
  const worked = "seen" in work.doing ? work.doing.seen.claim.id : selected;
  const isHere = work.doing.is !== "parting" && [undefined, worked].includes(work.refused?.about.claim);
  const refused = isHere ? work.refused : undefined;
  const all = useMemo(() => (open.rejected ? [...claims, ...rejected] : claims), [open.rejected, claims, rejected]);
  const marked = useMemo(() => markedClaims(all.map(({ claim }) => claim)), [all]);
  const claim = [...claims, ...rejected].find((one) => one.claim.id === selected);
  const choose = useCallback((id: string) => (isLooking ? select(id) : undefined), [isLooking, select]);
  const picking = useFields(text, document.text, claim?.claim.evidence.start ?? 0, !isLooking);
  const shown = isLooking && pointed !== undefined ? all.find((one) => one.claim.id === pointed) : claim;
  const covers = useMemo(
    () => coversOver(isLooking ? shown?.claim.spans : undefined, over, open.abstained ? abstained : [], picking.span),
    [isLooking, shown, over, open.abstained, abstained, picking.span],
  );
  const acts = useActs({ on, work, claim, text, openAbstained: () => setOpen((now) => ({ ...now, abstained: true })) });
  const toggle = (what: "abstained" | "rejected"): void => setOpen((now) => ({ ...now, [what]: !now[what] }));
  useBenchKeys({ ...acts, isLooking, mayDecide: on.mayDecide, marked, selected, movesByKeys: on.movesByKeys, aim: on.aim, toggle });
  return { work, worked, refused, isLooking, marked, claim, choose, picking, shown: shown?.claim.id, covers, acts, open, setOpen, point, setOver };
}

/** Tells that a form is open; one that nothing was typed in is closed when somebody goes to another claim. */
function useTelling({ working, selected }: OnBench, { doing, end }: ReturnType<typeof useWork>): void {
  const isWorking = doing.is !== "looking";
  useLayoutEffect(() => {
    working(isWorking);
    return () => working(false);
  }, [working, isWorking]);
  const [at, setAt] = useState(selected);
  if (at === selected) return;
  setAt(selected);
  if (isWorking) end();
}

/** Pixels at the top that the bar covers. */
const HEADROOM = 80;
/** How much of the window's height the text has: all beside the claim, the upper half above it, where it is narrow (as in bench.css). */
const BESIDE = "(min-width: 60rem)";
const reachOf = (): number => window.innerHeight * (window.matchMedia(BESIDE).matches ? 0.85 : 0.5);

/** Goes to the claim that is looked at. */
function useGoing(text: RefObject<HTMLDivElement | null>, selected: string | undefined, isLooking: boolean): void {
  useEffect(() => {
    if (selected === undefined || !isLooking) return;
    const flag = text.current?.querySelector(`[data-flag="${CSS.escape(selected)}"]`);
    const top = flag?.getBoundingClientRect().top ?? 0;
    // What is in sight stays where it is.
    if (flag !== null && flag !== undefined && (top < HEADROOM || top > reachOf())) flag.scrollIntoView({ block: "center" });
  }, [text, selected, isLooking]);
}

/** A form that opens takes the focus. Once it is gone the claim has it, unless somebody went elsewhere meanwhile. */
function useFormFocus(panel: RefObject<HTMLElement | null>, doing: { readonly is: string }): void {
  const before = useRef(doing.is);
  useEffect(() => {
    if (before.current === doing.is) return;
    before.current = doing.is;
    // The dialog about deals has the focus itself, and gives it back.
    if (doing.is === "parting" || (doing.is === "looking" && !isFocusNowhere())) return;
    const place = panel.current;
    (place?.querySelector<HTMLElement>("[data-first-field]") ?? place?.querySelector<HTMLElement>("[data-card-head]"))?.focus({
      preventScroll: true,
    });
    place?.scrollTo({ top: 0 });
  }, [panel, doing]);
}
