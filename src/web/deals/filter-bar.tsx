// The bar of filters: fields on top, collapsed where the window is narrow, and beneath them what is set, each with a way to take it away.
import { useCallback, useMemo, useRef, useState } from "react";
import { ACTS, actName } from "../piece/index.ts";
import { useKeys } from "../shell/index.ts";
import { useDraft } from "./draft.ts";
import { ChoiceField, SuggestField, TextField } from "./field.tsx";
import { changed, CHOICES, FIELDS, filterText, FILTERS, hasDays, setIn, SORTS, sortOf, without } from "./filter.ts";
import type { DealSearch, FilterName } from "./filter.ts";
import { useNarrow } from "./media.ts";
import { moneyAsked, moneyParts } from "./sum.ts";

/** What the bar shows and changes. */
export interface FilterProps {
  readonly search: DealSearch;
  readonly change: (search: DealSearch) => void;
  /** What is wrong with which field, as the API says. */
  readonly troubles: Readonly<Record<string, string>>;
}

/** Filters that are asked for less often; they are folded in until one of them is set. */
const RARE: readonly FilterName[] = ["act", "money", "from", "to", "asOf", "known", "policy"];

/** The bar of filters. `f` leads to it. */
export function FilterBar(props: FilterProps) {
  const { search, troubles } = props;
  const isNarrow = useNarrow();
  const bar = useRef<HTMLDetailsElement>(null);
  const [[wide, folded], setOpen] = useState([true, false]);
  // Each width has its own: a bar that was opened on a narrow window says nothing of a wide one.
  // What is wrong is said at its field, which then has to be seen.
  const isOpen = (isNarrow ? folded : wide) || Object.keys(troubles).length > 0;
  const open = useCallback((isNow: boolean) => setOpen(([w, f]) => (isNarrow ? [w, isNow] : [isNow, f])), [isNarrow]);
  useKeys(
    useMemo(() => {
      const run = (): void => {
        open(true);
        requestAnimationFrame(() => bar.current?.querySelector("input")?.focus());
      };
      return [{ keys: "f", does: "Filter", run }];
    }, [open]),
  );
  const set = setIn(search).length;
  return (
    <details ref={bar} className="deals-filters screen-only" open={isOpen} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>Filters{set === 0 ? "" : ` (${set} set)`}</summary>
      <div className="deals-fields">
        <Often {...props} />
      </div>
      <Rarely {...props} />
    </details>
  );
}

function useField({ search, change, troubles }: FilterProps) {
  return (name: FilterName) => ({
    name: FIELDS[name],
    value: search[name] ?? "",
    set: (value: string) => change(changed(search, name, value)),
    trouble: troubles[name],
  });
}

function Often(props: FilterProps) {
  const field = useField(props);
  const { search, change, troubles } = props;
  return (
    <>
      <TextField {...field("search")} type="search" hint="all of these" />
      <ChoiceField {...field("state")} choices={CHOICES.state} />
      <ChoiceField {...field("kind")} choices={CHOICES.kind} />
      <SuggestField {...field("party")} of="parties" hint="Russia, RUS" />
      <SuggestField {...field("item")} of="items" hint="S-300, gas" />
      <ChoiceField
        name="Sorted by"
        value={sortOf(search)}
        set={(sort) => change(changed(search, "sort", sort === "claims" ? "" : sort))}
        trouble={troubles["sort"]}
        choices={hasDays(search) ? { claims: SORTS.claims } : SORTS}
      />
    </>
  );
}

const ACT_NAMES = Object.fromEntries(ACTS.map((act) => [act, actName(act)]));

function Rarely(props: FilterProps) {
  const field = useField(props);
  const isSet = RARE.some((name) => props.search[name] !== undefined);
  const [isOpen, setOpen] = useState(isSet);
  return (
    <details className="deals-more" open={isOpen || isSet} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Acts, sums and days</summary>
      <div className="deals-fields">
        <ChoiceField {...field("act")} choices={ACT_NAMES} />
        <SumFields {...props} />
        <TextField {...field("from")} type="date" />
        <TextField {...field("to")} type="date" />
        <TextField {...field("asOf")} type="date" />
        <TextField {...field("known")} type="date" />
        <ChoiceField {...field("policy")} choices={CHOICES.policy} any="the most recent, unless told" />
      </div>
      <p className="soft small">
        <em>As it was on</em> shows states as they were on that day; <em>as known by</em> counts only reports published by that day.
      </p>
    </details>
  );
}

/** A currency, and the least sum in it. They are asked for once they fit together. */
function SumFields({ search, change, troubles }: FilterProps) {
  const [shown, setWritten] = useDraft(search.money ?? "", moneyParts(search.money));
  const asked = moneyAsked(shown.currency, shown.least);
  const write = (next: typeof shown): void => {
    setWritten(next);
    const answer = moneyAsked(next.currency, next.least);
    if ("money" in answer && answer.money !== (search.money ?? "")) change(changed(search, "money", answer.money));
  };
  const trouble = "trouble" in asked ? asked.trouble : troubles["money"];
  return (
    <>
      <TextField name="Currency" value={shown.currency} set={(value) => write({ ...shown, currency: value })} hint="USD" />
      <TextField
        name="Sum of at least"
        value={shown.least}
        set={(value) => write({ ...shown, least: value })}
        trouble={trouble}
        hint="800m, 1.5 bn"
      />
    </>
  );
}

/** What is set, each with a way to take it away. */
export function Chips({ search, change, names }: Omit<FilterProps, "troubles"> & { readonly names: ReadonlyMap<string, string> }) {
  const set = setIn(search);
  if (set.length === 0) return null;
  return (
    <ul className="deals-chips" aria-label="Filters that are set">
      {set.map((name) => {
        const text = filterText(name, search[name] ?? "", names);
        return (
          <li key={name}>
            <button className="deals-chip" onClick={() => change(without(search, [name]))} aria-label={`Remove ${text}`}>
              {text} <span aria-hidden="true">✕</span>
            </button>
          </li>
        );
      })}
      <li>
        <button className="plain" onClick={() => change(without(search, FILTERS))}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
