// Mail by a real SMTP server on this machine, read as a mail program reads it.
import type { SMTPServerOptions } from "smtp-server";
import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { certificate } from "./certificate.fixture.ts";
import { mailServerHere } from "./mail.fixture.ts";
import { alertOn, forwardClock, listening, onTheWay, watchBy, watchingOver } from "./receiver.fixture.ts";
import { daysAgo, on, watched } from "./watched.fixture.ts";
import { LAUNCHERS, SALE, told, TREATY } from "../../src/deal/book/having.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that lets Ada in, and what it got. */
async function mailServer(more: SMTPServerOptions = {}) {
  const { close, ...server } = await mailServerHere(more);
  closing.push(close);
  return server;
}

async function over(url: string | undefined, more: Parameters<typeof watchingOver>[1] = {}) {
  const about = await watched();
  closing.push(about.close);
  const clock = forwardClock();
  const watching = watchingOver(about, { clock, ...more });
  if (url !== undefined) await watching.setMailServer({ url, from: "Pacta <pacta@example.org>" });
  return { ...about, clock, watching };
}

const TO = { kind: "email", to: "bea@example.org", every: 30 } as const;

test("what fires within a stretch of time comes in one mail, as text and as HTML, with nothing in it as markup", async () => {
  const { port, mails } = await mailServer();
  const { watching, clock, tell } = await over(`smtp://ada:sesame@127.0.0.1:${port}`);
  const watch = await watching.add({ name: "Arms <b>&\r\nBcc: eve@example.org", about: { party: "NOR" }, channels: [TO] });
  const words = "Norland cancelled the contract for the Q-70 launchers <script>alert(1)</script>";
  const signed = on(daysAgo(2), SALE[0] ?? TREATY);
  const cancelled = told("b", daysAgo(1), {
    act: "cancel",
    by: ["NOR"],
    to: ["SUD"],
    object: "contract for the Q-70 launchers",
    items: LAUNCHERS,
    words,
  });
  await tell([signed]);
  await watching.look();
  expect(await watching.deliver()).toMatchObject({ sent: 0 });
  await tell([cancelled]);
  await watching.look();
  clock.forward(31 * 60_000);
  expect(await watching.deliver()).toMatchObject({ sent: 2 });
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  const [second, first] = await watching.alerts({ watch: watch.id });
  expect([mail?.from?.address, mail?.to?.map(({ address }) => address), mail?.cc, mail?.bcc]).toEqual([
    "pacta@example.org",
    ["bea@example.org"],
    undefined,
    undefined,
  ]);
  expect(mail?.subject).toBe("Pacta: 2 alerts of the watch “Arms <b>& Bcc: eve@example.org”");
  expect(mail?.headers.find(({ key }) => key === "x-pacta-alerts")?.value).toBe(`${first?.id} ${second?.id}`);
  expect(mail?.text).toContain("“Norland and Sudia signed a contract for Q-70 launchers”");
  expect(mail?.text).toContain("signed → cancelled");
  expect(mail?.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(mail?.html).not.toMatch(/<script|<b>/);
  expect(await watching.deliver()).toMatchObject({ sent: 0 });
});

test("a test comes at once and says that it is one", async () => {
  const { port, mails } = await mailServer();
  const { watching } = await over(`smtp://127.0.0.1:${port}`);
  const watch = await watchBy(watching, TO);
  expect(await watching.test(watch.id)).toMatchObject([{ kind: "email", outcome: "sent", status: 250 }]);
  expect(mails[0]?.subject).toBe("Pacta: Test: nothing changed, this only shows that alerts arrive");
});

test("whatever a mail server does is noted with a code, and tried again or given up", async () => {
  const refuse = (code: number): SMTPServerOptions => ({ onRcptTo: (_, __, done) => done(Object.assign(new Error("No"), { responseCode: code })) });
  const silent = createServer(() => undefined);
  closing.push(async () => void silent.close());
  const tls = certificate("localhost");
  const cases: readonly (readonly [string, () => Promise<string | undefined>, readonly unknown[]])[] = [
    ["nobody there", async () => "smtp://127.0.0.1:9", ["again", undefined, "PACTA_MAIL_UNREACHABLE"]],
    ["silence", async () => `smtp://127.0.0.1:${await listening(silent)}`, ["again", undefined, "PACTA_MAIL_UNREACHABLE"]],
    ["a wrong password", async () => `smtp://ada:open@127.0.0.1:${(await mailServer()).port}`, ["again", 535, "PACTA_MAIL_REFUSED"]],
    ["no such recipient", async () => `smtp://127.0.0.1:${(await mailServer(refuse(550))).port}`, ["dead", 550, "PACTA_MAIL_REFUSED"]],
    ["a recipient later", async () => `smtp://127.0.0.1:${(await mailServer(refuse(451))).port}`, ["again", 451, "PACTA_MAIL_REFUSED"]],
    ["no server", async () => undefined, ["again", undefined, "PACTA_MAIL_SERVER"]],
    ...(tls === undefined
      ? []
      : [
          [
            "wrong TLS",
            async () => `smtps://localhost:${(await mailServer({ secure: true, ...tls })).port}`,
            ["again", undefined, "PACTA_MAIL_UNREACHABLE"],
          ] as const,
        ]),
  ];
  for (const [name, start, wanted] of cases) {
    const { watching, settings } = await over(await start());
    const watch = await watchBy(watching, TO);
    await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
    await watching.deliver();
    const [line] = await watching.log();
    expect([name, line?.outcome, line?.status, line?.code]).toEqual([name, ...wanted]);
    expect(JSON.stringify(line)).not.toMatch(/sesame|ada:open/);
  }
});

/** A server whose answer to the first command never comes to an end. */
async function chattyServer(): Promise<{ readonly port: number; readonly lines: () => number }> {
  let lines = 0;
  const server = createServer((line) => {
    line.on("error", () => undefined);
    line.write("220 here\r\n");
    const talk = setInterval(() => (line.write("250-WAIT\r\n"), (lines += 1)), 100);
    line.on("close", () => clearInterval(talk));
  });
  const port = await listening(server);
  closing.push(async () => void server.close());
  return { port, lines: () => lines };
}

test("a server that goes on talking is not listened to for ever", async () => {
  const { port } = await chattyServer();
  const { watching } = await over(`smtp://127.0.0.1:${port}`, { timeout: 500 });
  const watch = await watchBy(watching, TO);
  const [line] = await watching.test(watch.id);
  expect([line?.code, line?.what]).toEqual(["PACTA_MAIL_UNREACHABLE", expect.stringContaining("not done within 2 s")]);
  expect(line?.ms).toBeLessThan(4000);
});

test("a stop ends what hangs at once, and counts it as no try", async () => {
  const { port, lines } = await chattyServer();
  const { watching, settings } = await over(`smtp://127.0.0.1:${port}`, { timeout: 20_000 });
  const watch = await watchBy(watching, TO);
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
  const stop = new AbortController();
  const delivered = watching.deliver(stop.signal);
  await vi.waitFor(() => expect(lines()).toBeGreaterThan(1));
  const before = Date.now();
  stop.abort();
  expect(await delivered).toEqual({ sent: 0, again: 0, dead: 0, gone: 0 });
  expect(Date.now() - before).toBeLessThan(1000);
  expect([await watching.log(), (await settings.watching.take("9999-01-01T00:00:00.000Z", "9999-01-02T00:00:00.000Z", 9, [])).length]).toEqual([
    [],
    1,
  ]);
});

test("a server with a certificate of one's own is trusted by it", async ({ skip }) => {
  const tls = certificate("localhost");
  if (tls === undefined) return skip("openssl is not there");
  const { port, mails } = await mailServer({ secure: true, ...tls });
  const { watching } = await over(`smtps://ada:sesame@localhost:${port}`, { ca: tls.cert });
  const watch = await watchBy(watching, TO);
  expect(await watching.test(watch.id)).toMatchObject([{ outcome: "sent" }]);
  expect(mails).toHaveLength(1);
});

test("a mail that comes twice bears the same name", async () => {
  const { port, mails } = await mailServer();
  const { watching, settings, clock } = await over(`smtp://127.0.0.1:${port}`);
  const watch = await watchBy(watching, TO);
  const alerts = [alertOn(watch, 1), alertOn(watch, 2)];
  await onTheWay(settings, watching, watch.id, alerts);
  // Whoever sent it ended before it was noted.
  const noting = vi.spyOn(settings.watching, "settle").mockImplementationOnce(async () => Promise.reject(new Error("gone")));
  await expect(watching.deliver()).rejects.toThrow("gone");
  noting.mockRestore();
  clock.forward(180_001);
  expect(await watching.deliver()).toMatchObject({ sent: 2 });
  expect(mails.map(({ messageId }) => messageId)).toEqual([mails[0]?.messageId, mails[0]?.messageId]);
});
