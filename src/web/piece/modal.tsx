// A dialog before everything else: the browser keeps the focus within it and Escape closes it.
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";

/** A dialog that is open as long as it is shown. */
export function Modal({ title, close, children }: { readonly title: string; readonly close: () => void; readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
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
