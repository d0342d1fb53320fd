// Web push to a TLS endpoint on this machine, which reads what it gets as a browser and its service do.
import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import ece from "http_ece";
import { afterEach, expect, test, vi } from "vitest";
import { certificate } from "./certificate.fixture.ts";
import { alertOn, forwardClock, onTheWay, receive, watchBy, watchingOver } from "./receiver.fixture.ts";
import type { Received } from "./receiver.fixture.ts";
import { watched } from "./watched.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const tls = certificate("localhost");
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A browser that subscribes. */
function browser() {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const auth = randomBytes(16).toString("base64url");
  const keys = { p256dh: ecdh.getPublicKey().toString("base64url"), auth };
  return {
    keys,
    read: (body: Buffer): unknown => JSON.parse(ece.decrypt(body, { version: "aes128gcm", privateKey: ecdh, authSecret: auth }).toString()),
  };
}

/** The claims of a VAPID header, if its signature holds under our key. */
function vapid({ headers }: Received, key: string): Record<string, unknown> | undefined {
  const [, token = "", told = ""] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  const holds =
    told === key &&
    verify("sha256", Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  return holds ? (JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>) : undefined;
}

const SUBJECT = "mailto:ada@example.org";

async function pushing(status: () => number) {
  if (tls === undefined) throw new Error("openssl is not there");
  const service = await receive((response) => response.writeHead(status()).end(), tls);
  const about = await watched();
  closing.push(service.close, about.close);
  const clock = forwardClock();
  const watching = watchingOver(about, { clock, ca: tls.cert, subject: SUBJECT });
  return { ...about, clock, service, watching };
}

test.runIf(tls !== undefined)("a push is encrypted for the browser alone, signed by us, and goes where it subscribed", async () => {
  const { service, watching, settings } = await pushing(() => 201);
  const { keys, read } = browser();
  const key = await watching.pushKey();
  const watch = await watchBy(watching, { kind: "push", endpoint: `${service.url}/push/abc`, keys });
  const alert = alertOn(watch, 1, "Norland quietly signed the gas deal");
  await onTheWay(settings, watching, watch.id, [alert]);
  expect(await watching.deliver()).toMatchObject({ sent: 1 });
  const [request] = service.received;
  if (request === undefined) throw new Error("nothing came");
  expect([request.path, request.headers["content-encoding"], request.headers["ttl"]]).toEqual(["/push/abc", "aes128gcm", String(3 * 86_400)]);
  expect(request.body.toString("latin1")).not.toContain("quietly");
  expect(read(request.body)).toEqual({
    id: alert.id,
    kind: "change",
    watch: watch.id,
    title: "Norland–Sudia gas deal: none → signed",
    text: "“Norland quietly signed the gas deal” (said by Ada, Signed, 2026-03-05, https://example.org/d?a=1&b=2)",
    deal: "deal-1",
  });
  expect(vapid(request, key)).toMatchObject({ aud: service.url, sub: "mailto:ada@example.org" });
  expect(await watching.pushKey()).toBe(key);
  expect(await watching.test(watch.id)).toMatchObject([{ kind: "push", outcome: "sent", status: 201 }]);
  expect(read(service.received[1]?.body ?? Buffer.alloc(0))).toMatchObject({ kind: "test" });
});

test.runIf(tls !== undefined)("a subscription that the service no longer knows goes away, others are tried again", async () => {
  for (const gone of [404, 410]) {
    let status = 429;
    const { service, watching, settings, clock } = await pushing(() => status);
    const { keys } = browser();
    const watch = await watchBy(watching, { kind: "push", endpoint: `${service.url}/push/abc`, keys });
    await onTheWay(settings, watching, watch.id, [alertOn(watch, 1), alertOn(watch, 2)]);
    expect(await watching.deliver()).toMatchObject({ again: 2 });
    expect((await settings.pushes.list()).length).toBe(1);
    status = gone;
    clock.forward(60_000);
    const { sent, again, dead } = await watching.deliver();
    expect([sent, again, dead]).toEqual([0, 0, 0]);
    expect([await settings.pushes.list(), (await watching.get(watch.id)).channels, await watching.dead()]).toEqual([[], [], []]);
    clock.forward(3_600_000);
    expect(await watching.deliver()).toEqual({ sent: 0, again: 0, dead: 0, gone: 0 });
    expect((await watching.alerts({ watch: watch.id })).length).toBe(2);
  }
});

test("a browser's address is called through the gate, and keys that are none are refused", async () => {
  const about = await watched();
  closing.push(about.close);
  const watching = watchingOver(about, { allowed: () => false, subject: SUBJECT });
  const { keys } = browser();
  const watch = await watchBy(watching, { kind: "push", endpoint: "https://127.0.0.1/push", keys });
  expect(await watching.test(watch.id)).toMatchObject([{ outcome: "dead", code: "PACTA_FETCH_PRIVATE" }]);
  await expect(watchBy(watching, { kind: "push", endpoint: "https://example.org/", keys: { ...keys, auth: "?" } })).rejects.toMatchObject({
    code: "PACTA_WATCH_INVALID",
  });
  await expect(watchBy(watching, { kind: "push", endpoint: "http://example.org/", keys })).rejects.toMatchObject({ code: "PACTA_WATCH_INVALID" });
  // A point that is on no curve.
  const odd = await watchBy(watching, {
    kind: "push",
    endpoint: "https://example.org/",
    keys: { ...keys, p256dh: Buffer.alloc(65, 4).toString("base64url") },
  });
  expect(await watching.test(odd.id)).toMatchObject([{ code: "PACTA_PUSH_KEYS" }]);
});

test("two who make our keys at once have the same", async () => {
  const about = await watched();
  closing.push(about.close);
  const { vapid } = about.settings;
  // Neither finds any, and what the second writes comes late.
  let writes = 0;
  const late = async <T>(write: () => Promise<T>): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(write()), (writes += 1) * 20));
  const slow: typeof vapid = {
    ...vapid,
    put: async (record) => late(async () => vapid.put(record)),
    change: async (id, next) => late(async () => vapid.change(id, next)),
  };
  const settings = { ...about.settings, vapid: slow };
  const [first, second] = await Promise.all([1, 2].map(async () => watchingOver({ ...about, settings }, { subject: SUBJECT }).pushKey()));
  expect([first, (await vapid.get("vapid"))?.publicKey]).toEqual([second, second]);
});

