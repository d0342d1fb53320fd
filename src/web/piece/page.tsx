// What every view begins with: its title on the page and in the tab, to which the focus goes when somebody comes here.
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

/** A view under its title; `aside` stands beside the title. */
export function Page({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Pacta`;
  }, [title]);
  // A reader of the screen hears where it is; nothing moves for others.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
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
