// Who asks: the bearer of a token, or on loopback whoever sits at the machine.
import type { MiddlewareHandler } from "hono";
import { PactaError } from "../../error.ts";
import { ROLES } from "../../settings/index.ts";
import type { Role, Settings } from "../../settings/index.ts";
import type { Carried } from "./carried.ts";
import type { Counting } from "./rate.ts";

const BEARER = /^Bearer +(\S+) *$/i;
const BASIC = /^Basic +([\w+/=-]+) *$/i;

/** The secret that a header holds: a bearer's, or a password, since readers of feeds know nothing else. */
function secretIn(header: string): string {
  const [, basic] = BASIC.exec(header) ?? [];
  if (basic === undefined) return BEARER.exec(header)?.[1] ?? "";
  const pair = Buffer.from(basic, "base64").toString();
  return pair.slice(pair.indexOf(":") + 1);
}

/** What a proxy says: behind one nobody sits at this machine. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** Whether a role has the rights of another. */
export function hasRights(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/**
 * Finds out who asks. With `open` a request without a token is one of an admin. Throws `PACTA_SERVER_TOKEN`, after `count` has heard of it: whoever
 * tries tokens is held up as whoever asks too often.
 */
export function admitting(settings: Pick<Settings, "tokens">, open: boolean, count: Counting): MiddlewareHandler<Carried> {
  return async (c, next) => {
    const header = c.req.header("authorization");
    const secret = header === undefined ? undefined : secretIn(header);
    const token = secret === undefined ? undefined : await settings.tokens.admit(secret);
    if (token === undefined && (header !== undefined || !open || FORWARDED.some((name) => c.req.header(name) !== undefined))) {
      count(c);
      c.header("www-authenticate", 'Bearer realm="pacta"');
      throw header === undefined
        ? new PactaError(
            "PACTA_SERVER_TOKEN",
            "this server asks for a token",
            "Send one as Authorization: Bearer pacta_…; pacta token add makes them",
          )
        : new PactaError("PACTA_SERVER_TOKEN", "the token is not, or no longer, good", "pacta token lists them");
    }
    c.set("asker", token === undefined ? { role: "admin" } : { role: token.role, token: token.id, name: token.name });
    await next();
  };
}

/** Lets through whoever has at least this role. Throws `PACTA_SERVER_ROLE`. */
export function needing(role: Role): MiddlewareHandler<Carried> {
  return async (c, next) => {
    const { role: has } = c.get("asker");
    if (!hasRights(has, role)) throw new PactaError("PACTA_SERVER_ROLE", `a ${has} may not do this`, `Use a token whose role is ${role}`);
    await next();
  };
}
