// What every view begins with: its title on the page and in the tab, to which the focus goes when somebody comes here.
import { useEffect, useRef } from "react";
import type { ReactNode, RefObject } from "react";
import { isFocusNowhere } from "./focus.ts";

/** A view under its title; `aside` stands beside the title. */
export function Page({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Pacta`;
  }, [title]);
  useArrival(heading);
  return (
    <>
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </>
  );
}

/** The place at which somebody arrived last. */
let reached: string | undefined;

/**
 * A reader of the screen hears where it is; nothing moves for others. A page that is made anew at the same place, as when what it shows has come, takes
 * the focus from nobody who is somewhere on it by then.
 */
function useArrival(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = window.location.pathname;
    if (place !== reached || isFocusNowhere()) heading.current?.focus({ preventScroll: true });
    reached = place;
  }, [heading]);
}
