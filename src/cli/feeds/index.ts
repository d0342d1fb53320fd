// The door of feeds/: following feeds, a word each. Nothing is loaded before its word is asked for.
export const add = () => import("./add.ts").then((word) => word.add);
export const list = () => import("./list.ts").then((word) => word.list);
export const remove = () => import("./remove.ts").then((word) => word.remove);
export const poll = () => import("./poll.ts").then((word) => word.poll);
export const importFeeds = () => import("./opml.ts").then((word) => word.importFeeds);
export const exportFeeds = () => import("./opml.ts").then((word) => word.exportFeeds);
