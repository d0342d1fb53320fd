// What is typed into a field whose value stands in the address: that follows letter by letter, and a while behind.
import { useState } from "react";

interface Typed {
  readonly text: string;
  /** What the address says. */
  readonly told: string;
  /** What was typed and is not in the address yet. */
  readonly sent: readonly string[];
}

/** What is typed, as it was typed; and a way to type on. Where the address changes by anything else, as on going back, that stands. */
export function useTyped(told: string, tell: (typed: string) => void): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState<Typed>({ text: told, told, sent: [] });
  const now = typed.told === told ? typed : followed(typed, told);
  if (now !== typed) setTyped(now);
  const type = (text: string): void => {
    setTyped((before) => ({ ...before, text, sent: [...before.sent, text] }));
    tell(text);
  };
  return [now.text, type];
}

/** What stands in the field once the address says something else: an echo of what was typed changes nothing. */
export function followed({ text, sent }: Typed, told: string): Typed {
  const place = sent.indexOf(told);
  return place === -1 ? { text: told, told, sent: [] } : { text, told, sent: sent.slice(place + 1) };
}
