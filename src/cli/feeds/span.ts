// Lengths of time on the command line, and how far off a moment is, in words.
import { PactaError } from "../../error.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };
const LONGEST = 30 * DAY;

/** Seconds of `30m`, `2h` or `1d`; undefined where the flag was not given. Throws `PACTA_USAGE_VALUE` for what is no length from a minute to 30 days. */
export function spanOption(flag: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const [, count = "", unit = ""] = /^(\d{1,6})\s*([smhd])[a-z]*$/i.exec(written.trim()) ?? [];
  const length = Number(count) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  if (length >= MINUTE && length <= LONGEST) return length / SECOND;
  throw new PactaError("PACTA_USAGE_VALUE", `--${flag} ${written} is no length of time`, "Write it as 30m, 2h or 1d, from 1m to 30d");
}

/** `40 s`, `12 min`, `3 h`, `5 d`. */
export function spanText(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < 90 * SECOND) return `${Math.round(length / SECOND)} s`;
  if (length < 90 * MINUTE) return `${Math.round(length / MINUTE)} min`;
  return length < 36 * HOUR ? `${Math.round(length / HOUR)} h` : `${Math.round(length / DAY)} d`;
}

/** How long ago an instant was; `never` where there was none. */
export function agoText(instant: string | undefined, now: number): string {
  return instant === undefined ? "never" : `${spanText(now - Date.parse(instant))} ago`;
}

/** When an instant comes: `now` where it is here or there is none. */
export function dueText(instant: string | undefined, now: number): string {
  return instant === undefined || Date.parse(instant) <= now ? "now" : `in ${spanText(Date.parse(instant) - now)}`;
}
