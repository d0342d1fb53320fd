// Which keys mean what right now, apart from the page, so that it can be tested without one.

/** Keys and what they do; `does` is shown in the list of keys. */
export interface Binding {
  readonly keys: string;
  readonly does: string;
  readonly run: () => void;
  /** Goes on while the key is held down, as moving does. What decides never does: a held key would decide on and on. */
  readonly repeats?: boolean;
}

/** The bindings of all that is shown, the last that came first. */
export class KeyTable {
  #sets: readonly (readonly Binding[])[] = [];

  /** Adds bindings; what it gives takes them away again. */
  add(bindings: readonly Binding[]): () => void {
    this.#sets = [bindings, ...this.#sets];
    return () => {
      this.#sets = this.#sets.filter((set) => set !== bindings);
    };
  }

  /** Each once, by its keys: what came last stands for what it covers. */
  all(): readonly Binding[] {
    const seen = new Map<string, Binding>();
    for (const binding of this.#sets.flat()) if (!seen.has(binding.keys)) seen.set(binding.keys, binding);
    return [...seen.values()];
  }
}

/** What a key comes to after the keys `held`: a binding, or keys that wait for the next. */
export function advance(table: KeyTable, held: string, key: string): { readonly held: string; readonly binding?: Binding } {
  const all = table.all();
  for (const keys of held === "" ? [key] : [`${held} ${key}`, key]) {
    const binding = all.find((one) => one.keys === keys);
    if (binding !== undefined) return { held: "", binding };
    if (all.some((one) => one.keys.startsWith(`${keys} `))) return { held: keys };
  }
  return { held: "" };
}

/** Whether a key that comes anew only because it is held down means nothing. */
export function isIdleRepeat(event: Pick<KeyboardEvent, "repeat">, binding: Binding): boolean {
  return event.repeat && binding.repeats !== true;
}

/** Whether keys are letters of what somebody writes there, or choose from a list. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isButton = target instanceof HTMLInputElement && ["checkbox", "radio", "button", "submit", "range"].includes(target.type);
  return (target.matches("input, textarea, select") && !isButton) || target.isContentEditable;
}
