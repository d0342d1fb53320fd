// Which columns the table shows.
import { Modal } from "../piece/index.ts";
import { COLUMNS } from "./column.tsx";

interface ColumnsProps {
  readonly hidden: ReadonlySet<string>;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  readonly close: () => void;
}

/** A box for each column that can be left out. */
export function ColumnsChoice({ hidden, hide, close }: ColumnsProps) {
  const toggle = (id: string): void => hide(hidden.has(id) ? new Set([...hidden].filter((other) => other !== id)) : new Set([...hidden, id]));
  return (
    <Modal title="Columns" close={close}>
      <p className="soft small">Kept in this browser.</p>
      <div className="stack">
        {COLUMNS.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={!hidden.has(id)} onChange={() => toggle(id)} /> {name}
          </label>
        ))}
      </div>
    </Modal>
  );
}
