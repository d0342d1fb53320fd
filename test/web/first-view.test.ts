// What the first view costs: bytes that travel until the deals are there, as they travel.
import { expect, test } from "vitest";
import type { Request } from "playwright-core";
import { deskOfFile } from "./desk.fixture.ts";

/** Bytes that the first view may take. */
const MOST = 200_000;

const here = deskOfFile();

test("the first view of the deals takes less than 200 kB, and tells how soon they are there", async () => {
  const { page } = await here.open("/healthz");
  const asked: Request[] = [];
  page.on("requestfinished", (request) => asked.push(request));
  const start = performance.now();
  await page.goto(`${here.server.url}/deals`);
  await page
    .getByRole("link", { name: /submarine/i })
    .first()
    .waitFor();
  const milliseconds = Math.round(performance.now() - start);
  const sizes = await Promise.all(asked.map(async (request) => (await request.sizes()).responseBodySize));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  process.stdout.write(`first view: ${bytes} bytes in ${asked.length} answers, deals after ${milliseconds} ms\n`);
  expect(asked.length).toBeGreaterThan(5);
  expect(bytes).toBeLessThan(MOST);
});
