// Days and counts on the command line: what cannot be meant is a usage error, never something near to it.
import { PactaError } from "../error.ts";

/** An ISO day that the calendar has, or undefined where the flag was not given. Throws `PACTA_USAGE_DAY`. */
export function dayOption(flag: string, written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(written)) return written;
  throw new PactaError("PACTA_USAGE_DAY", `--${flag} ${written} is no day of the calendar`, "Write it as YYYY-MM-DD");
}

/** The two days of a question about deals; absent where not given. Throws `PACTA_USAGE_DAY`. */
export function daysOf(args: { readonly "as-of"?: string | undefined; readonly known?: string | undefined }): { asOf?: string; known?: string } {
  const [asOf, known] = [dayOption("as-of", args["as-of"]), dayOption("known", args.known)];
  return { ...(asOf === undefined ? {} : { asOf }), ...(known === undefined ? {} : { known }) };
}

/** A whole number from 1 up, or undefined where the flag was not given. Throws `PACTA_USAGE_VALUE`. */
export function countOption(flag: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw new PactaError("PACTA_USAGE_VALUE", `--${flag} ${written} is no count`, "Give a whole number from 1 up");
}
