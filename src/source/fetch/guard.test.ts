// The gate holds however an address is spelled, whatever a name resolves to, and only what was named opens it.
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { expect, test } from "vitest";
import { allowanceOf, NOTHING_MORE } from "./allowance.ts";
import { addressesFor, hostOf, webUrlOf } from "./guard.ts";
import { addressKind, plainAddress } from "./public-address.ts";

const NAMES: Readonly<Record<string, readonly string[]>> = {
  "news.example": ["93.184.216.34", "2606:2800:220:1::1"],
  "inner.example": ["10.1.2.3"],
  "mixed.example": ["93.184.216.34", "127.0.0.1"],
  "metadata.example": ["169.254.169.254"],
  "mapped.example": ["::ffff:10.0.0.1"],
  "mapped-public.example": ["::ffff:93.184.216.34"],
  "six.example": ["fd00:ec2::254"],
  "nothing.example": [],
  localhost: ["127.0.0.1", "::1"],
};

const resolve = async (host: string) => {
  const found = NAMES[host];
  if (found === undefined) throw new Error("ENOTFOUND");
  return found;
};

async function outcome(written: string, allow = ""): Promise<string> {
  try {
    return (await addressesFor(webUrlOf(written), { resolve, allowed: allow === "" ? NOTHING_MORE : allowanceOf(allow) })).join(" ");
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
}

test.each([
  ..."127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7F.0.0.1 0x7f.1 0177.0.0.1 017700000001 127.0.0.1. 127。0。0。1 ①②⑦.0.0.1 %31%32%37.0.0.1".split(
    " ",
  ),
  ..."0.0.0.0 0 00 0x0 0.1.2.3 10.0.0.1 10.1 167772161 0xa.1 012.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 192.168.257 3232235777".split(" "),
  ..."169.254.169.254 169.254.1.1 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.16689662 100.64.0.1 100.127.255.255 100.100.100.200 168.63.129.16".split(
    " ",
  ),
  ..."192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 4294967295".split(" "),
  ..."[::] [::1] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:a00:1] [::ffff:169.254.169.254] [::127.0.0.1] [::ffff:1]".split(
    " ",
  ),
  ..."[fe80::1] [febf::1] [fec0::1] [fc00::1] [fd00:ec2::254] [fd12:3456:789a::1] [ff02::1] [64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b::] [64:ff9b:1::1]".split(
    " ",
  ),
  ..."[2002:7f00:1::] [2002:a9fe:a9fe::1] [2001::1] [2001:db8::1] [100::1] [3fff::1] [4000::1] [5f00::1]".split(" "),
  ..."localhost LOCALHOST localhost. inner.example mixed.example metadata.example mapped.example six.example".split(" "),
])("http://%s/ is not asked", async (host) => {
  expect(await outcome(`http://${host}/`)).toBe("PACTA_FETCH_PRIVATE");
});

test.each([
  ["http://user@news.example/", "PACTA_FETCH_ADDRESS"],
  ["http://user:secret@news.example/", "PACTA_FETCH_ADDRESS"],
  ["http://news.example@127.0.0.1/", "PACTA_FETCH_ADDRESS"],
  ["ftp://news.example/", "PACTA_FETCH_ADDRESS"],
  ["file:///etc/passwd", "PACTA_FETCH_ADDRESS"],
  ["gopher://127.0.0.1:70/", "PACTA_FETCH_ADDRESS"],
  ["javascript:alert(1)", "PACTA_FETCH_ADDRESS"],
  ["http://", "PACTA_FETCH_ADDRESS"],
  ["http://[::1", "PACTA_FETCH_ADDRESS"],
  ["http://256.1.1.1/", "PACTA_FETCH_ADDRESS"],
  ["http://[fe80::1%25eth0]/", "PACTA_FETCH_ADDRESS"],
  [`http://news.example/${"a".repeat(5000)}`, "PACTA_FETCH_ADDRESS"],
  ["http://news.example:22/", "PACTA_FETCH_PORT"],
  ["http://news.example:8080/", "PACTA_FETCH_PORT"],
  ["http://unheard.example/", "PACTA_FETCH_DNS"],
  ["http://nothing.example/", "PACTA_FETCH_DNS"],
])("%s is refused", async (address, code) => {
  expect(await outcome(address)).toBe(code);
});

test("what a refusal says holds no password", () => {
  expect(() => webUrlOf("http://user:secret@news.example/")).toThrow(expect.objectContaining({ place: { source: "http://news.example/" } }));
});

test.each([
  ["http://news.example/", "93.184.216.34 2606:2800:220:1::1"],
  ["https://NEWS.example.:443/", "93.184.216.34 2606:2800:220:1::1"],
  ["http://news.example:443/", "93.184.216.34 2606:2800:220:1::1"],
  ["http://mapped-public.example/", "93.184.216.34"],
  ["http://93.184.216.34/", "93.184.216.34"],
  ["http://[2606:4700::1111]/", "2606:4700::1111"],
  ["http://[64:ff9b::5db8:d822]/", "64:ff9b::5db8:d822"],
])("%s is asked at %s", async (address, addresses) => {
  expect(await outcome(address)).toBe(addresses);
});

test.each([
  ["http://127.0.0.1:8080/", "127.0.0.1", "127.0.0.1"],
  ["http://127.0.0.1:8080/", "127.0.0.1:8080", "127.0.0.1"],
  ["http://127.0.0.1:8081/", "127.0.0.1:8080", "PACTA_FETCH_PRIVATE"],
  ["http://127.0.0.2/", "127.0.0.1", "PACTA_FETCH_PRIVATE"],
  ["http://127.0.0.2/", "127.0.0.0/8", "127.0.0.2"],
  ["http://[::ffff:127.0.0.1]/", "127.0.0.1", "127.0.0.1"],
  ["http://[::1]:3000/", "::1", "::1"],
  ["http://[::1]:3000/", "[::1]:3000", "::1"],
  ["http://[fd12::1]/", "10.0.0.0/8, fd12::/16", "fd12::1"],
  ["http://localhost:3000/", "localhost", "127.0.0.1 ::1"],
  ["http://localhost:3000/", "127.0.0.0/8", "PACTA_FETCH_PRIVATE"],
  ["http://inner.example/", "*.example", "10.1.2.3"],
  ["http://inner.example/", "example", "PACTA_FETCH_PRIVATE"],
  ["http://news.example:8443/", "news.example:8443", "93.184.216.34 2606:2800:220:1::1"],
  ["http://news.example:8444/", "news.example:8443", "PACTA_FETCH_PORT"],
  ["http://metadata.example/", "metadata.example", "PACTA_FETCH_PRIVATE"],
  ["http://six.example/", "*.example", "PACTA_FETCH_PRIVATE"],
  ["http://169.254.169.254/", "169.254.169.254", "169.254.169.254"],
])("%s with the allowance %s: %s", async (address, allow, expected) => {
  expect(await outcome(address, allow)).toBe(expected);
});

test.each(["10.0.0.0/33", "fd00::/200", "http://intranet/", "a b:c", "*", "1.2.3", "host:99999x", "/8"])("%s is no allowance", (written) => {
  expect(() => allowanceOf(written)).toThrow(expect.objectContaining({ code: "PACTA_USAGE_VALUE" }));
});

const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join("."));
const group = fc.oneof(fc.constantFrom(0, 1, 0xffff, 0x64, 0xff9b, 0x2001, 0x2002, 0xfe80, 0xfd00), fc.integer({ min: 0, max: 0xffff }));
const ipv6 = fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.map((each) => each.toString(16)).join(":"));

