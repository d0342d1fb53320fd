// What can go wrong between the request and the last byte, each with its code. Some of it may go well at a second try.
import { PactaError } from "../../error.ts";
import type { FetchLimits } from "./limits.ts";

const LATER = "Try again later, or save the page with a browser and read the file";

/** Codes of a line that may be there at the next try. */
const AGAIN: ReadonlySet<string> = new Set(["PACTA_FETCH_UNREACHABLE", "PACTA_FETCH_TRUNCATED"]);

/** True where a second try may go better. */
export function mayGoBetter({ code }: PactaError): boolean {
  return AGAIN.has(code);
}

/** The server sent no whole head in time. */
export function noHeaders(milliseconds: number): PactaError {
  return new PactaError("PACTA_FETCH_TIMEOUT", `the server did not answer within ${milliseconds / 1000} s`, LATER);
}

/** The whole took too long. */
export function tooLong(milliseconds: number): PactaError {
  return new PactaError("PACTA_FETCH_TIMEOUT", `the server was not done within ${milliseconds / 1000} s`, LATER);
}

/** The body comes in drops. */
export function slow({ rate, window }: Pick<FetchLimits, "rate" | "window">): PactaError {
  return new PactaError("PACTA_FETCH_SLOW", `the server sent less than ${rate} bytes a second over ${window / 1000} s`, LATER);
}

/** The line ended before the body did. */
export function truncated(cause?: unknown): PactaError {
  return new PactaError("PACTA_FETCH_TRUNCATED", "the line ended in the middle of the page", LATER, {}, cause);
}

/** More came than the head says. */
export function wrongLength(told: number): PactaError {
  return new PactaError("PACTA_FETCH_TRUNCATED", `the server says ${told} bytes and sends more, so that the page is cut in the middle`, LATER);
}

/** The run was interrupted. */
export function stopped(): PactaError {
  return new PactaError("PACTA_FETCH_STOPPED", "the run was interrupted before the page had come", "Run the same command again");
}

const NEVER_THERE = /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|ADDRNOTAVAIL|TIMEDOUT|PIPE|HOSTDOWN|NETDOWN|ACCES|PERM)$/;
const TLS = /^(?:ERR_(?:TLS|SSL)_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_SSL|EPROTO)/;

/** The coded form of whatever a line throws; what is coded stays as it is. */
export function lineError(thrown: unknown): unknown {
  if (thrown instanceof PactaError || !(thrown instanceof Error)) return thrown;
  const code = codeOf(thrown);
  if (code === undefined) return thrown;
  if (code === "ECONNRESET") return thrown.message === "aborted" ? truncated(thrown) : unreachable(code, thrown);
  if (NEVER_THERE.test(code)) return unreachable(code, thrown);
  if (TLS.test(code)) {
    const what = `the server's identity cannot be checked (${code})`;
    return new PactaError("PACTA_FETCH_TLS", what, "Check the address; trust a certificate of your own with NODE_EXTRA_CA_CERTS", {}, thrown);
  }
  if (/^(?:HPE_|ERR_HTTP_|ERR_INVALID_)/.test(code)) {
    return new PactaError("PACTA_FETCH_PROTOCOL", `the server does not speak HTTP as it should (${code})`, LATER, {}, thrown);
  }
  return thrown;
}

/** Of several addresses that were tried, the error of the first. */
function codeOf(thrown: Error): string | undefined {
  if ("code" in thrown && typeof thrown.code === "string") return thrown.code;
  return thrown instanceof AggregateError && thrown.errors[0] instanceof Error ? codeOf(thrown.errors[0]) : undefined;
}

function unreachable(code: string, cause: unknown): PactaError {
  return new PactaError(
    "PACTA_FETCH_UNREACHABLE",
    `there is no line to the server, or it broke (${code})`,
    "Check the address, and that you are on line",
    {},
    cause,
  );
}
