// That a party known by its name alone is one with another, which a person says under their name and can take back.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import type { FormEvent } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Modal, TroubleNote } from "../piece/index.ts";
import { PersonLine, useDecide, useSay } from "../shell/index.ts";

type Decision = Forms["Deciding"]["decisions"][number];

/** What was said, with its place in the ledger. */
export interface Said {
  readonly seq: number;
  readonly words: string;
}

interface SameProps {
  /** The party's name, as claims have it. */
  readonly name: string;
  readonly close: () => void;
  /** Called with the other's id or name once it is written. */
  readonly said: (said: Said, other: string) => void;
}

/** Asks for the other party, and why. */
export function SameParty({ name, close, said }: SameProps) {
  const [other, setOther] = useState("");
  const [why, setWhy] = useState("");
  const list = useId();
  const known = useKnown(other);
  const found = known.find((one) => [one.id, one.name].some((value) => value?.toLowerCase() === other.trim().toLowerCase()));
  const called = found?.name ?? other.trim();
  const say = useSaying();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = `“${name}” and “${called}” are one party`;
    const names: [string, ...string[]] = [name, ...(found?.id === null || found === undefined ? [called] : [])];
    const id = found?.id ?? undefined;
    const decision = { type: "same-party" as const, names, ...(id === undefined ? {} : { id }) };
    say.mutate({ decision, words, why }, { onSuccess: (seq) => (seq === undefined ? undefined : said({ seq, words }, id ?? called)) });
  };
  return (
    <Modal title={`Who “${name}” is`} close={close}>
      <form className="stack" onSubmit={submit}>
        <p>The deals of both become those of one party. Claims stay as they were told, and it can be taken back.</p>
        <label>
          The other party, by its name or id
          <input value={other} list={list} required maxLength={200} autoComplete="off" onChange={({ target }) => setOther(target.value)} />
        </label>
        <datalist id={list}>
          {known.map((one) => (
            <option key={one.id ?? one.name} value={one.name}>
              {one.id ?? ""}
            </option>
          ))}
        </datalist>
        <label>
          Why (others will read it)
          <textarea value={why} rows={2} maxLength={2000} onChange={({ target }) => setWhy(target.value)} />
        </label>
        {say.isError ? <TroubleNote error={say.error} /> : null}
        <PersonLine />
        <div className="row">
          <button className="main" disabled={called === "" || called.toLowerCase() === name.toLowerCase() || say.isPending}>
            They are one party
          </button>
          <button type="button" onClick={close}>
            Leave it as it is
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** Parties that begin as is written. */
function useKnown(written: string): readonly Forms["Party"][] {
  const begins = useDeferredValue(written.trim());
  const found = useQuery({
    queryKey: ["parties", "begins", begins],
    queryFn: async ({ signal }) => ask<Forms["PartyPage"]>("/parties", { query: { begins, limit: 8 }, signal }),
    enabled: begins.length > 1,
  });
  return found.data?.values ?? [];
}

interface Saying {
  readonly decision: Decision["decision"];
  readonly words: string;
  readonly why: string;
}

/** Writes a decision, and gives its place in the ledger; undefined where no name was given. */
function useSaying() {
  const decide = useDecide();
  const tell = useSay();
  return useMutation({
    mutationFn: async ({ decision, words, why }: Saying): Promise<number | undefined> => {
      const made = await decide(() => [{ decision, ...(why.trim() === "" ? {} : { why: why.trim() }) }]);
      if (made !== undefined) tell(words);
      return made?.[0]?.seq;
    },
  });
}

/** What was said, with a way back. */
export function SaidNote({ said: { seq, words }, forget }: { readonly said: Said; readonly forget: () => void }) {
  const undo = useSaying();
  const back = (): void =>
    undo.mutate(
      { decision: { type: "undo", decision: seq }, words: `Taken back: ${words}`, why: "" },
      { onSuccess: (made) => (made === undefined ? undefined : forget()) },
    );
  return (
    <div className="note row" data-tone="warn">
      <p>
        {words}. <span className="soft">Entry {seq}.</span>
      </p>
      <button disabled={undo.isPending} onClick={back}>
        Take it back
      </button>
      <button className="plain" onClick={forget}>
        Close
      </button>
      {undo.isError ? <TroubleNote error={undo.error} /> : null}
    </div>
  );
}