test.runIf(tls !== undefined)("whoever is to be reached now is named, and nobody is invented where nobody is", async () => {
  const { service, watching, ...about } = await pushing(() => 201);
  const { keys } = browser();
  const key = await watching.pushKey();
  const watch = await watchBy(watching, { kind: "push", endpoint: `${service.url}/push/abc`, keys });
  const now = watchingOver(about, { ca: tls?.cert ?? "", subject: "https://example.org/contact" });
  expect(await now.test(watch.id)).toMatchObject([{ outcome: "sent" }]);
  const [request] = service.received;
  expect(request === undefined ? undefined : vapid(request, key)).toMatchObject({ sub: "https://example.org/contact" });
  const nobody = watchingOver(about, { ca: tls?.cert ?? "" });
  expect(await nobody.test(watch.id)).toMatchObject([{ outcome: "dead", code: "PACTA_PUSH_CONTACT" }]);
  expect(service.received).toHaveLength(1);
  await expect(nobody.pushKey()).rejects.toMatchObject({ code: "PACTA_PUSH_CONTACT" });
  await expect(watchBy(nobody, { kind: "push", endpoint: "https://example.org/", keys })).rejects.toMatchObject({ code: "PACTA_PUSH_CONTACT" });
  for (const subject of ["ada@example.org", "mailto:ada", "http://example.org/", "mailto:ada@localhost", "https://localhost/"])
    await expect(watchingOver(about, { subject }).pushKey()).rejects.toMatchObject({ code: "PACTA_PUSH_CONTACT" });
});

test("of a watch or way that is refused nothing is kept", async () => {
  const about = await watched();
  closing.push(about.close);
  const watching = watchingOver(about, { subject: SUBJECT });
  const push = () => ({ kind: "push", endpoint: "https://example.org/push", keys: browser().keys }) as const;
  const refused = { code: "PACTA_WATCH_INVALID" };
  await expect(watchBy(watching, push(), { kind: "email", to: "nobody" })).rejects.toMatchObject(refused);
  await expect(watchBy(watching, ...Array.from({ length: 21 }, push))).rejects.toMatchObject(refused);
  expect([await about.settings.pushes.list(), await watching.list()]).toEqual([[], []]);
  const watch = await watchBy(watching, ...Array.from({ length: 20 }, push));
  await expect(watching.addChannel(watch.id, push())).rejects.toMatchObject(refused);
  await expect(watching.addChannel("none", push())).rejects.toMatchObject({ code: "PACTA_WATCH_UNKNOWN" });
  expect((await about.settings.pushes.list()).length).toBe(20);
  await watching.remove(watch.id);
  expect(await about.settings.pushes.list()).toEqual([]);
});
