// Deliveries against the order: a bar for each kind of goods, and the words that it rests on.
import type { Forms } from "../asking/index.ts";
import { ActWord, counted } from "../piece/index.ts";
import { deliveriesOf } from "./delivery.ts";
import type { Goods, Told } from "./delivery.ts";
import { Origin, When, Words } from "./telling.tsx";

type Row = Forms["LifeRow"];

/** What was delivered of what was ordered; nothing of a deal in which neither is told. */
export function DeliveriesPart({ deal }: { readonly deal: Forms["Deal"] }) {
  const { goods, uncounted, denials } = deliveriesOf(deal);
  if (goods.length + uncounted.length + denials.length === 0) return null;
  return (
    <section aria-labelledby="deliveries" className="sheet">
      <h2 id="deliveries">{goods.some(({ ordered }) => ordered.length > 0) ? "Deliveries against the order" : "Deliveries"}</h2>
      {goods.map((one) => (
        <GoodsPart key={one.key} goods={one} />
      ))}
      {uncounted.length === 0 ? null : (
        <RowList title={`${counted(uncounted.length, "delivery", "deliveries")} told without a quantity`} rows={uncounted} />
      )}
      {denials.length === 0 ? null : <RowList title="Told as not delivered" rows={denials} />}
    </section>
  );
}

function GoodsPart({ goods: { name, unit, ordered, orders, deliveries, delivered, why } }: { readonly goods: Goods }) {
  const named = unit === undefined ? name : `${name} (${unit})`;
  return (
    <div className="goods">
      <h3>{named}</h3>
      <p>{toldText(ordered, delivered, deliveries.length)}</p>
      {why === undefined ? null : <p className="small soft">{why}</p>}
      {delivered === undefined || ordered.length === 0 ? null : <Bar ordered={ordered} deliveries={deliveries} delivered={delivered} />}
      <details className="small">
        <summary>The words for it</summary>
        <section className="wide" aria-label={`Orders and deliveries: ${named}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Act</th>
                <th scope="col">How many</th>
                <th scope="col">Words and source</th>
              </tr>
            </thead>
            <tbody>
              {[...orders, ...deliveries].map((told) => (
                <ToldRow key={`${told.row.claim} ${told.quantity} ${told.name}`} told={told} />
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}

function toldText(ordered: readonly number[], delivered: number | undefined, deliveries: number): string {
  const [least, most] = [ordered[0], ordered.at(-1)];
  const asked =
    least === undefined
      ? "The quantity ordered is not told"
      : ordered.length === 1
        ? `${least} ordered`
        : `${ordered.join(" or ")} ordered, as reports differ`;
  if (delivered === undefined) return `${asked}; what was delivered can't be told.`;
  const done = deliveries === 0 ? "no delivery of a quantity is told" : `at least ${delivered} delivered`;
  return most !== undefined && delivered > most ? `${asked}; ${done}, which is more than was ordered.` : `${asked}; ${done}.`;
}

/** The whole is the largest quantity that is told; marks stand at the others. Says nothing that the sentence above it does not. */
function Bar({
  ordered,
  deliveries,
  delivered,
}: {
  readonly ordered: readonly number[];
  readonly deliveries: readonly Told[];
  readonly delivered: number;
}) {
  const whole = Math.max(delivered, ...ordered);
  if (whole <= 0) return null;
  return (
    <div className="bar-whole" aria-hidden="true" title={`${counted(deliveries.length, "claim")} of deliveries`}>
      <div className="bar-part" style={{ width: `${(100 * delivered) / whole}%` }} />
      {ordered.map((quantity) => (
        <div key={quantity} className="bar-mark" style={{ left: `${(100 * quantity) / whole}%` }} />
      ))}
    </div>
  );
}

function ToldRow({ told: { row, quantity, name } }: { readonly told: Told }) {
  return (
    <tr>
      <td>
        <When bounds={row.when} />
      </td>
      <td>
        <ActWord act={row.act} mode={row.mode} negated={row.negated} />
      </td>
      <td>
        {quantity} {name}
      </td>
      <td>
        <Words words={row.words} />
        <Origin sources={row.sources} document={row.document} claim={row.claim} />
      </td>
    </tr>
  );
}

/** Rows with their words, under a title. */
export function RowList({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <details className="small">
      <summary>{title}</summary>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={`${row.claim} ${row.presumed ?? ""}`}>
            <When bounds={row.when} /> <ActWord act={row.act} mode={row.mode} negated={row.negated} />
            <Words words={row.words} />
            <Origin sources={row.sources} document={row.document} claim={row.claim} />
          </li>
        ))}
      </ul>
    </details>
  );
}
