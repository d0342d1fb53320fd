// The address of a ledger on a server, taken apart: who connects where, and in which schema the ledger lies. Nothing that is thrown or
// shown holds the password; an address that is not understood is therefore not repeated either.
import { PactaError } from "../../error.ts";

/** Where a ledger is on a server. Absent parts are those of `PGHOST`, `PGUSER` and the like, or of the password file. */
export interface Address {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** `encrypted` asks for TLS, `verified` also for a certificate that the host's name fits. */
  readonly tls: "none" | "encrypted" | "verified";
  readonly schema: string;
  /** The address as it may be shown. */
  readonly location: string;
}

/** The schema of a ledger whose address names none. */
const SCHEMA = "pacta";

const RESERVED = "it is no URL (in a password, @ is written %40, : %3A, / %2F, ? %3F, # %23 and % %25)";

const TLS: Readonly<Record<string, Address["tls"]>> = { disable: "none", require: "encrypted", "verify-full": "verified" };

/** `postgres://user:password@host:port/database?schema=…&sslmode=…`; `host=/folder` is a socket's. Throws `PACTA_LEDGER_ADDRESS`. */
export function parseAddress(location: string): Address {
  // `postgres:` is no special scheme to URL: without a host of its own it takes none with a user in front.
  if (/^[a-z]+:\/\/[^/?#]*[/?#].*@|#/i.test(location)) throw misunderstood(RESERVED);
  const url = URL.parse(location.replace(/^[a-z]+:\/\/([^/?#]*@)(?=[/?]|$)/i, "postgres://$1socket.invalid"));
  if (url === null) throw misunderstood(RESERVED);
  for (const name of url.searchParams.keys())
    if (!["schema", "sslmode", "host"].includes(name)) throw misunderstood(`it has an unknown part, "${name}"`);
  const { searchParams: asked } = url;
  const named = (part: string): string | undefined => (part === "" ? undefined : decoded(part));
  const host = asked.get("host") ?? (url.hostname === "socket.invalid" ? undefined : named(url.hostname.replace(/^\[(.*)\]$/, "$1")));
  const [user, password, database] = [named(url.username), named(url.password), named(url.pathname.slice(1))];
  return {
    ...(host === undefined ? {} : { host }),
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(database === undefined ? {} : { database }),
    tls: tlsOf(asked.get("sslmode") ?? "disable"),
    schema: schemaOf(asked.get("schema") ?? SCHEMA),
    location: withoutPassword(location),
  };
}

function tlsOf(mode: string): Address["tls"] {
  const tls = TLS[mode];
  if (tls === undefined) throw misunderstood(`its sslmode must be ${Object.keys(TLS).join(", ")}`);
  return tls;
}

/** Names in which quotes hold nothing to escape, and which leave room for the suffix of the schema that a rebuild works in. */
function schemaOf(name: string): string {
  if (!/^(?!pg_)[a-z_][a-z0-9_]{0,49}$/.test(name)) throw misunderstood("its schema must be a name of lower-case letters, digits and _, at most 50");
  return name;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw misunderstood("it has a % that no two hexadecimal digits follow");
  }
}

function withoutPassword(location: string): string {
  return location.replace(/^([a-z]+:\/\/[^/?#@:]*):[^/?#]*@/i, "$1@");
}

function misunderstood(what: string): PactaError {
  const form = "Write it as postgres://user:password@host:port/database?schema=name";
  return new PactaError("PACTA_LEDGER_ADDRESS", `the ledger's address is not understood: ${what}`, form);
}
