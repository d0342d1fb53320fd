// What is written into a field and not yet asked for.
import { useState } from "react";

/** What is written, which begins as `begin`, and a way to write on. Once `value` changes it is forgotten: what was taken away must not come back. */
export function useDraft<Written>(value: string, begin: Written): readonly [Written, (written: Written) => void] {
  const [draft, setDraft] = useState({ written: begin, of: value });
  const isOld = draft.of !== value;
  if (isOld) setDraft({ written: begin, of: value });
  return [isOld ? begin : draft.written, (written) => setDraft({ written, of: value })];
}
