// An act as the text presents it, in the colour and under the pattern of its family.
import { ACT_FAMILY, actName } from "./act.ts";
import type { Act, Mode } from "./act.ts";

interface Told {
  readonly act: Act;
  readonly mode?: Mode;
  readonly negated?: boolean;
}

/** "sign", "not deliver", "deliver, planned". */
export function ActWord({ act, mode = "actual", negated = false }: Told) {
  return (
    <span className="act" data-family={ACT_FAMILY[act]} title={ACT_FAMILY[act]}>
      {negated ? "not " : ""}
      {actName(act)}
      {mode === "actual" ? "" : `, ${mode}`}
    </span>
  );
}
