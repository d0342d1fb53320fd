// One deal as a row of the table or as a card. A thousand of them pass by while somebody scrolls: they are small, and drawn again only where
// something of theirs changed.
import { memo } from "react";
import type { ChangeEvent, FocusEvent, KeyboardEvent, MouseEvent } from "react";
import type { Forms } from "../asking/index.ts";
import { counted } from "../piece/index.ts";
import { partiesText, Since, Threads, Told } from "./column.tsx";
import type { Column } from "./column.tsx";

/** What can be done with a deal in the list; the same functions for all, so that lines stay as they are. */
export interface LineActs {
  readonly open: (event: MouseEvent<HTMLAnchorElement>) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly pick: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** A line of the list. */
export interface LineProps {
  readonly deal: Forms["DealBrief"];
  readonly line: number;
  /** The one line of which parts can be reached with the tab key: others are reached by arrows, j and k. */
  readonly isStop: boolean;
  readonly isPicked: boolean;
  /** It changed since somebody was here last. */
  readonly isChanged: boolean;
  /** What of the address goes along to the deal. */
  readonly days: string;
  readonly acts: LineActs;
}

/** A deal as a row. */
export const Row = memo(function Row({ columns, ...props }: LineProps & { readonly columns: readonly Column[] }) {
  return (
    <tr aria-rowindex={props.line + 2} data-line={props.line} data-picked={props.isPicked}>
      <td className="deals-pick">
        <Pick {...props} />
      </td>
      <th scope="row" title={props.deal.name}>
        <Name {...props} />
      </th>
      {columns.map(({ id, isNumber, tell }) => (
        <td key={id} className={isNumber ? "deals-number" : undefined}>
          <div className="deals-two">{tell(props.deal)}</div>
        </td>
      ))}
    </tr>
  );
});

/** A deal as a card, of which a list holds `of`, or -1 where nobody knows yet. */
export const Card = memo(function Card({ of, ...props }: LineProps & { readonly of: number }) {
  const { deal, line, isPicked } = props;
  return (
    <li className="deals-card" data-line={line} data-picked={isPicked} aria-posinset={line + 1} aria-setsize={of}>
      <div className="deals-card-head">
        <Name {...props} />
        <Pick {...props} />
      </div>
      <Threads deal={deal} />
      <p className="deals-clipped">
        {deal.kind} · {partiesText(deal.parties)}
      </p>
      <p className="deals-clipped">
        <Since bounds={deal.since} isSentence />
      </p>
      <p className="deals-clipped">
        {countsText(deal)} · <Told day={deal.last} />
      </p>
    </li>
  );
});

function countsText({ claims, documents, conflicts }: Forms["DealBrief"]): string {
  const counts = `${counted(claims, "claim")} in ${counted(documents, "report")}`;
  return conflicts.length === 0 ? counts : `${counts} · ${counted(conflicts.length, "conflict")}`;
}

function Name({ deal: { id, name }, isStop, isChanged, days, acts }: LineProps) {
  return (
    <a
      className="deals-name"
      href={`/deals/${encodeURIComponent(id)}${days}`}
      tabIndex={isStop ? 0 : -1}
      onClick={acts.open}
      onKeyDown={acts.onKey}
      onFocus={acts.onFocus}
    >
      {isChanged ? <ChangedSign /> : null}
      {name}
    </a>
  );
}

function ChangedSign() {
  return (
    <span className="deals-changed" title="Changed since your last visit">
      <span aria-hidden="true">✱</span>
      <span className="unseen">changed: </span>
    </span>
  );
}

function Pick({ deal: { name }, isStop, isPicked, acts }: LineProps) {
  return <input type="checkbox" checked={isPicked} onChange={acts.pick} tabIndex={isStop ? 0 : -1} aria-label={`Select ${name}`} />;
}
