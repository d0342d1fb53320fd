// The token by which somebody came in. It is kept for this tab alone unless they ask to be remembered.
const KEY = "pacta-token";

/** The token, if there is one. */
export function tokenHeld(): string | undefined {
  return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? undefined;
}

/** Keeps a token until the tab is closed, or with `remembered` until it is forgotten. */
export function holdToken(token: string, remembered: boolean): void {
  forgetToken();
  (remembered ? localStorage : sessionStorage).setItem(KEY, token);
}

/** Forgets the token. */
export function forgetToken(): void {
  sessionStorage.removeItem(KEY);
  localStorage.removeItem(KEY);
}
