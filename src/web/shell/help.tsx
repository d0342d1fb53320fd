// What the keyboard does here, for `?`.
import { Modal } from "../piece/index.ts";
import { useKeyboard } from "./keys.tsx";

/** The keys that mean something right now. */
export function KeysHelp({ close }: { readonly close: () => void }) {
  const { table, isOn, setOn } = useKeyboard();
  return (
    <Modal title="Keys" close={close}>
      <table>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {table.all().map(({ keys, does }) => (
            <tr key={keys}>
              <td>
                {keys.split(" ").map((key) => (
                  <span key={key}>
                    <kbd>{KEY_NAMES[key] ?? key}</kbd>{" "}
                  </span>
                ))}
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label>
        <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} /> Single letters are keys
      </label>
    </Modal>
  );
}

const KEY_NAMES: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", " ": "Space" };