/** What another library holds to be no host of the public web. */
function isSpecial(address: string): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.range() === "unicast") return false;
  return !(parsed instanceof ipaddr.IPv6 && parsed.range() === "rfc6052");
}

test("an address that another library knows as special is never public", () => {
  fc.assert(
    fc.property(fc.oneof(ipv4, ipv6), (address) => {
      fc.pre(isSpecial(address));
      expect(addressKind(address).reach).not.toBe("public");
    }),
    { numRuns: 3000 },
  );
});

test("however a number spells an IPv4 address, mapped into IPv6 or behind NAT64, it is what its four parts are", () => {
  const spelled = fc.tuple(octet, octet, octet, octet).chain(([a, b, c, d]) => {
    const whole = ((a * 256 + b) * 256 + c) * 256 + d;
    const hex = (n: number) => n.toString(16);
    const forms = [
      String(whole),
      `0x${hex(whole)}`,
      `0${whole.toString(8)}`,
      `${a}.${whole % 2 ** 24}`,
      `${a}.${b}.${whole % 2 ** 16}`,
      `0x${hex(a)}.0${b.toString(8)}.${c}.${d}`,
      `${a}.${b}.${c}.${d}.`,
      `[::ffff:${a}.${b}.${c}.${d}]`,
      `[::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
    ];
    return fc.tuple(fc.constant([a, b, c, d].join(".")), fc.constantFrom(...forms));
  });
  fc.assert(
    fc.property(spelled, ([address, written]) => {
      expect(hostOf(webUrlOf(`http://${written}/`))).toBe(address);
      expect(addressKind(`64:ff9b::${address}`)).toEqual(addressKind(address));
    }),
    { numRuns: 2000 },
  );
});

test("every spelling of an IPv6 address is brought to one, and is of one kind", () => {
  fc.assert(
    fc.property(ipv6, (address) => {
      const plain = plainAddress(address) ?? "";
      expect(plainAddress(address.toUpperCase())).toBe(plain);
      expect(plainAddress(`[${plain}]`)).toBe(plain);
      expect(plainAddress(ipaddr.parse(address).toNormalizedString())).toBe(plain);
      expect(addressKind(`${address}%eth0`)).toEqual(addressKind(plain));
    }),
    { numRuns: 2000 },
  );
});

test("nothing that is no address is public", () => {
  fc.assert(
    fc.property(fc.string(), (written) => {
      fc.pre(plainAddress(written) === undefined);
      expect(addressKind(written).reach).toBe("never");
    }),
  );
});
