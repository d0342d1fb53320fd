// Under which name somebody decides here, as it is kept in this browser.
const KEY = "pacta-person";

/** As the server takes names: no blanks around, 200 characters at the most. */
const NAME = /^\S(?:.{0,198}\S)?$/u;

/** The name that somebody gave, if they did. */
export function personKept(): string | undefined {
  return nameIn(localStorage.getItem(KEY) ?? "");
}

/** Keeps a name. */
export function keepPerson(name: string): void {
  localStorage.setItem(KEY, name);
}

/** What was typed as a name; undefined where that is none. */
export function nameIn(typed: string): string | undefined {
  const name = typed.replaceAll(/\s+/g, " ").trim();
  return NAME.test(name) ? name : undefined;
}
