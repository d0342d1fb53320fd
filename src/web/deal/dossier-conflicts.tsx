// The conflicts of a dossier, each with all of its sides.
import { slotText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { counted } from "../piece/index.ts";
import { ToldIn } from "./dossier-claims.tsx";
import { valueText } from "./slot.ts";

interface ConflictsProps {
  readonly deal: Forms["Deal"];
  readonly life: readonly Forms["LifeRow"][];
  readonly numbers: ReadonlyMap<string, number>;
  readonly policy: string;
}

/** What reports contradict each other in. */
export function DossierConflicts({ deal, life, numbers, policy }: ConflictsProps) {
  return (
    <section aria-labelledby="contradicted">
      <h2 id="contradicted">What reports contradict each other in</h2>
      {deal.conflicts.length === 0 ? <p>Nothing that Pacta compares: sums of one kind and currency, counts of goods, done and not done.</p> : null}
      {deal.conflicts.map(({ slot, shown }) => (
        <div key={slot}>
          <h3>{slotText(slot)}</h3>
          <ul>
            {(deal.sides[slot] ?? []).map(({ value, claims, origins }) => {
              const own = new Set(claims.map(({ id }) => id));
              return (
                <li key={value}>
                  <p>
                    <strong>
                      {valueText(
                        slot,
                        value,
                        life.filter(({ claim }) => own.has(claim)),
                      )}
                    </strong>
                    , {counted(origins, "origin")}
                    {own.has(shown) ? ` (shown first: ${policy}, or a person's word)` : ""}
                  </p>
                  {claims.map(({ id, words, sources, document }) => (
                    <ToldIn key={id} row={{ words, sources, document: { id: document } }} numbers={numbers} />
                  ))}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
