// An alert in one line.
import { slotsText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";

type Alert = Forms["Alert"];
type Threads = Forms["Threads"];

/** "signed → cancelled", with the dispute where there is one; one state alone where nothing moved. */
export function moveText(before: Threads, after: Threads): string {
  const [from, to] = [threadsText(before), threadsText(after)];
  return from === to ? to : `${from} → ${to}`;
}

function threadsText({ state, dispute }: Threads): string {
  const said = state === "none" ? "not yet agreed" : state.replaceAll("-", " ");
  return dispute === "none" ? said : `${said}, ${dispute}`;
}

/** That reports contradict each other, and in what; undefined where they do not. */
export function conflictText(slots: readonly string[]): string | undefined {
  return slots.length === 0 ? undefined : `reports contradict each other (${slotsText(slots)})`;
}

/** What happened, without the watch's name. */
export function alertText(alert: Alert): string {
  switch (alert.kind) {
    case "change": {
      const parts = [moveText(alert.before, alert.after), conflictText(alert.conflicts)].filter((part) => part !== undefined);
      return `${alert.deal.name}: ${parts.join("; ")}`;
    }
    case "digest": {
      const count = alert.lines.length + alert.more;
      return count === 0 ? "some changes could not be told" : `${count} ${count === 1 ? "deal" : "deals"} changed by older reports or decisions`;
    }
    case "test":
      return "a test: nothing changed";
  }
}
