// What a status means to us: a page, a way on, patience, or the end, with what to do about it.
import { PactaError } from "../../error.ts";

/** Redirects; the third column of the registry, less those that are for other methods than GET. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
/** After these a later try may go through. */
const PATIENCE: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** True for a way on. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/** True for a way on that holds from now on. */
export function isPermanent(status: number): boolean {
  return PERMANENT.has(status);
}

/** True where a later try may go through. */
export function wantsPatience(status: number): boolean {
  return PATIENCE.has(status);
}

/** True where the server itself asks to be left alone for a while. */
export function asksForRest(status: number): boolean {
  return status === 429 || status === 503;
}

/** The error of a status that brings no page. `retryAfter` is what the server asked for, in milliseconds. */
export function statusError(status: number, retryAfter?: number): PactaError {
  if (asksForRest(status)) {
    const when = retryAfter === undefined ? "" : `, and to be asked again in ${Math.ceil(retryAfter / 1000)} s`;
    const what = `the server asks to be left alone (HTTP ${status})${when}`;
    return new PactaError("PACTA_FETCH_BUSY", what, "Run the command again later, or with a longer --fetch-delay");
  }
  return new PactaError("PACTA_FETCH_STATUS", `the server gives no page (HTTP ${status})`, remedyOf(status));
}

function remedyOf(status: number): string {
  if (status === 404 || status === 410) return "Check the address; an archive of the web may have the page";
  if ([401, 402, 403, 407, 451].includes(status)) return "If you may read the page in a browser, save it there and read the file";
  return status >= 500 ? "Try again later" : "Check the address, or save the page with a browser and read the file";
}
