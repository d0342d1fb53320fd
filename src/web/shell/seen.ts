// Which alerts somebody has seen, as it is kept in the browser, and which were said on this page.

/** Where it is kept. */
export const SEEN = "pacta-alerts-seen";

/** Ids that are kept: more than are ever asked for at once. */
const KEPT = 500;

function idsIn(kept: string | null): readonly string[] {
  return kept === null ? [] : kept.split("\n").filter((id) => id !== "");
}

/** What is kept once these were seen too; of many the last. */
export function withSeen(kept: string | null, ids: readonly string[]): string {
  const known = idsIn(kept);
  const all = [...known, ...ids.filter((id) => !known.includes(id))];
  return all.length === known.length && kept !== null ? kept : all.slice(-KEPT).join("\n");
}

/** Of alerts those that were not seen; none where nothing was ever kept, since whoever comes for the first time did not miss them. */
export function notSeen(kept: string | null, alerts: readonly { readonly id: string }[]): readonly string[] {
  if (kept === null) return [];
  const seen = new Set(idsIn(kept));
  return alerts.map(({ id }) => id).filter((id) => !seen.has(id));
}

const heard = new Set<string>();

/** Whether an alert was not yet said on this page. */
export function isNews(id: string): boolean {
  return !heard.has(id);
}

/** Notes that these were said. */
export function heardIn(ids: readonly string[]): void {
  for (const id of ids) heard.add(id);
}
