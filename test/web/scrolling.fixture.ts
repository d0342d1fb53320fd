// Scrolls through the list of deals as people do, by the wheel and by dragging its bar, and measures what the page's main thread had to do meanwhile.
import { availableParallelism, loadavg } from "node:os";
import type { Browser, Page } from "playwright-core";

/** What the main thread did while somebody scrolled. Times are milliseconds. */
export interface Scrolled {
  /** Deals that were there in the end. */
  readonly deals: number;
  /** Tasks that took longer than 50 ms by the clock, as the page's own observer counts them, and the longest. */
  readonly long: number;
  readonly longest: number;
  /** Tasks that took more than 50 ms of the thread's own time, which other processes take nothing of, and the most that one took. */
  readonly costly: number;
  readonly costliest: number;
  /** The most rows that were on the page at once. */
  readonly rows: number;
  /** How busy the machine was: processes that wanted a core, for each core. */
  readonly load: number;
}

/** From this on a task is long (the Long Tasks API). */
const LONG = 50;

/** Pixels of a turn of the wheel, and how often it is turned. */
const WHEEL = { by: 900, turns: 120 };

/** Scrolls through all deals of a list that is shown: by the wheel at first, then dragging the bar to its end until no more come, then up and down. */
export async function scrollThrough(browser: Browser, page: Page): Promise<Scrolled> {
  await page.evaluate(WATCH);
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  const region = page.getByRole("region", { name: "Deals that fit" });
  const box = await region.boundingBox();
  if (box === null) throw new Error("there is no list");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < WHEEL.turns; turn += 1) await page.mouse.wheel(0, WHEEL.by);
  await dragToEnd(page, box);
  for (const share of [0.5, 0.1, 0.9, 0]) await drag(page, box, share);
  const [long, rows, deals] = [
    await page.evaluate<readonly number[]>("globalThis.longTasks"),
    await page.evaluate<number>("globalThis.mostRows"),
    await page.evaluate<number>(COUNT),
  ];
  const costs = costsOf(await browser.stopTracing());
  return {
    deals,
    long: long.length,
    longest: Math.max(0, ...long),
    costly: costs.filter((cost) => cost > LONG).length,
    costliest: Math.max(0, ...costs),
    rows,
    load: (loadavg()[0] ?? 0) / availableParallelism(),
  };
}

const COUNT = `Number(/([\\d,]+) deals?/.exec(document.querySelector(".deals-foot").textContent)[1].replaceAll(",", ""))`;

const WATCH = `
  globalThis.longTasks = [];
  globalThis.mostRows = 0;
  new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  new MutationObserver(() => {
    globalThis.mostRows = Math.max(globalThis.mostRows, document.querySelectorAll("[data-line]").length);
  }).observe(document.querySelector(".deals-region"), { childList: true, subtree: true });
`;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels from the list's edges to its bar's middle and to where its thumb can be held. */
const [BAR, END] = [7, 20];

/** Drags the thumb of the bar, which is held where it is, so far down the list (0 to 1). */
async function drag(page: Page, box: Box, share: number): Promise<void> {
  const at = await page.evaluate<number>(
    `(() => { const r = document.querySelector(".deals-region"); return r.scrollTop / Math.max(1, r.scrollHeight - r.clientHeight); })()`,
  );
  const y = (part: number): number => box.y + END + part * (box.height - 2 * END);
  await page.mouse.move(box.x + box.width - BAR, y(at));
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - BAR, y(share), { steps: 12 });
  await page.mouse.up();
}

/** Drags to the end again and again, until no more deals come. */
async function dragToEnd(page: Page, box: Box): Promise<void> {
  for (;;) {
    const before = await page.evaluate<number>(COUNT);
    await drag(page, box, 1.1);
    const isWhole = `!document.querySelector(".deals-foot").textContent.includes("more come")`;
    await page.waitForFunction(`${isWhole} || ${COUNT} > ${before}`, undefined, { timeout: 30_000 });
    if (await page.evaluate<boolean>(isWhole)) return;
  }
}

interface TraceEvent {
  readonly name: string;
  readonly tid: number;
  readonly pid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of its own time that each task of the page's main thread took. */
function costsOf(trace: Buffer): readonly number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents.flatMap(({ name, pid, tid, tdur }) =>
    tdur !== undefined && name.endsWith("RunTask") && mains.has(`${pid} ${tid}`) ? [tdur / 1000] : [],
  );
}
