// What a deal's address tells.

/** What an address tells, without what is not told. */
export function written<Searched extends object>(searched: Searched): { [Name in keyof Searched]?: Exclude<Searched[Name], undefined> } {
  return Object.fromEntries(Object.entries(searched).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Searched]?: Exclude<Searched[Name], undefined>;
  };
}
