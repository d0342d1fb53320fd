// A dialog before everything else: the browser keeps the focus within it, Escape closes it, and the focus goes back to where it was.
import { useId, useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";

/** A dialog that is open as long as it is shown. */
export function Modal({ title, close, children }: { readonly title: string; readonly close: () => void; readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // It is closed before it is taken from the page: a browser gives the focus back only then.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onCancel={close}>
      <div className="page-head">
        <h2 id={heading}>{title}</h2>
        <button className="plain" onClick={close} aria-label="Close">
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
}
