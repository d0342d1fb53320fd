// How fast a job goes, and what is left of it.
import { isEnded } from "./follow.ts";
import type { Job } from "./follow.ts";

const MINUTE = 60_000;

/** "12 a minute, 3 left, about 1 minute to go"; nothing of a job that has ended or has not begun to give. */
export function aheadText(job: Job, now = Date.now()): string {
  const { began, documents, failures, given } = job;
  const done = documents + failures;
  if (isEnded(job) || began === undefined || done === 0) return "";
  const minutes = Math.max(now - Date.parse(began), 1) / MINUTE;
  const rate = done / minutes;
  const left = given - done;
  if (left <= 0) return `· ${rateText(rate)}`;
  return `· ${rateText(rate)}, ${left} left, ${lengthText(left / rate)} to go`;
}

function rateText(rate: number): string {
  return rate >= 60 ? `${Math.round(rate / 60)} a second` : `${Math.max(1, Math.round(rate))} a minute`;
}

function lengthText(minutes: number): string {
  if (minutes < 1) return "less than a minute";
  const whole = Math.round(minutes);
  if (whole < 60) return `about ${whole} ${whole === 1 ? "minute" : "minutes"}`;
  const hours = Math.round(minutes / 60);
  return `about ${hours} ${hours === 1 ? "hour" : "hours"}`;
}
