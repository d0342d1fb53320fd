// Scrolls through the list of deals as people do, by the wheel and by dragging its bar, and measures what the page's main thread had to do meanwhile.
import { availableParallelism, loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
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
  await page.evaluate(`document.querySelector(".deals-region").scrollIntoView({ block: "end" })`);
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

const COUNT = `Number(/[\\d,]+/.exec(document.querySelector(".deals-foot").textContent)[0].replaceAll(",", ""))`;

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

/** Of the list's bar, in pixels: from the edge to its middle, the arrows at its ends, and its thumb at the least. */
const BAR = { middle: 7, arrow: 15, thumb: 17 };

/** How far the list is scrolled (0 to 1), how much of it is in sight, and how many pixels high that is. */
const STANDS = `(() => {
  const list = document.querySelector(".deals-region");
  return [list.scrollTop / Math.max(1, list.scrollHeight - list.clientHeight), list.clientHeight / list.scrollHeight, list.clientHeight];
})()`;

/** The same, once the list stands still: turns of the wheel go on for a while. */
async function stands(page: Page): Promise<readonly number[]> {
  for (let before: readonly number[] = []; ;) {
    const now = await page.evaluate<readonly number[]>(STANDS);
    if (now[0] === before[0]) return now;
    before = now;
    await setTimeout(60);
  }
}

/** Drags the thumb of the bar from where it is so far down the list (0 to 1, and beyond its end). */
async function drag(page: Page, box: Box, share: number): Promise<void> {
  const [at = 0, seen = 1, height = 0] = await stands(page);
  const track = height - 2 * BAR.arrow;
  const thumb = Math.max(BAR.thumb, track * seen);
  const y = (part: number): number => box.y + BAR.arrow + thumb / 2 + part * (track - thumb);
  await page.mouse.move(box.x + box.width - BAR.middle, y(at));
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - BAR.middle, y(share), { steps: 12 });
  await page.mouse.up();
}

const IS_WHOLE = `!document.querySelector(".deals-foot").textContent.includes("more come")`;

/** How long the next page may take, and after how long the thumb is taken again. */
const PATIENCE = { page: 60_000, thumb: 2000 };

/** Drags to the end again and again, until no more deals come. */
async function dragToEnd(page: Page, box: Box): Promise<void> {
  let [before, since] = [0, Date.now()];
  while (!(await page.evaluate<boolean>(IS_WHOLE))) {
    const deals = await page.evaluate<number>(COUNT);
    if (deals > before) [before, since] = [deals, Date.now()];
    if (Date.now() > since + PATIENCE.page) throw new Error(`no deals came behind the first ${before}`);
    await drag(page, box, 1.02);
    // The page's policy lets nobody wait for an expression within it.
    const soon = Date.now() + PATIENCE.thumb;
    while (Date.now() < soon && !(await page.evaluate<boolean>(`${IS_WHOLE} || ${COUNT} > ${before}`))) await setTimeout(20);
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
