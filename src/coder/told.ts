// What a user says of an endpoint, checked before anything is sent: an address that can be shown, a name that can stand
// in a rule, a key that can stand in a header.
import { PactaError } from "../error.ts";

/** The address of chat completions below an interface's address. Throws `PACTA_USAGE_VALUE`. */
export function addressOf(url: string): URL {
  const address = URL.parse(url.trim());
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw usage(`"${url.slice(0, 80)}" is no web address`, "Give that of the interface, such as http://localhost:8080/v1");
  }
  if (address.username !== "" || address.password !== "") {
    throw usage("the address of a coder holds a name or password", "Give the key in PACTA_CODER_KEY, where no list of processes shows it");
  }
  address.hash = "";
  const path = address.pathname.replace(/\/+$/, "");
  address.pathname = path.endsWith("/chat/completions") ? path : `${path}/chat/completions`;
  return address;
}

/** The name of a model as it goes into rules. Throws `PACTA_USAGE_VALUE`. */
export function modelOf(name: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(name)) return name;
  throw usage("the name of the coder's model has blanks or other characters that no name has", "Give it as the server lists it");
}

/** The key as a header can carry it; undefined where there is none. Throws `PACTA_CODER_KEY_INVALID`, which does not repeat it. */
export function keyOf(key: string | undefined): string | undefined {
  const trimmed = key?.trim();
  if (trimmed === undefined || trimmed === "") return undefined;
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new PactaError("PACTA_CODER_KEY_INVALID", "the coder's key holds characters that no key has", "Set PACTA_CODER_KEY to the key alone");
}

function usage(what: string, remedy: string): PactaError {
  return new PactaError("PACTA_USAGE_VALUE", what, remedy);
}
