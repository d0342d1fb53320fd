// Sums that are told of a deal, by what they are for. None are added: a report may tell a part, another the whole.
import { moneyText, sumText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { ActWord } from "../piece/index.ts";
import { Origin, whenText, Words } from "./telling.tsx";

type Row = Forms["LifeRow"];
type Sum = Row["money"][number];

interface ToldSum {
  readonly row: Row;
  readonly sum: Sum;
}

/** The sums of a deal; nothing where none is told. */
export function MoneyPart({ life }: { readonly life: readonly Row[] }) {
  const told = life
    .filter(({ presumed, lapsed }) => presumed !== true && lapsed !== true)
    .flatMap((row) => row.money.map((sum): ToldSum => ({ row, sum })));
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="money" className="sheet">
      <h2 id="money">Money</h2>
      {[...Map.groupBy(told, ({ sum }) => sum.kind)].map(([kind, sums]) => (
        <div key={kind}>
          <h3>{sumText(kind)}</h3>
          <ul className="plain-list sums">
            {[...Map.groupBy(sums, ({ sum }) => moneyText(sum))].map(([text, same]) => (
              <SumItem key={text} text={text} told={same} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function SumItem({ text, told }: { readonly text: string; readonly told: readonly ToldSum[] }) {
  const rows = [...new Set(told.map(({ row }) => row))];
  return (
    <li>
      <details>
        <summary>
          <strong>{text}</strong> <span className="small soft">{[...new Set(rows.map(({ when }) => whenText(when)))].join("; ")}</span>
        </summary>
        <ul className="plain-list small">
          {rows.map((row) => (
            <li key={row.claim}>
              <ActWord act={row.act} mode={row.mode} negated={row.negated} />
              <Words words={row.words} />
              <Origin sources={row.sources} document={row.document} claim={row.claim} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
