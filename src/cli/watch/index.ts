// The door of watch/: the commands of `pacta watch`.
export { add, change, remove, way } from "./making.ts";
export { mail, replay, run, test } from "./running.ts";
export { alerts, dead, feed, list, log } from "./telling.ts";
