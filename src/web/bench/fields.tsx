// Fields for values that hold more than words: parties with their ids, goods, sums, days, sources.
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { ReactNode } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import type { DraftItem, DraftParty, DraftSource, DraftSum } from "./draft.ts";
import { dayIn, sumIn } from "./guess.ts";
import { WordsField } from "./words-field.tsx";
import type { Draft, Words } from "./draft.ts";

interface Of<Value> {
  readonly name: string;
  readonly value: Value;
  readonly change: (value: Value) => void;
}

function Typed({
  label,
  value,
  change,
  size = 8,
}: {
  readonly label: string;
  readonly value: string;
  readonly change: (typed: string) => void;
  readonly size?: number;
}) {
  return (
    <label>
      {label}
      <input value={value} size={size} maxLength={500} autoComplete="off" onChange={(event) => change(event.target.value)} />
    </label>
  );
}

/** One of a few. */
export function Choice<Value extends string>({
  label,
  value,
  all,
  change,
}: {
  readonly label: string;
  readonly value: Value;
  readonly all: readonly Value[];
  readonly change: (value: Value) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => change(all.find((one) => one === event.target.value) ?? value)}>
        {all.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

/** A party by its words, with ids that the ledger has for parties that begin so. */
export function PartyField({ name, value, change }: Of<DraftParty>) {
  const list = useId();
  const begins = value.words.text.replace(/^(?:the|a|an)\s+/i, "").slice(0, 100);
  const { data } = useQuery({
    queryKey: ["parties", "begins", begins],
    queryFn: async ({ signal }) => ask<Forms["PartyPage"]>("/parties", { query: { begins, limit: 8 }, signal }),
    enabled: begins.length > 1,
  });
  const known = data?.values.flatMap(({ id, name: called }) => (id === null ? [] : [{ id, called }])) ?? [];
  const only = known.length === 1 ? known[0] : known.find(({ called }) => called.toLowerCase() === begins.toLowerCase());
  return (
    <>
      <WordsField label={name} value={value.words} change={(words) => change({ ...value, words })} />
      <div className="row">
        <label>
          Id of {name.toLowerCase()}
          <input
            value={value.id}
            list={list}
            size={8}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => change({ ...value, id: event.target.value })}
          />
        </label>
        <datalist id={list}>
          {known.map(({ id, called }) => (
            <option key={id} value={id}>
              {called}
            </option>
          ))}
        </datalist>
        {only === undefined || only.id === value.id ? null : (
          <button type="button" onClick={() => change({ ...value, id: only.id })}>
            {only.called} is {only.id}
          </button>
        )}
        <Typed label="Acting by" value={value.via} change={(via) => change({ ...value, via })} size={12} />
        <Typed label="Of the state" value={value.state} change={(state) => change({ ...value, state })} />
      </div>
    </>
  );
}

/** Goods, how many and in which unit. */
export function ItemField({ name, value, change }: Of<DraftItem>) {
  return (
    <>
      <WordsField label={name} value={value.words} change={(words) => change({ ...value, words })} />
      <div className="row">
        <Typed label="How many" value={value.quantity} change={(quantity) => change({ ...value, quantity })} />
        <Typed label="Unit" value={value.unit} change={(unit) => change({ ...value, unit })} />
      </div>
    </>
  );
}

const KINDS = ["value", "payment", "compensation", "penalty", "aid", "loan"] as const;
const BOUNDS = ["exact", "about", "min", "max"] as const;

/** A sum: its words, from which figures and currency are taken where they say them plainly. */
export function SumField({ name, value, change }: Of<DraftSum>) {
  const words = (told: Words): void => change({ ...value, ...sumIn(told.text), words: told });
  return (
    <>
      <WordsField label={name} value={value.words} change={words} hint="The words that tell the sum" />
      <div className="row">
        <Typed label="Amount" value={value.amount} change={(amount) => change({ ...value, amount })} size={14} />
        <Typed label="Currency" value={value.currency} change={(currency) => change({ ...value, currency })} size={4} />
        <Choice label="Kind" value={value.kind} all={KINDS} change={(kind) => change({ ...value, kind })} />
        <Choice label="Bound" value={value.bound} all={BOUNDS} change={(bound) => change({ ...value, bound })} />
      </div>
    </>
  );
}

const BASES = ["stated", "anchored", "none"] as const;

/** When: its words, and the day, month or year that they mean. */
export function TimeField({ name, value, change }: Of<Draft["time"]>) {
  const words = (told: Words): void => {
    const norm = dayIn(told.text);
    change({ ...value, words: told, ...(norm === undefined ? {} : { norm, basis: "stated" as const }) });
  };
  return (
    <>
      <WordsField label={name} value={value.words} change={words} hint="The words that tell when" />
      <div className="row">
        <Typed label="As 2021-09-16, 2021-09, 2021 or 2021/2025" value={value.norm} change={(norm) => change({ ...value, norm })} size={14} />
        <Choice label="Basis" value={value.basis} all={BASES} change={(basis) => change({ ...value, basis })} />
      </div>
    </>
  );
}

/** Who says so, and how. */
export function SourceField({ name, value, change }: Of<DraftSource>) {
  return (
    <>
      <WordsField label={name} value={value.words} change={(words) => change({ ...value, words })} />
      <div className="row">
        <Typed label="Role" value={value.role} change={(role) => change({ ...value, role })} size={14} />
        <Typed label="Says by the word" value={value.cue} change={(cue) => change({ ...value, cue })} />
        <Typed label="Carried by" value={value.channel} change={(channel) => change({ ...value, channel })} size={14} />
      </div>
    </>
  );
}

interface ListOf<Value> {
  readonly title: string;
  readonly problem?: string | undefined;
  readonly values: readonly Value[];
  readonly fresh: Value;
  readonly change: (values: readonly Value[]) => void;
  readonly children: (name: string, value: Value, change: (value: Value) => void) => ReactNode;
}

/** Values of a list, one below the other; each can be taken out, and one added. */
export function ListField<Value>({ title, problem, values, fresh, change, children }: ListOf<Value>) {
  return (
    <fieldset className="slot-field">
      <legend>{title}</legend>
      {values.map((value, n) => (
        // A value has no name of its own but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="slot-value" key={n}>
          {children(values.length === 1 ? title : `${title} ${n + 1}`, value, (next) => change(values.with(n, next)))}
          <button
            type="button"
            className="plain"
            onClick={() => change(values.filter((_, other) => other !== n))}
            aria-label={`Take out ${title} ${n + 1}`}
          >
            Take out
          </button>
        </div>
      ))}
      <button type="button" onClick={() => change([...values, fresh])} aria-label={`Add to: ${title}`}>
        Add
      </button>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
    </fieldset>
  );
}
