// The picture of the README: the life of the examples' main deal, as the desk shows it. With $PACTA_PICTURE naming a file it is written there.
import { expect, test } from "vitest";
import { deskOfFile } from "./desk.fixture.ts";

const here = deskOfFile();

test("the life of the examples' main deal is a picture to show", async () => {
  const { page, errors } = await here.open("/deals", { viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  await page
    .getByRole("link", { name: /submarine/i })
    .first()
    .click();
  await page.locator("svg, canvas").first().waitFor();
  await page.waitForLoadState("networkidle");
  const path = process.env["PACTA_PICTURE"];
  const picture = await page.screenshot(path === undefined ? {} : { path });
  expect(picture.length).toBeGreaterThan(20_000);
  expect(errors).toEqual([]);
});
