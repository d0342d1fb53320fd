// Alerts by mail: those of a stretch of time in one message, as plain text and as HTML, in which nothing that a report or a person wrote is markup.
import { createHash } from "node:crypto";
import { PactaError } from "../error.ts";
import { oneLine, short } from "../phrasing/index.ts";
import type { Alert } from "./alert.ts";
import type { Courier, Unsent } from "./courier.ts";
import type { Records } from "./store.ts";
import type { MailServer } from "./watch.ts";
import { paragraphsOf, titleOf } from "./words.ts";

/**
 * How mail goes out. `ca` are certificates (PEM) that are trusted instead of those that Node knows; `timeout` is how long the server may say nothing,
 * in milliseconds (30,000): the whole may take four times that, which has to be less than the lease of deliveries.
 */
export interface MailSetting {
  readonly servers: Records<MailServer>;
  readonly ca?: string;
  readonly timeout?: number;
}

/** A message before it is packed. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const TIMEOUT = 30_000;
const WHOLE = 4;
const LONGEST_SUBJECT = 200;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML shows it. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** Alerts of a watch as one message. */
export function letterOf(name: string, alerts: readonly Alert[]): Letter {
  const watch = oneLine(name);
  const [first, second] = alerts;
  const what = first === undefined || second !== undefined ? `${alerts.length} alerts of the watch “${watch}”` : titleOf(first);
  const subject = short(oneLine(`Pacta: ${what}`), LONGEST_SUBJECT);
  const foot = `The watch “${watch}” of Pacta tells you of this.`;
  const text = alerts.map((alert) => [titleOf(alert), ...paragraphsOf(alert).map((line) => `  ${line}`), `  [${alert.id}]`].join("\n"));
  const html = alerts.map((alert) => {
    const list = paragraphsOf(alert).map((line) => `<p>${escaped(line)}</p>`);
    return `<h2>${escaped(titleOf(alert))}</h2>\n${list.join("\n")}\n<p><small>${escaped(alert.id)}</small></p>`;
  });
  return {
    subject,
    text: `${[...text, foot].join("\n\n")}\n`,
    html: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>\n${[...html, `<p>${escaped(foot)}</p>`].join("\n")}\n</body></html>\n`,
  };
}

/** The same for the same alerts to the same address, so that a message that comes twice is seen to be one. */
function messageId(channel: string, alerts: readonly Alert[], from: string): string {
  const ids = alerts.map(({ id }) => id).toSorted();
  const host = /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? "pacta.invalid";
  return `<${createHash("sha256")
    .update(JSON.stringify([channel, ids]))
    .digest("hex")
    .slice(0, 40)}@${host}>`;
}

/** Sends alerts by mail. */
export function mailCourier({ servers, ca, timeout = TIMEOUT }: MailSetting): Courier<"email"> {
  return async ({ id, to }, alerts, watch, stop) => {
    const server = await servers.get("smtp");
    if (server === undefined) return { kind: "unsent", error: noServer() };
    const { createTransport } = await import("nodemailer");
    const limits = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout };
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    const transport = createTransport({ url: server.url, ...limits, ...closed, ...(ca === undefined ? {} : { tls: { ca } }) });
    const over = AbortSignal.timeout(WHOLE * timeout);
    try {
      const headers = { "X-Pacta-Alerts": alerts.map((alert) => alert.id).join(" "), "Auto-Submitted": "auto-generated" };
      const letter = letterOf(watch.name, alerts);
      // As an object it is one address, whatever is in it.
      const info = await transport.sendMail({
        from: server.from,
        to: { name: "", address: to },
        messageId: messageId(id, alerts, server.from),
        headers,
        signal: stop === undefined ? over : AbortSignal.any([over, stop]),
        ...letter,
      });
      return { kind: "sent", ...statusOf(info.response) };
    } catch (thrown) {
      if (stop?.aborted === true) return { kind: "unsent", isStopped: true, error: unreachable("it was stopped", thrown) };
      return over.aborted ? { kind: "unsent", error: unreachable(`it was not done within ${(WHOLE * timeout) / 1000} s`, thrown) } : refused(thrown);
    } finally {
      transport.close();
    }
  };
}

function statusOf(response: unknown): { readonly status?: number } {
  const [digits] = /^\d{3}/.exec(typeof response === "string" ? response : "") ?? [];
  return digits === undefined ? {} : { status: Number(digits) };
}

function noServer(): PactaError {
  return new PactaError(
    "PACTA_MAIL_SERVER",
    "no server is set by which mail goes out",
    "Set one: pacta watch mail --from ADDRESS, with its address in PACTA_SMTP",
  );
}

function unreachable(why: string, cause: unknown): PactaError {
  const what = `the mail server could not be reached (${why})`;
  return new PactaError("PACTA_MAIL_UNREACHABLE", what, "Check its address, port and certificate", {}, cause);
}

const PERMANENT = 500;

/** What nodemailer threw. A recipient or message that is refused for good is not tried again; who may not come in may be let in later. */
function refused(thrown: unknown): Unsent {
  const { code, responseCode, message } = thrown as { readonly code?: unknown; readonly responseCode?: unknown; readonly message?: unknown };
  const what = oneLine(String(message));
  if (typeof responseCode !== "number") return { kind: "unsent", error: unreachable(what, thrown) };
  const error = new PactaError(
    "PACTA_MAIL_REFUSED",
    `the mail server refused the message (${what})`,
    "Check the recipient, and the user and password of the server",
    {},
    thrown,
  );
  const isFinal = responseCode >= PERMANENT && (code === "EENVELOPE" || code === "EMESSAGE");
  return { kind: "unsent", status: responseCode, error, ...(isFinal ? { isFinal: true } : {}) };
}
