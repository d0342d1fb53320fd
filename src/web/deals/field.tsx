// The fields by which deals are asked for. What is written counts once it is done: on Enter, on leaving the field, or where a suggestion is taken.
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { ask } from "../asking/index.ts";
import { useDraft } from "./draft.ts";

/** What every field has. */
export interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
  /** What is wrong with it. */
  readonly trouble?: string | undefined;
}

/** A label, its field, and what is wrong with it beneath. */
function Labelled({
  name,
  trouble,
  id,
  children,
}: {
  readonly name: string;
  readonly trouble: string | undefined;
  readonly id: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="deals-field">
      <label htmlFor={id}>{name}</label>
      {children}
      {trouble === undefined ? null : (
        <p id={`${id}-trouble`} className="deals-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}

function toldWrong(id: string, trouble: string | undefined) {
  return trouble === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${id}-trouble` };
}

/** A choice of one, or of any. */
export function ChoiceField({
  name,
  value,
  set,
  trouble,
  choices,
  any = "any",
}: FieldProps & { readonly choices: Readonly<Record<string, string>>; readonly any?: string }) {
  const id = useId();
  const isOdd = value !== "" && choices[value] === undefined;
  return (
    <Labelled name={name} trouble={trouble} id={id}>
      <select id={id} value={value} onChange={(event) => set(event.target.value)} {...toldWrong(id, trouble)}>
        <option value="">{any}</option>
        {isOdd ? <option value={value}>{value}</option> : null}
        {Object.entries(choices).map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** What is written and not yet done; it follows the address where that changes. */
function useWriting(value: string, set: (value: string) => void) {
  const [draft, write] = useDraft(value, value);
  return {
    draft,
    write,
    done: (written: string = draft) => {
      const trimmed = written.trim();
      write(trimmed);
      if (trimmed !== value) set(trimmed);
    },
  };
}

const NONE: readonly Suggestion[] = [];

/** Words, a day, or whatever else is written; `suggest` are the words that are offered. */
export function TextField({ name, value, set, trouble, type = "text", hint, suggestions = NONE, onWrite }: FieldProps & TextExtras) {
  const id = useId();
  const { draft, write, done } = useWriting(value, set);
  const onInput = (event: FormEvent<HTMLInputElement>): void => {
    const written = event.currentTarget.value;
    write(written);
    onWrite?.(written);
    if (type === "date" ? isWholeDay(written) : isTaken(event.nativeEvent)) done(written);
  };
  return (
    <Labelled name={name} trouble={trouble} id={id}>
      <input
        id={id}
        type={type}
        value={draft}
        placeholder={hint}
        maxLength={500}
        autoComplete="off"
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        onInput={onInput}
        onBlur={() => done()}
        onKeyDown={(event) => (event.key === "Enter" ? done() : undefined)}
        {...toldWrong(id, trouble)}
      />
      <datalist id={`${id}-list`}>
        {suggestions.map(({ value: suggested, text }) => (
          <option key={suggested} value={suggested}>
            {text}
          </option>
        ))}
      </datalist>
    </Labelled>
  );
}

/** A day of which the year is no longer being written: 0002, 0020, 0201. */
function isWholeDay(written: string): boolean {
  return written >= "1000";
}

/** Whether a suggestion was taken, or a field emptied by its cross: neither comes letter by letter. */
function isTaken(event: Event): boolean {
  return !("inputType" in event) || event.inputType === "insertReplacementText" || event.inputType === undefined;
}

/** A value that is offered, and what is said beside it. */
interface Suggestion {
  readonly value: string;
  readonly text: string;
}

interface TextExtras {
  readonly type?: "text" | "date" | "search";
  readonly hint?: string;
  readonly suggestions?: readonly Suggestion[];
  readonly onWrite?: (written: string) => void;
}

/** How many are offered. */
const OFFERED = 12;

/** A field that offers what the ledger holds: parties or goods that begin so. */
export function SuggestField({ of, ...props }: FieldProps & { readonly of: "parties" | "items"; readonly hint?: string }) {
  const [begins, setBegins] = useState("");
  const { data } = useQuery({
    queryKey: [of, "begin", begins],
    queryFn: async ({ signal }) => ask<Offered>(`/${of}`, { query: { begins, limit: OFFERED }, signal }),
    enabled: begins !== "",
    placeholderData: (before) => before,
  });
  const values = begins === "" ? [] : (data?.values ?? []);
  const suggestions = values.map(({ name, deals, more }) => ({
    value: name,
    text: `${deals.toLocaleString("en")}${more ? "+" : ""} ${deals === 1 ? "deal" : "deals"}`,
  }));
  return <TextField {...props} suggestions={suggestions} onWrite={(written) => setBegins(written.trim())} />;
}

interface Offered {
  readonly values: readonly { readonly name: string; readonly deals: number; readonly more?: true }[];
}
