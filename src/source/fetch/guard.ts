// The gate before every request, of a page, of each redirect and of robots.txt: which addresses may be called for a URL. What
// is checked here is what is connected to, so that a name cannot mean one thing when checked and another when called.
import { isIP } from "node:net";
import { PactaError } from "../../error.ts";
import type { Allowance } from "./allowance.ts";
import { addressKind, plainAddress } from "./public-address.ts";

/** Finds the addresses of a host, IPv4 or IPv6 in numbers. May reject. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What the gate needs to know. */
export interface GuardSetting {
  readonly resolve: Resolve;
  readonly allowed: Allowance;
}

/** The longest address that is asked: no page's is longer, and some servers are confused by it. */
const LONGEST = 4096;
const PORTS: ReadonlySet<number> = new Set([80, 443]);

/** An address as a URL without its fragment, if it is one of the web. Throws `PACTA_FETCH_ADDRESS`. */
export function webUrlOf(written: string, base?: URL): URL {
  const url = URL.parse(written.trim(), base?.href);
  if (url === null) throw badAddress("it is no address of the web", written);
  if (!/^https?:$/.test(url.protocol)) throw badAddress(`${url.protocol.slice(0, 20)} is not fetched`, shown(url));
  if (url.username !== "" || url.password !== "") throw badAddress("it holds a user's name or password", shown(url));
  url.hash = "";
  if (url.href.length > LONGEST) throw badAddress(`it is longer than ${LONGEST} characters`, `${url.href.slice(0, 80)}…`);
  return url;
}

/**
 * The addresses that may be called for a URL: all that its host has. Throws `PACTA_FETCH_DNS` where it has none,
 * `PACTA_FETCH_PRIVATE` where one is not the public web's, and `PACTA_FETCH_PORT`; what is allowed beyond is told by `allowed`.
 */
export async function addressesFor(url: URL, { resolve, allowed }: GuardSetting): Promise<readonly string[]> {
  const host = hostOf(url);
  const port = portOf(url);
  const found = isIP(host) === 0 ? await resolved(host, resolve) : [host];
  const addresses = found.map((each) => plainAddress(each) ?? each);
  for (const address of addresses) {
    if (allowed({ host, address, port })) continue;
    const kind = addressKind(address);
    if (kind.reach !== "public") throw notPublic(host, address, kind.name);
    if (!PORTS.has(port)) throw closedPort(url, port);
  }
  return addresses;
}

/** The host of a URL in one spelling: small letters, no final dot, no brackets. */
export function hostOf(url: URL): string {
  return plainAddress(url.hostname) ?? url.hostname.replace(/\.$/, "");
}

/** The port that a URL asks. */
export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  let found: readonly string[];
  try {
    found = await resolve(host);
  } catch (thrown) {
    throw unknownHost(host, thrown);
  }
  if (found.length === 0) throw unknownHost(host);
  return found;
}

/** The address without what a user hid in it. */
function shown(url: URL): string {
  const plain = new URL(url);
  [plain.username, plain.password] = ["", ""];
  return plain.href.slice(0, LONGEST);
}

function badAddress(what: string, written: string): PactaError {
  return new PactaError("PACTA_FETCH_ADDRESS", what, "Give an address that begins with http:// or https://, without a user", { source: written });
}

function unknownHost(host: string, cause?: unknown): PactaError {
  return new PactaError("PACTA_FETCH_DNS", `no address is known of the host ${host}`, "Check its spelling, and that you are on line", {}, cause);
}

function notPublic(host: string, address: string, name: string): PactaError {
  const what = host === address ? `${address} is ${name}, not the public web` : `${host} is at ${address}, which is ${name}, not the public web`;
  return new PactaError("PACTA_FETCH_PRIVATE", what, "If you know the host and trust it, name it with --fetch-allow or in PACTA_FETCH_ALLOW");
}

function closedPort(url: URL, port: number): PactaError {
  const remedy = `If you know the server and trust it, allow ${url.host} with --fetch-allow or in PACTA_FETCH_ALLOW`;
  return new PactaError("PACTA_FETCH_PORT", `port ${port} is none of the public web's (80, 443)`, remedy);
}
