// Over TLS the server must be who it says it is; the certificate of this test is made by openssl where that is there.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allowanceOf } from "./allowance.ts";
import { guest } from "./web.fixture.ts";

/** A certificate that says its server is secure.example; undefined where openssl is not there. */
function certificate(): { readonly key: string; readonly cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "pacta-tls-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const words =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=secure.example -addext subjectAltName=DNS:secure.example";
  try {
    execFileSync("openssl", [...words.split(" "), "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } catch (thrown) {
    if (process.env["PACTA_REQUIRE_ALL"] === "1") throw thrown;
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a server is trusted by its certificate and name alone", async ({ skip }) => {
  const made = certificate();
  if (made === undefined) return skip("openssl is not there");
  const server = createServer(made, (request, response) => void response.writeHead(request.url === "/robots.txt" ? 404 : 200).end("news"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const options = { resolve: async () => ["127.0.0.1"], allowed: allowanceOf("*.example") };
  const ask = async (host: string, ca?: string) => guest({ ...options, ...(ca === undefined ? {} : { ca }) }).fetch(`https://${host}:${port}/page`);
  try {
    expect(await ask("secure.example", made.cert)).toMatchObject({ kind: "fetched" });
    expect(await ask("secure.example")).toMatchObject({ error: { code: "PACTA_FETCH_TLS" } });
    expect(await ask("other.example", made.cert)).toMatchObject({ error: { code: "PACTA_FETCH_TLS" } });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
