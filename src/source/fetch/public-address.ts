// Which addresses of the network are the public web's. The lists are those of the registries of special addresses (RFC 6890);
// of IPv6 only what is given out as global counts, so that what is new is refused until somebody looked at it.
import { BlockList, isIP } from "node:net";

/**
 * What an address is. `inner` addresses belong to a machine or network that may be allowed by its name; `never` ones (link-local,
 * metadata services of clouds, groups) only by their own number.
 */
export interface AddressKind {
  readonly reach: "public" | "inner" | "never";
  /** In words, for messages. */
  readonly name: string;
}

type Row = readonly [network: string, prefix: number, reach: "inner" | "never", name: string];

/** The first row that holds an address counts. */
const SPECIAL_4: readonly Row[] = [
  ["168.63.129.16", 32, "never", "a metadata service of a cloud"],
  ["100.100.100.200", 32, "never", "a metadata service of a cloud"],
  ["192.0.0.192", 32, "never", "a metadata service of a cloud"],
  ["169.254.169.254", 32, "never", "a metadata service of a cloud"],
  ["169.254.0.0", 16, "never", "link-local"],
  ["0.0.0.0", 8, "never", "no address of a host"],
  ["127.0.0.0", 8, "inner", "loopback"],
  ["10.0.0.0", 8, "inner", "private"],
  ["172.16.0.0", 12, "inner", "private"],
  ["192.168.0.0", 16, "inner", "private"],
  ["100.64.0.0", 10, "inner", "shared behind a carrier's NAT"],
  ["198.18.0.0", 15, "inner", "for benchmarks"],
  ["192.0.0.0", 24, "never", "reserved for protocols"],
  ["192.0.2.0", 24, "never", "for documentation"],
  ["198.51.100.0", 24, "never", "for documentation"],
  ["203.0.113.0", 24, "never", "for documentation"],
  ["192.31.196.0", 24, "never", "reserved for protocols"],
  ["192.52.193.0", 24, "never", "reserved for protocols"],
  ["192.175.48.0", 24, "never", "reserved for protocols"],
  ["192.88.99.0", 24, "never", "a relay of 6to4"],
  ["224.0.0.0", 4, "never", "a group of hosts"],
  ["240.0.0.0", 4, "never", "reserved"],
];

const SPECIAL_6: readonly Row[] = [
  ["fd00:ec2::254", 128, "never", "a metadata service of a cloud"],
  ["fd20:ce::254", 128, "never", "a metadata service of a cloud"],
  ["::1", 128, "inner", "loopback"],
  ["fc00::", 7, "inner", "private"],
  ["fe80::", 10, "never", "link-local"],
  ["fec0::", 10, "never", "site-local"],
  ["ff00::", 8, "never", "a group of hosts"],
  ["2001::", 23, "never", "reserved for protocols"],
  ["2001:db8::", 32, "never", "for documentation"],
  ["2002::", 16, "never", "an IPv4 address behind 6to4"],
  ["2620:4f:8000::", 48, "never", "reserved for protocols"],
  ["3fff::", 20, "never", "for documentation"],
];

const GLOBAL_6 = networkOf("2000::", 3);
const TABLE_4 = SPECIAL_4.map(([network, prefix, reach, name]) => ({ list: networkOf(network, prefix), reach, name }));
const TABLE_6 = SPECIAL_6.map(([network, prefix, reach, name]) => ({ list: networkOf(network, prefix), reach, name }));

const PUBLIC: AddressKind = { reach: "public", name: "public" };

/** What an address is, given in numbers (IPv4 with four parts, or IPv6). Whatever is no address is reached `never`. */
export function addressKind(written: string): AddressKind {
  const address = plainAddress(written);
  if (address === undefined) return { reach: "never", name: "no address" };
  if (isIP(address) === 4) return TABLE_4.find(({ list }) => list.check(address, "ipv4")) ?? PUBLIC;
  const within = embedded(address);
  if (within !== undefined) return addressKind(within);
  const row = TABLE_6.find(({ list }) => list.check(address, "ipv6"));
  return row ?? (GLOBAL_6.check(address, "ipv6") ? PUBLIC : { reach: "never", name: "reserved" });
}

/** One spelling for each address: IPv6 in its shortest form without a zone, an IPv4 address mapped into IPv6 as IPv4. Undefined where it is none. */
export function plainAddress(written: string): string | undefined {
  const address = written.replace(/^\[|\]$/g, "").replace(/%.*$/s, "");
  if (isIP(address) === 0) return undefined;
  if (isIP(address) === 4) return address;
  const short = URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1);
  return short === undefined ? undefined : (mapped(short) ?? short);
}

/** A network as a list that can be asked; the address is IPv4 or IPv6. Throws a RangeError or TypeError where the two make none. */
export function networkOf(address: string, prefix: number): BlockList {
  const list = new BlockList();
  list.addSubnet(address, prefix, isIP(address) === 4 ? "ipv4" : "ipv6");
  return list;
}

/** The IPv4 address that a gateway (NAT64) would call for an IPv6 address in its shortest form. */
function embedded(short: string): string | undefined {
  if (!short.startsWith("64:ff9b::")) return undefined;
  const last = short.slice("64:ff9b::".length).split(":");
  return last.length > 2 ? undefined : ipv4Of(...(last.length === 2 ? last : ["0", ...last]));
}

/** The IPv4 address that an IPv6 address in its shortest form stands for. */
function mapped(short: string): string | undefined {
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short) ?? [];
  return high === undefined ? undefined : ipv4Of(high, low);
}

/** An IPv4 address of its two halves in hexadecimal digits; none are 0. */
function ipv4Of(...halves: readonly (string | undefined)[]): string {
  return halves
    .map((half) => Number.parseInt(half === undefined || half === "" ? "0" : half, 16))
    .flatMap((half) => [half >> 8, half & 255])
    .join(".");
}
