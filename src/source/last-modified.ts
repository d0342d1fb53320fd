// The day on which a page was last changed, as its server says it.

/** A page that was made for the request says that it changed just now: within so many milliseconds nothing is learned from it. */
const JUST_NOW = 60_000;
/** No page is older than the web. */
const FIRST_PAGE = Date.UTC(1991, 7, 6);

/** The forms of a date in HTTP, and the one in which servers write the zone otherwise. */
const HTTP_DATE = /^(?:\w{3,9}, \d{1,2}[ -]\w{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} (?:GMT|UTC|[+-]0000)|\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;

/**
 * The day (ISO 8601) in a `Last-Modified`, unless it is none, the moment of the answer (`date`, its server's `Date`, or `asked`, milliseconds,
 * whichever is earlier), after it, or before there was a web.
 */
export function modifiedDay(
  written: string | undefined,
  { date, asked }: { readonly date: string | undefined; readonly asked: number | undefined },
): string | undefined {
  const changed = momentOf(written);
  if (changed === undefined || changed < FIRST_PAGE) return undefined;
  const answered = Math.min(momentOf(date) ?? Number.POSITIVE_INFINITY, asked ?? Number.POSITIVE_INFINITY);
  return changed > answered - JUST_NOW ? undefined : new Date(changed).toISOString().slice(0, 10);
}

/** Milliseconds; the form without a zone is in UTC too. */
function momentOf(written: string | undefined): number | undefined {
  if (written === undefined || !HTTP_DATE.test(written)) return undefined;
  const moment = Date.parse(/\d{4}$/.test(written) && !/[+-]0000$/.test(written) ? `${written} GMT` : written);
  return Number.isNaN(moment) ? undefined : moment;
}
