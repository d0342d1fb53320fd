// The queue: what waits, and why it does.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ActWord, Day } from "../piece/index.ts";
import { KINDS } from "../vocabulary/index.ts";
import { idText, partiesText } from "../../phrasing/index.ts";
import { whyText } from "./asked.ts";
import type { Waiting } from "./asked.ts";
import { reviewRoute } from "./route.ts";

interface QueueProps {
  readonly items: readonly Waiting[];
  readonly selected: string | undefined;
  readonly select: (id: string) => void;
  readonly more: (() => void) | undefined;
}

/** What waits, those first that should be looked at first. */
export function Queue({ items, selected, select, more }: QueueProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>("[data-waiting]") ?? [])];
    items.find((item) => item.dataset["waiting"] === selected)?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <nav className="queue" aria-label="What waits">
      <ol ref={list}>
        {items.map((item) => (
          <Item key={item.claim.claim.id} item={item} isSelected={item.claim.claim.id === selected} select={select} />
        ))}
      </ol>
      {more === undefined ? null : <button onClick={more}>More</button>}
    </nav>
  );
}

interface ItemProps {
  readonly item: Waiting;
  readonly isSelected: boolean;
  readonly select: (id: string) => void;
}

function Item({ item, isSelected, select }: ItemProps) {
  const { claim, document, day } = item.claim;
  return (
    <li>
      <button onClick={() => select(claim.id)} aria-current={isSelected} data-waiting={claim.id}>
        <span>
          <ActWord act={claim.act} mode={claim.mode} negated={claim.negated} /> {partiesText(claim)}
        </span>
        <span className="small">{whyText(item)}</span>
        <span className="small soft">
          {item.deal === undefined ? "of no deal" : item.deal.name} · {day === undefined ? idText(document) : <Day iso={day} />}
        </span>
      </button>
    </li>
  );
}

/** Of which kind of deals claims are looked at. */
export function KindChoice() {
  const { kind = "" } = reviewRoute.useSearch();
  const navigate = useNavigate({ from: reviewRoute.to });
  return (
    <label>
      Deals of the kind
      <select value={kind} onChange={(event) => void navigate({ search: event.target.value === "" ? {} : { kind: event.target.value } })}>
        <option value="">any</option>
        {KINDS.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}
