// From what is pointed at or selected on the page back to places of the text. Runs of text carry their offset as `data-at`.
import type { Span } from "./part.ts";

/** The stretch of the text that is selected on the page; undefined where nothing of it is. */
export function selectedIn(root: Element): Span | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const [start, end] = [placeOf(root, range.startContainer, range.startOffset), placeOf(root, range.endContainer, range.endOffset)];
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}

/** The place of the text at a boundary of the page. */
function placeOf(root: Element, node: Node, offset: number): number | undefined {
  if (node instanceof Text) {
    const run = node.parentElement;
    return run?.dataset["at"] === undefined ? undefined : Number(run.dataset["at"]) + offset;
  }
  const runs = [...root.querySelectorAll<HTMLElement>("[data-at]")];
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  const after = runs.find((run) => boundary.comparePoint(run, 0) >= 0);
  const last = runs.at(-1);
  if (after !== undefined) return Number(after.dataset["at"]);
  return last === undefined ? undefined : Number(last.dataset["at"]) + (last.textContent?.length ?? 0);
}

/** The ids of the claims that cover what an event happened at, the shortest first. */
export function claimsAt(target: EventTarget | null): readonly string[] {
  const ids: string[] = [];
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    const id = at instanceof HTMLElement ? at.dataset["claim"] : undefined;
    if (id !== undefined) ids.push(id);
  }
  return ids;
}
