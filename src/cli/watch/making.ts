// `pacta watch add`, `way`, `change` and `remove`: what somebody wants to hear of, and by which ways.
import type { Watch } from "../../watch/index.ts";
import { PactaError } from "../../error.ts";
import { command, ledgerArg } from "../command.ts";
import { countOption, dayOption } from "../days.ts";
import { given, KINDS, moneyOption, STATES } from "../deals.ts";
import { EXIT } from "../exit.ts";
import { allowArg, withWatching } from "./open.ts";
import type { ChannelRequest } from "../../watch/index.ts";

const wayArgs = {
  webhook: { type: "string", valueHint: "URL", description: "post each alert there, signed after Standard Webhooks" },
  email: { type: "string", valueHint: "ADDRESS", description: "send alerts there by mail (pacta watch mail sets the server)" },
  every: { type: "string", valueHint: "MINUTES", description: "gather alerts for so long before a mail goes out (default: 60)" },
} as const;

type WayArgs = { readonly [Name in keyof typeof wayArgs]?: string | undefined };

function waysOf({ webhook, email, every }: WayArgs): readonly ChannelRequest[] {
  const minutes = countOption("every", every);
  if (minutes !== undefined && email === undefined) throw new PactaError("PACTA_USAGE_FLAG", "--every is about mail", "Give --email too");
  return [
    ...(webhook === undefined ? [] : [{ kind: "webhook", url: webhook } as const]),
    ...(email === undefined ? [] : [{ kind: "email", to: email, ...(minutes === undefined ? {} : { every: minutes }) } as const]),
  ];
}

/** `pacta watch add`. */
export const add = command({
  args: {
    name: { type: "positional", required: true, description: "what you call it" },
    deal: { type: "string", valueHint: "DEAL", description: "the deal of that id" },
    party: { type: "string", valueHint: "PARTY", description: "deals with that party: an id (RUS, UN) or a name" },
    item: { type: "string", valueHint: "WORD", description: "deals about goods called so (S-300, gas)" },
    search: { type: "string", valueHint: "WORDS", description: "deals with all of these words in names, parties, goods or quotes" },
    kind: { type: "enum", options: [...KINDS], description: "only deals of that kind" },
    state: { type: "enum", options: [...STATES], description: "only when the deal comes to that state" },
    act: { type: "string", valueHint: "ACT", description: "only deals with a claim of that act" },
    money: { type: "string", valueHint: "SUM", description: "only deals with a sum of at least so much: USD, or USD:1000000" },
    from: { type: "string", valueHint: "DAY", description: "only deals told of on that day or later" },
    to: { type: "string", valueHint: "DAY", description: "only deals told of on that day or earlier" },
    ...wayArgs,
    ledger: ledgerArg,
    ...allowArg,
    json: { type: "boolean", description: "as JSON: the watch with its ways and their secrets, this once" },
  },
  examples: [
    'pacta watch add "Iran and arms" --party IRN --kind transfer --webhook https://example.org/hook',
    "pacta watch add pipeline --search gas --state suspended --email ada@example.org --every 30",
  ],
  run: async (args, around) => {
    const channels = waysOf(args);
    const query = {
      ...given("search", args.search),
      ...given("party", args.party),
      ...given("item", args.item),
      ...given("kinds", args.kind === undefined ? undefined : [args.kind]),
      ...given("state", args.state),
      ...given("act", args.act),
      ...given("money", moneyOption(args.money)),
      ...given("from", dayOption("from", args.from)),
      ...given("to", dayOption("to", args.to)),
    };
    const isQuery = Object.keys(query).length > 0;
    if (isQuery === (args.deal !== undefined))
      throw new PactaError(
        "PACTA_USAGE_ARGUMENT",
        "a watch is on a deal, or on the deals that conditions mean",
        "Give --deal, or conditions such as --party and --search",
      );
    return withWatching(args, around, async (watching, book) => {
      const { dealNamed } = await import("../../deal/index.ts");
      if (args.deal !== undefined) await book.catchUp();
      const about: Watch["about"] = args.deal === undefined ? { query } : { deal: await dealNamed(args.deal, book, "pacta deals lists them") };
      const watch = await watching.add({ name: args.name, about, channels });
      await around.out.write(args.json === true ? `${JSON.stringify(watch)}\n` : `${watch.id}\n`);
      if (args.json !== true) for (const channel of watch.channels ?? []) if (channel.kind === "webhook") await around.err.write(secretNote(channel));
      return EXIT.ok;
    });
  },
});

