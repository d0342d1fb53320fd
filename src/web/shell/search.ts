// What stands behind `?` in addresses: plain words, so that people can read and write them.

/** The values of an address, the last of those that come twice. */
export type Searched = Readonly<Record<string, string>>;

/** Those of these names that are given. */
export function picked<const K extends string>(searched: Readonly<Record<string, unknown>>, names: readonly K[]): { readonly [N in K]?: string } {
  const found = names.flatMap((name) => {
    const value = searched[name];
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found) as { readonly [N in K]?: string };
}

/** What an address tells, without what is not told. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** The values in the text behind `?`. */
export function parsed(text: string): Searched {
  return Object.fromEntries(new URLSearchParams(text));
}
