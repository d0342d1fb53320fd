// Before somebody goes away from a form in which they typed something, they are asked.
import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { Modal } from "../piece/index.ts";

/** Tells that something was typed that is not written yet, as long as the form is there. */
export function useUnsaved(tell: (isTyped: boolean) => void, isTyped: boolean): void {
  useEffect(() => {
    tell(isTyped);
    return () => tell(false);
  }, [tell, isTyped]);
}

/** Asks whoever goes elsewhere, or closes the page, while something typed is not written. */
export function Leaving({ isUnsaved, leave }: { readonly isUnsaved: () => boolean; readonly leave: () => void }) {
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  if (status !== "blocked") return null;
  const go = (): void => {
    leave();
    proceed();
  };
  return (
    <Modal title="Leave what you typed?" close={reset}>
      <div className="stack">
        <p>The form is open and nothing of it is written yet. Whoever goes on loses what was typed.</p>
        <div className="row">
          <button className="main" onClick={reset}>
            Back to the form
          </button>
          <button onClick={go}>Leave it</button>
        </div>
      </div>
    </Modal>
  );
}