const secretNote = ({ id, secret }: { readonly id: string; readonly secret: string }): string =>
  `way ${id} signs by ${secret}: give it to the receiver, it is not shown again\n`;

/** `pacta watch way`. */
export const way = command({
  args: {
    id: { type: "positional", required: true, description: "the watch's id" },
    ...wayArgs,
    remove: { type: "string", valueHint: "WAY", description: "take that way away, with what waits for it" },
    ledger: ledgerArg,
    ...allowArg,
    json: { type: "boolean", description: "as JSON: the ways that were added, with their secrets this once" },
  },
  examples: ["pacta watch way watch-1a2b3c4d5e6f --webhook https://example.org/hook", "pacta watch way watch-1a2b3c4d5e6f --remove way-6f5e4d3c2b1a"],
  run: async (args, around) => {
    const requests = waysOf(args);
    if (requests.length === 0 && args.remove === undefined)
      throw new PactaError("PACTA_USAGE_ARGUMENT", "no way is given", "Give --webhook or --email, or --remove");
    return withWatching(args, around, async (watching) => {
      if (args.remove !== undefined) await watching.removeChannel(args.id, args.remove);
      for (const request of requests) {
        const channel = await watching.addChannel(args.id, request);
        await around.out.write(args.json === true ? `${JSON.stringify(channel)}\n` : `${channel.id}\n`);
        if (args.json !== true && channel.kind === "webhook") await around.err.write(secretNote(channel));
      }
      return EXIT.ok;
    });
  },
});

/** `pacta watch change`. */
export const change = command({
  args: {
    id: { type: "positional", required: true, description: "the watch's id" },
    name: { type: "string", valueHint: "NAME", description: "call it so" },
    pause: { type: "boolean", description: "hear of nothing for now" },
    resume: { type: "boolean", description: "hear of what comes from now on" },
    digest: { type: "string", valueHint: "MINUTES", description: "gather what old reports change for so long (default: 60)" },
    ledger: ledgerArg,
  },
  examples: ["pacta watch change watch-1a2b3c4d5e6f --pause", "pacta watch change watch-1a2b3c4d5e6f --resume"],
  run: async ({ id, name, pause, resume, digest, ledger }, around) => {
    if (pause === true && resume === true) throw new PactaError("PACTA_USAGE_FLAG", "--pause and --resume exclude each other", "Give one of them");
    const paused = pause === true ? true : resume === true ? false : undefined;
    const asked = { ...given("name", name), ...given("digestEvery", countOption("digest", digest)), ...given("paused", paused) };
    return withWatching({ ledger }, around, async (watching) => {
      const watch = await watching.change(id, asked);
      await around.out.write(`${watch.id} ${watch.paused === true ? "is paused" : "hears of changes"}\n`);
      return EXIT.ok;
    });
  },
});

/** `pacta watch remove`. */
export const remove = command({
  args: { id: { type: "positional", required: true, description: "the watch's id" }, ledger: ledgerArg },
  examples: ["pacta watch remove watch-1a2b3c4d5e6f"],
  run: async ({ id, ledger }, around) =>
    withWatching({ ledger }, around, async (watching) => {
      await watching.remove(id);
      await around.out.write(`${id} is removed, with its alerts\n`);
      return EXIT.ok;
    }),
});
