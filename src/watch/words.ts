// An alert in words: a line that says what happened, and what stands under it, as plain text. Whoever shows it elsewhere packs it for there.
import { sameThreads } from "../deal/index.ts";
import type { Threads, ToldChange } from "../deal/index.ts";
import { oneLine, slotsText, sourcesText } from "../phrasing/index.ts";
import type { Alert, Digest, DigestLine } from "./alert.ts";

/** "in-force, sued". */
function threadsText({ state, dispute }: Threads): string {
  return dispute === "none" ? state : `${state}, ${dispute}`;
}

function moveText(before: Threads, after: Threads): string {
  return sameThreads(before, after) ? threadsText(after) : `${threadsText(before)} → ${threadsText(after)}`;
}

/** Changes of deals without a line may be many of one: they are not counted as deals. */
function digestTitle({ lines, more }: Digest): string {
  if (lines.length + more === 0) return "Some changes could not be told";
  const named = lines.length === 0 ? "" : `${lines.length} deal${lines.length === 1 ? "" : "s"}`;
  const who = more === 0 ? named : named === "" ? "Deals" : `${named} and others`;
  return `${who} changed by older reports, new readings or decisions`;
}

/** What happened, in one line without the watch's name. */
export function titleOf(alert: Alert): string {
  switch (alert.kind) {
    case "change": {
      const conflict = alert.conflicts.length === 0 ? [] : [`reports contradict each other (${slotsText(alert.conflicts)})`];
      return oneLine(
        `${alert.deal.name}: ${[...(sameThreads(alert.before, alert.after) ? [] : [moveText(alert.before, alert.after)]), ...conflict].join("; ")}`,
      );
    }
    case "digest":
      return digestTitle(alert);
    case "test":
      return "Test: nothing changed, this only shows that alerts arrive";
  }
}

/** A line of a digest. */
function lineText({ deal, before, after, conflicts, gone }: DigestLine): string {
  const conflict = conflicts.length === 0 ? "" : `; reports contradict each other (${slotsText(conflicts)})`;
  return oneLine(gone === true ? `${deal.name}: no longer told as a deal` : `${deal.name}: ${moveText(before, after)}${conflict}`);
}

/** Where a claim's words stand. */
function sourceText({ document, sources }: Pick<ToldChange, "document" | "sources">): string {
  const said = sourcesText(sources);
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
        ...(alert.more > 0 ? [`and ${alert.more} change${alert.more === 1 ? " of another deal" : "s of other deals"}`] : []),
        ...(alert.missed === true ? ["Changes from longer ago than a month are not among these."] : []),
      ];
    case "test":
      return [`It was asked for the watch “${oneLine(alert.watch.name)}”.`];
  }
}
