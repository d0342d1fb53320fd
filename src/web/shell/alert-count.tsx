// How many alerts nobody has seen yet, beside "Watches".
import { useTold } from "./alerts.ts";

/** The count, where there is any; alerts that come are said. */
export function AlertCount() {
  const count = useTold();
  if (count === 0) return null;
  return (
    <span className="count">
      {count}
      <span className="unseen">{count === 1 ? " new alert" : " new alerts"}</span>
    </span>
  );
}
