// How a part of the settings runs its work: on tables that are open, with what the database throws explained.
/** Runs work on open tables. Throws `PACTA_SETTINGS_CLOSED` and `PACTA_SETTINGS_STORE`. */
export type Run = <T>(work: () => Promise<T>) => Promise<T>;
