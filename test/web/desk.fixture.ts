// The desk in a real browser: pages that were just built, a real server over a ledger of one's own, and Debian's Chromium.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { serve } from "../../src/server/index.ts";
import { ROOT } from "../../tools/checkout.ts";
import { builtPages } from "../../tools/start.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ARGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--enable-unsafe-swiftshader"];

/** The browser of this machine: $PACTA_CHROMIUM, or the first of the usual names on the path. */
function browserHere(): string | undefined {
  const given = process.env["PACTA_CHROMIUM"];
  if (given !== undefined) return given;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Why there is no browser to test in; undefined where there is one, or where its absence must be a failure. */
export function noBrowser(): string | undefined {
  if (browserHere() !== undefined || process.env["PACTA_REQUIRE_ALL"] === "1") return undefined;
  return "no Chromium on this machine: the desk was not tested (install chromium, or set PACTA_CHROMIUM)";
}

/** A desk that a test sits at. */
export interface DeskInBrowser {
  readonly server: Awaited<ReturnType<typeof serve>>;
  /** Where the ledger lies. */
  readonly ledger: string;
  readonly browser: Browser;
  /** A page of its own person (nothing shared), at a path of the desk. What it logs as errors ends up in `errors`. */
  open(path: string, options?: BrowserContextOptions): Promise<DeskPage>;
  close(): Promise<void>;
}

/** A page, with what it threw, logged as errors, or was refused by the policy against foreign scripts. */
export interface DeskPage {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** How a desk is made. */
interface Making {
  /** Fills the ledger in another way than by reading. */
  readonly fill?: (ledger: string) => Promise<void>;
  /** A ledger that is there, in the place of a new one. */
  readonly at?: string;
  /** The browser shows bars by which one scrolls, as it does for people. */
  readonly hasBars?: boolean;
}

/** Reads reports (paths from the root, the examples unless told) into a new ledger and opens a desk on it; `allow` names hosts that it may reach. */
export async function desk(
  reports: readonly string[] = ["examples"],
  allow = "",
  { fill, at, hasBars = false }: Making = {},
): Promise<DeskInBrowser> {
  builtPages();
  const folder = mkdtempSync(join(tmpdir(), "pacta-desk-"));
  const ledger = at ?? join(folder, "pacta.db");
  if (reports.length > 0)
    execFileSync(process.execPath, [join(ROOT, "bin", "pacta.cjs"), "read", ...reports, "--ledger", ledger], { cwd: ROOT, stdio: "ignore" });
  await fill?.(ledger);
  const server = await serve({ ledger, version: "0.0.0", level: "silent", rate: 100_000, allow, contact: "mailto:desk@example.org" });
  const browser = await chromium.launch({
    executablePath: browserHere() ?? "chromium",
    args: ARGS,
    ...(hasBars ? { ignoreDefaultArgs: ["--hide-scrollbars"] } : {}),
  });
  return {
    server,
    ledger,
    browser,
    open: async (path, options = {}) => opened(browser, server.url + path, options),
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** How a file's desk is kept. */
interface Keeping {
  /** Why its tests cannot run here; no browser, unless told. */
  readonly why?: string | undefined;
  /** Milliseconds that making it may take. */
  readonly patience?: number;
}

/**
 * The one desk of a test file: made before its first test by `make`, closed after its last. Each test begins without pages of others; where there is no
 * browser all are skipped, and say why. It can be used in tests only.
 */
export function deskOfFile(make: () => Promise<DeskInBrowser> = desk, { why = noBrowser(), patience = 120_000 }: Keeping = {}): DeskInBrowser {
  let made: DeskInBrowser | undefined;
  const there = (): DeskInBrowser => {
    if (made === undefined) throw new Error("the desk of this file is not there: it was asked for outside of its tests, or could not be made");
    return made;
  };
  beforeAll(async () => {
    if (why === undefined) made = await make();
  }, patience);
  beforeEach(({ skip }) => skip(why !== undefined, why));
  afterEach(async () => {
    for (const context of made?.browser.contexts() ?? []) await context.close();
  });
  afterAll(async () => made?.close());
  return {
    get server() {
      return there().server;
    },
    get ledger() {
      return there().ledger;
    },
    get browser() {
      return there().browser;
    },
    open: async (path, options) => there().open(path, options),
    close: async () => there().close(),
  };
}

async function opened(browser: Browser, url: string, options: BrowserContextOptions): Promise<DeskPage> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => (message.type() === "error" ? errors.push(message.text()) : undefined));
  await page.goto(url);
  return { page, errors };
}

/** Holds a page to axe's rules: nothing that somebody with a screen reader or weak eyes could not use. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
  expect(told).toEqual([]);
}

/** Whether nothing stands beyond the right edge of the window. */
export async function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
}
