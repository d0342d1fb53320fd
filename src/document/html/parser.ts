// Pages from anybody, taken apart in one thread for all of them: markup can be such that the tools behind this take minutes or all
// memory for it. A page that takes more than its share ends the thread, and the next page has a fresh one.
import { extname } from "node:path";
import { PactaError } from "../../error.ts";
import { openThread } from "../../thread/index.ts";
import type { TurnLimits } from "../../thread/index.ts";
import type { Furniture } from "../furniture.ts";
import type { Draft } from "../make-document.ts";
import { checkSize } from "./depth.ts";
import type { PageTask } from "./draft.ts";

/** Takes pages apart. `parse` rejects with the coded error of a page; those that wait go on. */
export interface PageParser {
  readonly parse: (page: PageTask) => Promise<Draft>;
  readonly close: () => Promise<void>;
}

const MEBIBYTE = 1024 * 1024;

/** A live blog of twenty thousand elements and a megabyte of text takes a second and less than 64 MiB, not 48. */
const LIMITS: TurnLimits = { time: 2500, memory: 64 * MEBIBYTE };

/** A parser in a thread, which is begun with the first page. A page beyond its time or memory is `PACTA_HTML_TOO_COSTLY`. */
export function pagesInThread(furniture: Furniture, limits: TurnLimits = LIMITS): PageParser {
  const entry = new URL(`./entry-thread${extname(import.meta.url)}`, import.meta.url);
  const thread = openThread<PageTask, Draft>(entry, furniture, limits, tooCostly);
  return {
    parse: async (page) => {
      checkSize(page.html);
      return await thread.ask(page);
    },
    close: thread.close,
  };
}

function tooCostly(why: string): PactaError {
  return new PactaError("PACTA_HTML_TOO_COSTLY", `the page is not read: ${why}`, "Give the article alone, or its text");
}
