// The hostile files that the tests have: the bench reads each in a process of its own.
import { PAGES, TEXTS } from "../../src/intake/hostile-pages.fixture.ts";
import { FEEDS, LISTS, MAILBOXES, MAILS, PDFS, SAVED_PAGES } from "../../src/intake/hostile.fixture.ts";
import type { Hostile } from "../../src/intake/hostile.fixture.ts";

/** All of them. */
export const FILES: readonly Hostile[] = [...PAGES, ...TEXTS, ...FEEDS, ...LISTS, ...MAILS, ...MAILBOXES, ...SAVED_PAGES, ...PDFS];
