// What beyond the public web may be asked: hosts by name, addresses and networks by number, each with a port or with all.
// Whoever reads an intranet names it; nothing of it is open by itself, and no redirect can open it.
import { isIP } from "node:net";
import type { BlockList } from "node:net";
import { PactaError } from "../../error.ts";
import { addressKind, networkOf, plainAddress } from "./public-address.ts";

/** An address that a host was found to have, and how it is asked there. */
export interface Destination {
  /** In small letters, without a final dot; of an address in numbers, that address. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** Says whether a destination may be asked though it is not the public web's. */
export type Allowance = (destination: Destination) => boolean;

/** The allowance of nothing. */
export const NOTHING_MORE: Allowance = () => false;

type Port = number | undefined;

/**
 * Reads a list with commas or blanks: `intranet.example`, `*.corp.example:8080`, `127.0.0.1:8080`, `[::1]`, `10.0.0.0/8`.
 * A name opens loopback and private networks to that name, but no link-local address and no metadata service; a number
 * opens what it says. Without a port all are open. Throws `PACTA_USAGE_VALUE`.
 */
export function allowanceOf(written: string): Allowance {
  const entries = written
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map(entryOf);
  return (destination) => entries.some((entry) => entry(destination));
}

function entryOf(written: string): Allowance {
  const network = /^(?<address>[0-9a-f:.]+)\/(?<prefix>\d{1,3})$/i.exec(written)?.groups;
  if (network !== undefined) return ofNetwork(networkIn(network["address"] ?? "", Number(network["prefix"]), written), undefined);
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(written) ?? [
    undefined,
    undefined,
    isIP(written) === 6 ? written : undefined,
  ];
  const [host, port] = [(bracketed ?? plain ?? "").toLowerCase().replace(/\.$/, ""), digits === undefined ? undefined : Number(digits)];
  const address = plainAddress(host);
  if (address !== undefined) return ofNetwork(networkOf(address, isIP(address) === 4 ? 32 : 128), port);
  if (/^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(host) && !/^[\d.]+$/.test(host)) return ofName(host, port);
  throw notUnderstood(written);
}

function networkIn(address: string, prefix: number, written: string): BlockList {
  try {
    return networkOf(address, prefix);
  } catch (thrown) {
    throw notUnderstood(written, thrown);
  }
}

function notUnderstood(written: string, cause?: unknown): PactaError {
  const what = `"${written.slice(0, 60)}" names no host and no network`;
  return new PactaError("PACTA_USAGE_VALUE", what, "Write hosts as intranet.example or 127.0.0.1:8080, networks as 10.0.0.0/8", {}, cause);
}

function ofNetwork(list: BlockList, only: Port): Allowance {
  return ({ address, port }) => (only === undefined || port === only) && list.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");
}

function ofName(name: string, only: Port): Allowance {
  return ({ host, address, port }) => {
    const named = name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name;
    return named && (only === undefined || port === only) && addressKind(address).reach !== "never";
  };
}
