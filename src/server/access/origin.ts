// Whose pages may ask. A browser sends along whatever page told it to ask: without this check any page of the web could make it ask a server on
// the same machine, by its address (a request across origins) or by a name of its own that leads there (DNS rebinding).
import type { MiddlewareHandler } from "hono";
import { PactaError } from "../../error.ts";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The host of a `Host` header, without its port. */
function nameOf(host: string): string {
  return /^(\[[^\]]*\]|[^:]*)/.exec(host.toLowerCase())?.[1] ?? "";
}

/**
 * Refuses requests to hosts that are neither of these names nor, on loopback, names of this machine, and requests of pages of other origins.
 * Throws `PACTA_SERVER_HOST` and `_ORIGIN`.
 */
export function sameOrigin(names: readonly string[], isLoopback: boolean): MiddlewareHandler {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (isLoopback && !LOOPBACK.has(nameOf(host)) && !known.has(nameOf(host)))
      throw new PactaError(
        "PACTA_SERVER_HOST",
        `this server is not called "${nameOf(host)}"`,
        "Start it with --name where it stands behind a proxy of that name",
      );
    const origin = c.req.header("origin");
    if (origin !== undefined && hostOf(origin) !== host.toLowerCase())
      throw new PactaError("PACTA_SERVER_ORIGIN", `pages of ${origin} may not ask`, "Open the desk at the server's own address");
    if (c.req.header("sec-fetch-site") === "cross-site" && c.req.method !== "GET")
      throw new PactaError("PACTA_SERVER_ORIGIN", "pages of other sites may not ask", "Open the desk at the server's own address");
    await next();
  };
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : "";
}
