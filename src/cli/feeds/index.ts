// The door of feeds/: following feeds, a word each. Nothing is loaded before its word is asked for.

/** `pacta feeds add`: begins to follow feeds. */
export const add = () => import("./add.ts").then((word) => word.add);

/** `pacta feeds list`: the feeds that are followed. */
export const list = () => import("./list.ts").then((word) => word.list);

/** `pacta feeds remove`: ends following feeds. */
export const remove = () => import("./remove.ts").then((word) => word.remove);

/** `pacta feeds poll`: asks feeds for what is new, and reads it. */
export const poll = () => import("./poll.ts").then((word) => word.poll);

/** `pacta feeds import`: follows the feeds of an OPML file. */
export const importFeeds = () => import("./opml.ts").then((word) => word.importFeeds);

/** `pacta feeds export`: the feeds that are followed as OPML. */
export const exportFeeds = () => import("./opml.ts").then((word) => word.exportFeeds);
