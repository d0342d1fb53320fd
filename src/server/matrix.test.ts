// Who may do what: every route of the OpenAPI document, asked by every role, on loopback and where a token is asked for.
import { expect, test } from "vitest";
import { harbour } from "../ledger/decided.fixture.ts";
import { ROLES } from "../settings/index.ts";
import type { Role } from "../settings/index.ts";
import { hasRights } from "./access/index.ts";
import { serving } from "./server.fixture.ts";
import type { Asked } from "./server.fixture.ts";

/** One route as the document lists it. */
interface Listed {
  readonly method: string;
  readonly path: string;
  readonly role: Role;
}

/** Whom the matrix is asked as: a role by its token, or nobody. */
type Who = Role | "nobody" | "a stranger";

async function routesOf(server: Asked, secret?: string): Promise<readonly Listed[]> {
  const { body } = await server.ask("//openapi.json", secret === undefined ? {} : { secret });
  const { paths } = body as { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly "x-role": Role }>>>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({ method, path, role: route["x-role"] })),
  );
}

/** The refusal that a request comes to, or `in`: what a route makes of an empty request of somebody who may ask is another matter. */
async function fate(server: Asked, { method, path }: Listed, secret: string | undefined): Promise<string> {
  const to = `/${path.replaceAll(/\{[^}]*\}/g, "nothing")}`;
  const json = method === "post" || method === "put" || method === "patch" ? { json: {} } : {};
  const { status, body } = await server.ask(to, { method: method.toUpperCase(), ...json, ...(secret === undefined ? {} : { secret }) });
  const code = (body as { readonly code?: string } | null)?.code;
  expect(status, `${method} ${path}`).toBeLessThan(500);
  return status === 401 || status === 403 ? `${status} ${code}` : "in";
}

const REFUSED = { nobody: "401 PACTA_SERVER_TOKEN", role: "403 PACTA_SERVER_ROLE" };

function wanted(who: Who, role: Role, asksTokens: boolean): string {
  if (who === "a stranger") return REFUSED.nobody;
  if (who === "nobody") return asksTokens ? REFUSED.nobody : "in";
  return hasRights(who, role) ? "in" : REFUSED.role;
}

test.for([
  ["loopback", false],
  ["loopback, tokens asked for", true],
] as const)("every route lets in on %s whom it says, and nobody else", async ([, tokens]) => {
  await serving([harbour("a")], { withTokens: true, tokens, rate: 100_000 }, async (server, secrets) => {
    const routes = await routesOf(server, secrets.reader);
    expect(routes.length).toBeGreaterThan(12);
    expect(routes.filter(({ role }) => !ROLES.includes(role))).toEqual([]);
    for (const route of routes) {
      for (const who of [...ROLES, "nobody", "a stranger"] as const) {
        const secret = who === "nobody" ? undefined : who === "a stranger" ? `pacta_${"x".repeat(43)}` : secrets[who];
        expect([route.method, route.path, who, await fate(server, route, secret)]).toEqual([
          route.method,
          route.path,
          who,
          wanted(who, route.role, tokens),
        ]);
      }
    }
  });
});

test("on another address than loopback nobody comes in without a token, and without any it does not start", async () => {
  await expect(serving([harbour("a")], { host: "0.0.0.0" }, async () => undefined)).rejects.toMatchObject({ code: "PACTA_SERVER_NO_TOKEN" });
  await serving([harbour("a")], { host: "0.0.0.0", withTokens: true }, async (server, { reader }) => {
    expect((await server.ask("status")).status).toBe(401);
    expect(await server.ask("status", { secret: reader })).toMatchObject({ status: 200, body: { asker: { role: "reader", name: "the reader" } } });
    for (const open of ["//metrics", "//openapi.json"]) expect((await server.ask(open)).status).toBe(401);
    expect(await server.ask("//healthz")).toMatchObject({ status: 200, body: { ok: true } });
  });
});

test("pages of other sites may not ask, whatever name leads here", async () => {
  await serving([harbour("a")], {}, async (server) => {
    const asked = async (headers: Readonly<Record<string, string>>) => (await server.ask("status", { headers })).status;
    const { host } = new URL(server.url);
    expect(await asked({ origin: `http://${host}` })).toBe(200);
    for (const origin of ["https://evil.example", "null", `https://${host}.evil.example`])
      expect([origin, await asked({ origin })]).toEqual([origin, 403]);
    expect((await server.ask("decisions", { json: {}, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  });
});

test("behind a proxy on this machine nobody is taken for who sits at it", async () => {
  await serving([harbour("a")], { withTokens: true }, async (server, { reader }) => {
    for (const name of ["x-forwarded-for", "forwarded", "via"])
      expect((await server.ask("status", { headers: { [name]: "203.0.113.9" } })).status).toBe(401);
    expect((await server.ask("status", { headers: { "x-forwarded-for": "203.0.113.9" }, secret: reader })).status).toBe(200);
    expect((await server.ask("status")).status).toBe(200);
  });
  await expect(serving([harbour("a")], { names: ["deals.example.org"] }, async () => undefined)).rejects.toMatchObject({
    code: "PACTA_SERVER_NO_TOKEN",
  });
});
