// What decisions about two claims have in common: a dialog with the words of both, a place for why, and what went wrong.
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { Forms } from "../asking/index.ts";
import { Modal, TroubleNote } from "../piece/index.ts";
import { PersonLine } from "../shell/index.ts";
import { Origin, Words } from "./telling.tsx";

type Row = Forms["LifeRow"];

interface AskingProps {
  readonly title: string;
  readonly act: string;
  readonly close: () => void;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly decide: (why: string) => void;
  readonly children: ReactNode;
}

/** A dialog in which something is decided, with why. */
export function AskingWhy({ title, act, close, isReady, isBusy, error, decide, children }: AskingProps) {
  const [why, setWhy] = useState("");
  // What failed before this was opened is of something else.
  const [earlier] = useState(error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isReady && !isBusy) decide(why);
  };
  return (
    <Modal title={title} close={close}>
      <form className="stack" onSubmit={submit}>
        {children}
        <label>
          Why (others will read it)
          <textarea value={why} rows={2} maxLength={2000} onChange={({ target }) => setWhy(target.value)} />
        </label>
        {error === null || error === undefined || error === earlier ? null : <TroubleNote error={error} />}
        <PersonLine />
        <div className="row">
          <button className="main" disabled={!isReady || isBusy}>
            {isBusy ? "Deciding …" : act}
          </button>
          <button type="button" onClick={close}>
            Leave it as it is
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** A claim's words and source, for somebody who decides about it. */
export function ClaimWords({ row }: { readonly row: Row }) {
  return (
    <div className="claim-words">
      <Words words={row.words} />
      <Origin sources={row.sources} document={row.document} claim={row.claim} />
    </div>
  );
}

/** The rows that are claims, each once. */
export function claimRows(life: readonly Row[]): readonly Row[] {
  return [...new Map(life.filter(({ part, presumed }) => part !== "hints" && presumed !== true).map((row) => [row.claim, row])).values()];
}

/** The claim that stands for a deal: the one that it begins with. */
export function openingOf({ claims, life }: Pick<Forms["Deal"], "claims" | "life">): Row | undefined {
  const rows = new Map(claimRows(life).map((row) => [row.claim, row]));
  return claims.map((id) => rows.get(id)).find((row) => row !== undefined);
}
