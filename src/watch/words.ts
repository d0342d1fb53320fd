// An alert in words: a line that says what happened, and what stands under it, as plain text. Whoever shows it elsewhere packs it for there.
import type { Threads, ToldChange } from "../deal/index.ts";
import type { Alert, ChangeAlert, DigestLine } from "./alert.ts";

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** "in-force, sued". */
function threadsText({ state, dispute }: Threads): string {
  return dispute === "none" ? state : `${state}, ${dispute}`;
}

function moveText(before: Threads, after: Threads): string {
  return before.state === after.state && before.dispute === after.dispute ? threadsText(after) : `${threadsText(before)} → ${threadsText(after)}`;
}

const isMoved = ({ before, after }: Pick<ChangeAlert, "before" | "after">): boolean =>
  before.state !== after.state || before.dispute !== after.dispute;

/** What happened, in one line without the watch's name. */
export function titleOf(alert: Alert): string {
  switch (alert.kind) {
    case "change": {
      const conflict = alert.conflicts.length === 0 ? [] : [`reports contradict each other (${alert.conflicts.join(", ")})`];
      return oneLine(`${alert.deal.name}: ${[...(isMoved(alert) ? [moveText(alert.before, alert.after)] : []), ...conflict].join("; ")}`);
    }
    case "digest": {
      const count = alert.lines.length + alert.more;
      return count === 0
        ? "Some changes could not be told"
        : `${count} deal${count === 1 ? "" : "s"} changed by older reports, new readings or decisions`;
    }
    case "test":
      return "Test: nothing changed, this only shows that alerts arrive";
  }
}

/** A line of a digest. */
export function lineText({ deal, before, after, conflicts, gone }: DigestLine): string {
  const conflict = conflicts.length === 0 ? "" : `; reports contradict each other (${conflicts.join(", ")})`;
  return oneLine(gone === true ? `${deal.name}: no longer told as a deal` : `${deal.name}: ${moveText(before, after)}${conflict}`);
}

/** Where a claim's words stand. */
export function sourceText({ document, sources }: Pick<ToldChange, "document" | "sources">): string {
  const said = sources.map(({ name }) => name).join(", ");
  const where = [document.heading ?? document.title ?? document.id, document.published ?? "day unknown", document.url ?? ""];
  return oneLine([...(said === "" ? [] : [`said by ${said}`]), ...where.filter((part) => part !== "")].join(", "));
}

/** What stands under the title, a paragraph an entry; words of reports are in quotation marks. */
export function paragraphsOf(alert: Alert): readonly string[] {
  switch (alert.kind) {
    case "change":
      return alert.told.map((told) => {
        const words = told.words === "" ? "The words were taken away on request" : `“${oneLine(told.words)}”`;
        const lapsed = told.lapsed === true ? "The end that this states has passed: " : "";
        return `${lapsed}${words} (${sourceText(told)})`;
      });
    case "digest":
      return [
        ...alert.lines.map(lineText),
        ...(alert.more > 0 ? [`and ${alert.more} more`] : []),
        ...(alert.missed === true ? ["Changes from longer ago than a month are not among these."] : []),
      ];
    case "test":
      return [`It was asked for the watch “${oneLine(alert.watch.name)}”.`];
  }
}
