// All that is told of a deal, claim by claim under the years, by act and by whether it moved the deal. j and k go from one to the next; the
// evidence of each has the focus then, so that Enter opens it.
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Forms } from "../asking/index.ts";
import { counted, FAMILIES } from "../piece/index.ts";
import { given, useKeys } from "../shell/index.ts";
import { ChapterItem } from "./chapter-item.tsx";
import { byYear, chapterKey, chapterPlace, chaptersOf, chapterWith, shownChapters, walkedTo } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import type { Origins } from "./asked.ts";
import { isClaim } from "./telling.tsx";

const route = getRouteApi("/deals/$id");

/** Chapters that are shown at first, and at each "more". */
const PAGE = 150;

/** The claims of a deal as a timeline. */
export function Claims({
  deal,
  origins,
  split,
}: {
  readonly deal: Forms["Deal"];
  readonly origins: Origins;
  readonly split: (claim: string) => void;
}) {
  const { family, only, claim } = route.useSearch();
  const [most, setMost] = useState(PAGE);
  const all = useMemo(() => chaptersOf(deal.life), [deal.life]);
  const shown = useMemo(() => shownChapters(all, { family, only }), [all, family, only]);
  const looked = claim === undefined ? undefined : chapterWith(shown, claim);
  // What an address names is shown, however far down it lies.
  const count = Math.max(most, looked === undefined ? 0 : shown.indexOf(looked) + 1);
  useWalking(all, shown, looked);
  return (
    <section aria-labelledby="claims" className="sheet">
      <div className="page-head">
        <h2 id="claims">What is told</h2>
        <Filters />
      </div>
      {shown.length === 0 ? <NoClaims isFiltered={all.length > 0} isKnown={deal.claims.length > 0} /> : null}
      {byYear(shown.slice(0, count)).map(([year, chapters]) => (
        <section key={year ?? "none"} aria-label={year ?? "On a day that is not told"}>
          <h3 className="year">{year ?? "On a day that is not told"}</h3>
          <ol className="plain-list chapters">
            {chapters.map((chapter) => (
              <ChapterItem key={chapterKey(chapter)} chapter={chapter} origins={origins} isLooked={chapter === looked} split={split} />
            ))}
          </ol>
        </section>
      ))}
      {shown.length <= count ? null : (
        <button onClick={() => setMost(count + PAGE)}>Show {counted(Math.min(PAGE, shown.length - count), "more claim")}</button>
      )}
    </section>
  );
}

function NoClaims({ isFiltered, isKnown }: { readonly isFiltered: boolean; readonly isKnown: boolean }) {
  if (!isKnown) return <p className="soft">No report of it was published by then.</p>;
  return (
    <p className="soft">
      {isFiltered ? "Nothing of that kind is told on these days. Choose all acts again." : "Nothing of it had happened by then for sure."}
    </p>
  );
}

function Filters() {
  const { family = "", only } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (chosen: { readonly family?: string | undefined; readonly only?: string | undefined }): void => {
    void navigate({ search: (before) => given({ ...before, ...chosen }), replace: true, resetScroll: false });
  };
  return (
    <div className="row screen-only">
      <label className="inline">
        Acts of
        <select value={family} onChange={({ target }) => choose({ family: target.value === "" ? undefined : target.value })}>
          <option value="">all families</option>
          {FAMILIES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" checked={only === "moved"} onChange={({ target }) => choose({ only: target.checked ? "moved" : undefined })} />
        Only what moved the deal
      </label>
    </div>
  );
}

/** From chapter to chapter by keys; the chapter that is looked at stands in the address. */
function useWalking(all: readonly Chapter[], shown: readonly Chapter[], looked: Chapter | undefined): void {
  const navigate = route.useNavigate();
  const { claim: asked } = route.useSearch();
  // Only a step by keys takes the focus along: a claim that is chosen elsewhere leaves it there.
  const isStep = useRef(false);
  const key = looked === undefined ? undefined : chapterPlace(looked);
  useEffect(() => {
    const item = key === undefined ? null : document.querySelector(`[id="${CSS.escape(key)}"]`);
    item?.scrollIntoView({ block: "center" });
    if (isStep.current) item?.querySelector<HTMLElement>("a.report")?.focus({ preventScroll: true });
    isStep.current = false;
  }, [key]);
  const go = useCallback(
    (by: -1 | 1) => {
      const next = walkedTo({ all, shown }, asked, by);
      if (next === undefined) return;
      isStep.current = true;
      void navigate({ search: (before) => ({ ...before, claim: next.row.claim }), replace: true, resetScroll: false });
    },
    [all, shown, asked, navigate],
  );
  const open = useCallback(() => {
    if (looked === undefined) return;
    const { document: report, claim } = looked.row;
    void navigate({ to: "/documents/$id", params: { id: report.id }, search: isClaim(looked.row) ? { claim } : {} });
  }, [looked, navigate]);
  useKeys(
    useMemo(
      () => [
        { keys: "j", does: "Next claim of the deal", run: () => go(1), repeats: true },
        { keys: "k", does: "Claim of the deal before", run: () => go(-1), repeats: true },
        { keys: "e", does: "Evidence: the claim's words in their report", run: open },
      ],
      [go, open],
    ),
  );
}
