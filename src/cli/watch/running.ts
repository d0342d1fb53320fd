// `pacta watch run`, `test`, `replay` and `mail`: the watching itself, and whether what it needs works.
import type { Round, Watching } from "../../watch/index.ts";
import { PactaError } from "../../error.ts";
import { command, ledgerArg } from "../command.ts";
import type { Surroundings } from "../command.ts";
import { countOption } from "../days.ts";
import { EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { errorLine } from "../error-line.ts";
import { interruptible } from "../interrupt.ts";
import { tableOf } from "../layout.ts";
import { allowArg, withWatching } from "./open.ts";
import { lineRow } from "./telling.ts";

/** `pacta watch run`. */
export const run = command({
  args: {
    once: { type: "boolean", description: "look and deliver what is due, and end; digests are told at once" },
    every: { type: "string", valueHint: "SECONDS", description: "look again after so long (default: 10)" },
    ledger: ledgerArg,
    ...allowArg,
    jsonl: { type: "boolean", description: 'one JSON object a line for each round that did something: {"seen"} or {"delivered"}' },
  },
  examples: ["pacta watch run --ledger deals.db", "pacta watch run --once"],
  run: async (args, around) => {
    const seconds = countOption("every", args.every);
    return withWatching(args, around, async (watching) => {
      const tell = (round: Round): void => void around.out.write(roundText(round, args.jsonl === true));
      if (args.once === true) return once(watching, tell, around);
      const said = (): void => void around.err.write("\nstopping: what is under way is brought to its end (again: end at once)\n");
      const failed = (error: Parameters<typeof errorLine>[0]): void => void around.err.write(errorLine(error));
      await interruptible(said, async (stop) => {
        // Said when it is so: a signal before would end the process at once.
        await around.err.write("watching; Ctrl-C ends it\n");
        await watching.run({ stop, heard: tell, failed, ...(seconds === undefined ? {} : { every: seconds * 1000 }) });
      });
      return EXIT.ok;
    });
  },
});

async function once(watching: Watching, tell: (round: Round) => void, around: Surroundings): Promise<ExitCode> {
  const said = (): void => void around.err.write("\nstopping: what is under way is brought to its end (again: end at once)\n");
  return interruptible(said, async (stop) => {
    tell({ seen: await watching.look(true) });
    tell({ delivered: await watching.deliver(stop) });
    return stop.aborted ? EXIT.interrupted : EXIT.ok;
  });
}

/** A round in a line; nothing where it did nothing. */
function roundText(round: Round, asJson: boolean): string {
  const isIdle = "seen" in round ? round.seen.alerts + round.seen.digests === 0 : Object.values(round.delivered).every((many) => many === 0);
  if (isIdle) return "";
  if (asJson) return `${JSON.stringify(round)}\n`;
  if ("seen" in round) return `${counted(round.seen.alerts, "alert")}, ${counted(round.seen.digests, "digest")}, up to entry ${round.seen.seq}\n`;
  const { sent, again, dead, gone } = round.delivered;
  const others = [again > 0 ? `${again} to be tried again` : "", dead > 0 ? `${dead} given up` : "", gone > 0 ? `${gone} with nobody to go to` : ""];
  return `${[`${sent} delivered`, ...others.filter((part) => part !== "")].join(", ")}\n`;
}

const counted = (many: number, what: string): string => `${many} ${what}${many === 1 ? "" : "s"}`;

/** `pacta watch test`. */
export const test = command({
  args: {
    id: { type: "positional", required: true, description: "the watch's id" },
    way: { type: "string", valueHint: "WAY", description: "only by that way" },
    ledger: ledgerArg,
    ...allowArg,
    jsonl: { type: "boolean", description: "one JSON object a line" },
  },
  examples: ["pacta watch test watch-1a2b3c4d5e6f"],
  run: async ({ id, way, jsonl, ...args }, around) =>
    withWatching(args, around, async (watching) => {
      const lines = await watching.test(id, way);
      if (lines.length === 0) await around.err.write("the watch has no way but its feed\n");
      if (jsonl === true) for (const line of lines) await around.out.write(`${JSON.stringify(line)}\n`);
      else await around.out.write(tableOf(lines.map(lineRow), around.out.columns));
      return lines.every(({ outcome }) => outcome === "sent") ? EXIT.ok : EXIT.failed;
    }),
});

/** `pacta watch replay`. */
export const replay = command({
  args: {
    id: { type: "positional", required: false, description: "only what was given up of that watch" },
    alert: { type: "string", valueHint: "ALERT", description: "only that alert" },
    ledger: ledgerArg,
  },
  examples: ["pacta watch replay", "pacta watch replay watch-1a2b3c4d5e6f"],
  run: async ({ id, alert, ledger }, around) =>
    withWatching({ ledger }, around, async (watching) => {
      const count = await watching.replay({ ...(id === undefined ? {} : { watch: id }), ...(alert === undefined ? {} : { alerts: [alert] }) });
      await around.out.write(`${count} due again; pacta watch run delivers them\n`);
      return EXIT.ok;
    }),
});

/** `pacta watch mail`. */
export const mail = command({
  args: {
    url: {
      type: "positional",
      required: false,
      description:
        "smtp://user:password@host:587 or smtps://…, kept in the settings and never shown (default: $PACTA_SMTP, which no list of processes shows)",
    },
    from: { type: "string", required: true, valueHint: "ADDRESS", description: "who the mail is from" },
    ledger: ledgerArg,
  },
  examples: ['PACTA_SMTP=smtp://ada:secret@mail.example.org:587 pacta watch mail --from "Pacta <pacta@example.org>"'],
  run: async ({ url, from, ledger }, around) => {
    const named = url ?? around.env["PACTA_SMTP"] ?? "";
    if (named === "") throw new PactaError("PACTA_USAGE_ARGUMENT", "no mail server is named", "Give its address, or set PACTA_SMTP");
    return withWatching({ ledger }, around, async (watching) => {
      await watching.setMailServer({ url: named, from });
      await around.out.write("mail goes out by that server; pacta watch test tells whether it does\n");
      return EXIT.ok;
    });
  },
});
