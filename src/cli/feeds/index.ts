// The door of feeds/: following feeds, a word each.
export { add } from "./add.ts";
export { list } from "./list.ts";
export { exportFeeds, importFeeds } from "./opml.ts";
export { poll } from "./poll.ts";
export { remove } from "./remove.ts";
