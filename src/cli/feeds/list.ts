// `pacta feeds`: what is followed, and how it goes.
import type { Feed } from "../../settings/index.ts";
import { command, ledgerArg } from "../command.ts";
import { EXIT } from "../exit.ts";
import { tableOf } from "../layout.ts";
import { withSettings } from "../open.ts";
import { inkOf } from "../output.ts";
import { oneLine } from "../phrasing.ts";
import { agoText, dueText } from "./span.ts";

/** `pacta feeds`. */
export const list = command({
  args: {
    ledger: ledgerArg,
    json: {
      type: "boolean",
      description:
        'as JSON: [{"id","title"?,"site"?,"folders"?,"every"?,"made","polled"?,"news"?,"due"?,"failing"?:{"code","times","since"},"ended"?,"counts"?,…}]',
    },
  },
  examples: ["pacta feeds", "pacta feeds add https://news.example/feed", "pacta feeds poll"],
  run: async ({ ledger, json }, { env, out }) =>
    withSettings(ledger, env, async ({ feeds }) => {
      const all = await feeds.list();
      const now = Date.now();
      const [head = "", ...body] = tableOf(
        [["DUE", "POLLED", "NEWS", "READ", "STATE", "FEED"], ...all.map((feed) => rowOf(feed, now))],
        out.columns,
      ).split("\n");
      const text = all.length === 0 ? "no feeds are followed: pacta feeds add URL\n" : `${inkOf(out).strong(head)}\n${body.join("\n")}`;
      await out.write(json === true ? `${JSON.stringify(all)}\n` : text);
      return EXIT.ok;
    }),
});

function rowOf(feed: Feed, now: number): readonly string[] {
  const { polled, news, due, ended, counts, title } = feed;
  const name = title === undefined ? feed.id : `${oneLine(title)}  ${feed.id}`;
  return [
    ended === undefined ? dueText(due, now) : "-",
    agoText(polled, now),
    agoText(news, now),
    String(counts?.documents ?? 0),
    stateOf(feed),
    name,
  ];
}

function stateOf({ ended, failing, polled }: Feed): string {
  if (ended !== undefined) return "ended: gone for good";
  if (failing === undefined) return polled === undefined ? "new" : "ok";
  return `${failing.times} ${failing.times === 1 ? "error" : "errors"} (${failing.code})`;
}
