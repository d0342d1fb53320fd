// Who decides. On a machine of one's own the server knows nobody's name: it is asked for once, kept in this browser, shown and changed at will. With a
// token its name stands, and nothing is asked.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { Modal } from "../piece/index.ts";
import { keepPerson, nameIn, personKept } from "./person-name.ts";
import { useStatus } from "./status.ts";

/** Who signs: the name, and what a request to the server gives of it (nothing where a token says it). */
export interface Signed {
  readonly name: string;
  readonly given: { readonly by?: string };
}

interface Person {
  /** The name under which is decided, if that is known yet. */
  readonly name: string | undefined;
  /** The name is a token's, and can't be changed here. */
  readonly isToken: boolean;
  /** Who signs; asks for a name where there is none. Undefined where the question was closed without one. */
  readonly sign: () => Promise<Signed | undefined>;
  /** Asks for another name. */
  readonly change: () => Promise<Signed | undefined>;
}

const PersonContext = createContext<Person | undefined>(undefined);

type Answer = (signed: Signed | undefined) => void;

/** Knows who decides within. */
export function PersonProvider({ children }: { readonly children: ReactNode }) {
  const token = useStatus().data?.asker.name?.trim();
  const [kept, setKept] = useState(personKept);
  const [isAsked, setAsked] = useState(false);
  const waiting = useRef<readonly Answer[]>([]);
  const change = useCallback(async () => {
    setAsked(true);
    return new Promise<Signed | undefined>((resolve) => {
      waiting.current = [...waiting.current, resolve];
    });
  }, []);
  const answer = (name: string | undefined): void => {
    setAsked(false);
    if (name !== undefined) {
      keepPerson(name);
      setKept(name);
    }
    for (const resolve of waiting.current) resolve(name === undefined ? undefined : { name, given: { by: name } });
    waiting.current = [];
  };
  const person = useMemo((): Person => {
    const name = token ?? kept;
    const isToken = token !== undefined;
    const sign = async (): Promise<Signed | undefined> => (name === undefined ? change() : { name, given: isToken ? {} : { by: name } });
    return { name, isToken, change, sign };
  }, [token, kept, change]);
  return (
    <PersonContext value={person}>
      {children}
      {isAsked ? <NameQuestion before={kept} answer={answer} /> : null}
    </PersonContext>
  );
}

/** Who decides here. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === undefined) throw new Error("outside of a PersonProvider");
  return person;
}

function NameQuestion({ before, answer }: { readonly before: string | undefined; readonly answer: (name: string | undefined) => void }) {
  const [isWrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // After the dialog has opened, which puts the focus on its first button.
  useEffect(() => input.current?.select(), []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("person");
    const name = nameIn(typeof typed === "string" ? typed : "");
    if (name === undefined) setWrong(true);
    else answer(name);
  };
  return (
    <Modal title="Who decides?" close={() => answer(undefined)}>
      <form className="stack" onSubmit={submit}>
        <p>Every decision stands in the ledger under the name of whoever made it. This browser remembers yours; it can be changed.</p>
        <label>
          Your name
          <input ref={input} name="person" defaultValue={before} autoComplete="name" required maxLength={200} aria-invalid={isWrong} />
        </label>
        {isWrong ? <p role="alert">A name is one to 200 characters long.</p> : null}
        <div>
          <button className="main">Decide under this name</button>
        </div>
      </form>
    </Modal>
  );
}

/** "Deciding as Ada", with a way to change it. */
export function PersonLine({ doing = "Deciding" }: { readonly doing?: string }) {
  const { name, isToken, change } = usePerson();
  return (
    <p className="row small soft">
      <span>{name === undefined ? `${doing} under no name yet` : `${doing} as ${name}`}</span>
      {isToken ? null : (
        <button className="plain" onClick={() => void change()}>
          {name === undefined ? "Give a name" : "Change"}
        </button>
      )}
    </p>
  );
}
