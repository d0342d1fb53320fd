// Going about by the keyboard, as somebody without a mouse does.
import type { Page } from "playwright-core";

/** Goes on with Tab until what is called so is in focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const named = `(() => {
    const at = document.activeElement;
    const label = at?.getAttribute("aria-label") ?? at?.labels?.[0]?.childNodes[0]?.textContent ?? at?.textContent ?? "";
    return label.trim();
  })()`;
  for (let n = 0; n < 150; n += 1) {
    await page.keyboard.press("Tab");
    const label: string = await page.evaluate(named);
    if (typeof name === "string" ? label === name : name.test(label)) return;
  }
  throw new Error(`nothing called ${String(name)} takes the focus`);
}
