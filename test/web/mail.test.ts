// Mail as a way of a watch, in a browser: by a real SMTP server, a test at once, and an alert when it was waited for more.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../../tools/checkout.ts";
import { mailServerHere } from "../watch/mail.fixture.ts";
import type { MailServerHere } from "../watch/mail.fixture.ts";
import { accessible, desk, deskOfFile } from "./desk.fixture.ts";

let mail: MailServerHere | undefined;

const here = deskOfFile(async () => {
  mail = await mailServerHere();
  return desk();
});
afterAll(async () => mail?.close());

test("mail is refused with what to do until a server is named, then a test arrives at once and an alert after its minute", async () => {
  const { page } = await here.open("/watches?party=NOR");
  page.setDefaultTimeout(90_000);
  await page.getByLabel("Name").fill("Norway by mail");
  await page.getByRole("button", { name: "Watch this" }).click();
  await page.getByRole("heading", { level: 1, name: "Norway by mail" }).waitFor();
  await page.locator("summary", { hasText: "Add mail" }).click();
  await page.getByLabel("Address", { exact: true }).fill("bea@example.org");
  await page.getByLabel("Minutes for which it waits for more").fill("1");
  await page.getByRole("button", { name: "Add mail" }).click();
  await page.getByText("Mail to bea@example.org, at most every 1 minute").waitFor();
  const testing = page.getByRole("button", { name: "Test", exact: true });
  await testing.click();
  await page.getByText("PACTA_MAIL_SERVER").first().waitFor();
  expect(mail?.mails).toEqual([]);

  const pacta = (...words: readonly string[]) => execFileSync(process.execPath, [join(ROOT, "bin", "pacta.cjs"), ...words, "--ledger", here.ledger]);
  pacta("watch", "mail", `smtp://ada:sesame@127.0.0.1:${mail?.port}`, "--from", "Pacta <pacta@example.org>");
  await testing.click();
  await page.getByRole("row", { name: /Mail .* \(test\) .*arrived SMTP 250/ }).waitFor();
  const [tested] = mail?.mails ?? [];
  expect([tested?.from?.address, tested?.to?.[0]?.address, tested?.subject?.startsWith("Pacta: Test")]).toEqual([
    "pacta@example.org",
    "bea@example.org",
    true,
  ]);
  await accessible(page);

  await page.goto(`${here.server.url}/add`);
  const text = "Norway signed a contract with Poland for twelve patrol boats worth 300 million euros, the defence ministry in Oslo said.";
  await page.getByLabel("Text of the report").fill(text);
  await page.getByLabel("Day of publication").fill(new Date().toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Read this text" }).click();
  await expect.poll(() => mail?.mails.length, { timeout: 110_000, interval: 500 }).toBe(2);
  expect(mail?.mails[1]?.text).toContain(`“${text.slice(0, 84)}`);
  await page.goto(`${here.server.url}/watches?show=deliveries`);
  await page
    .getByRole("row", { name: /Mail .*arrived SMTP 250/ })
    .first()
    .waitFor();
});
