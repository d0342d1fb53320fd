// The thread that parses a large feed: patterns of the parser take time by the square of what some fields hold.
import { answer } from "../../thread/index.ts";
import { parseFeed } from "./parse.ts";
import type { FeedTask } from "./safely.ts";

await answer((data) => {
  const { text, base } = data as FeedTask;
  return parseFeed(text, base);
});
