// `pacta watch`, `alerts`, `feed`, `log` and `dead`: what there is to be seen of watching.
import type { Channel, LogLine, Watch } from "../../watch/index.ts";
import { command, ledgerArg } from "../command.ts";
import type { Surroundings } from "../command.ts";
import { countOption } from "../days.ts";
import { EXIT } from "../exit.ts";
import { tableOf, wrap } from "../layout.ts";
import { inkOf } from "../output.ts";
import { oneLine } from "../../phrasing/index.ts";
import { withWatching } from "./open.ts";

/** A table with its head in strong ink, or `none`. */
function listing(rows: readonly (readonly string[])[], none: string, { out }: Surroundings): string {
  if (rows.length < 2) return `${none}\n`;
  const [head = "", ...body] = tableOf(rows, out.columns).split("\n");
  return `${inkOf(out).strong(head)}\n${body.join("\n")}`;
}

/** `pacta watch`. */
export const list = command({
  args: { ledger: ledgerArg, json: { type: "boolean", description: "as JSON: a list of watches; secrets are left out" } },
  examples: ["pacta watch", "pacta watch --json"],
  run: async ({ ledger, json }, around) =>
    withWatching({ ledger }, around, async (watching) => {
      const all = await watching.list();
      const { withoutSecrets } = await import("../../watch/index.ts");
      const rows = all.map((watch) => [
        watch.id,
        watch.paused === true ? "paused" : "watches",
        aboutText(watch),
        waysText(watch),
        oneLine(watch.name),
      ]);
      const text = listing([["ID", "STATE", "ABOUT", "WAYS", "NAME"], ...rows], "no watches; pacta watch add makes one", around);
      await around.out.write(json === true ? `${JSON.stringify(all.map(withoutSecrets))}\n` : text);
      return EXIT.ok;
    }),
});

function aboutText({ about }: Watch): string {
  const conditions = "query" in about ? about.query : about;
  return Object.entries(conditions)
    .map(([name, value]) => `${name} ${oneLine(typeof value === "string" ? value : JSON.stringify(value))}`)
    .join(", ");
}

function wayText(channel: Channel): string {
  switch (channel.kind) {
    case "webhook":
      return `${channel.id} webhook ${channel.url}`;
    case "email":
      return `${channel.id} mail to ${channel.to}`;
    case "push":
      return `${channel.id} push`;
  }
}

const waysText = ({ channels = [] }: Watch): string => (channels.length === 0 ? "feed only" : channels.map(wayText).join("; "));

const whichArgs = {
  id: { type: "positional", required: false, description: "only of that watch" },
  limit: { type: "string", valueHint: "N", description: "so many at the most, the newest first (default: 100)" },
  ledger: ledgerArg,
  jsonl: { type: "boolean", description: "one JSON object a line" },
} as const;

type WhichArgs = { readonly id?: string | undefined; readonly limit?: string | undefined };

function whichOf({ id, limit }: WhichArgs): { readonly watch?: string; readonly limit?: number } {
  const most = countOption("limit", limit);
  return { ...(id === undefined ? {} : { watch: id }), ...(most === undefined ? {} : { limit: most }) };
}

/** `pacta watch alerts`. */
export const alerts = command({
  args: whichArgs,
  examples: ["pacta watch alerts", "pacta watch alerts watch-1a2b3c4d5e6f --limit 10 --jsonl"],
  run: async (args, around) =>
    withWatching({ ledger: args.ledger }, around, async (watching) => {
      const { titleOf, paragraphsOf } = await import("../../watch/index.ts");
      const all = await watching.alerts(whichOf(args));
      if (args.jsonl !== true && all.length === 0) await around.out.write("no alerts; pacta watch run looks for some\n");
      for (const alert of all) {
        const words = paragraphsOf(alert).map((line) => `  ${wrap(line, around.out.columns - 2, "  ")}\n`);
        const text = `${inkOf(around.out).strong(titleOf(alert))}\n${words.join("")}  ${inkOf(around.out).faint(`${alert.at}, ${alert.watch.name}, ${alert.id}`)}\n`;
        await around.out.write(args.jsonl === true ? `${JSON.stringify(alert)}\n` : text);
      }
      return EXIT.ok;
    }),
});

/** `pacta watch feed`. */
export const feed = command({
  args: {
    id: { type: "positional", required: true, description: "the watch's id" },
    form: { type: "enum", options: ["rss", "json"], description: "RSS 2.0 or JSON Feed 1.1 (default: rss)" },
    ledger: ledgerArg,
  },
  examples: ["pacta watch feed watch-1a2b3c4d5e6f > public/arms.rss", "pacta watch feed watch-1a2b3c4d5e6f --form json"],
  run: async ({ id, form, ledger }, around) =>
    withWatching({ ledger }, around, async (watching) => {
      await around.out.write(`${(await watching.feed(id, form ?? "rss")).trimEnd()}\n`);
      return EXIT.ok;
    }),
});

/** A try in a row of a table. */
export function lineRow({ at, outcome, kind, channel, tries, status, code, what, alert }: LogLine): readonly string[] {
  const why = [status === undefined ? "" : String(status), code ?? "", what ?? ""].filter((part) => part !== "").join(" ");
  return [at.slice(0, 19), outcome, kind, channel, String(tries), alert, oneLine(why)];
}

const LOG_HEAD = ["AT", "OUTCOME", "BY", "WAY", "TRIES", "ALERT", "WHY"];

/** `pacta watch log`. */
export const log = command({
  args: whichArgs,
  examples: ["pacta watch log", "pacta watch log watch-1a2b3c4d5e6f --jsonl"],
  run: async (args, around) =>
    withWatching({ ledger: args.ledger }, around, async (watching) => {
      const lines = await watching.log(whichOf(args));
      if (args.jsonl === true) for (const line of lines) await around.out.write(`${JSON.stringify(line)}\n`);
      else await around.out.write(listing([LOG_HEAD, ...lines.map(lineRow)], "nothing was delivered yet", around));
      return EXIT.ok;
    }),
});

/** `pacta watch dead`. */
export const dead = command({
  args: whichArgs,
  examples: ["pacta watch dead", "pacta watch replay"],
  run: async (args, around) =>
    withWatching({ ledger: args.ledger }, around, async (watching) => {
      const all = await watching.dead(whichOf(args));
      const rows = all.map(({ due, kind, channel, tries, alert, status, code }) => [
        due.slice(0, 19),
        kind,
        channel,
        String(tries),
        alert,
        `${status ?? ""} ${code}`.trim(),
      ]);
      if (args.jsonl === true) for (const one of all) await around.out.write(`${JSON.stringify(one)}\n`);
      else await around.out.write(listing([["GIVEN UP", "BY", "WAY", "TRIES", "ALERT", "WHY"], ...rows], "nothing was given up", around));
      return EXIT.ok;
    }),
});
