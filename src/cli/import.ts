// `pacta import`: a spreadsheet of known deals into the ledger, each row as claims of the person who imports it.
import { basename } from "node:path";
import type { AppendedRow, FailedRow, ToldRow } from "../import/index.ts";
import { command } from "./command.ts";
import { dayOption } from "./days.ts";
import { errorLine } from "./error-line.ts";
import { EXIT } from "./exit.ts";
import { oneFile } from "./one-file.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { actText, matterText, oneLine, partiesText } from "../phrasing/index.ts";
import { decisionArgs, reviewerOf } from "./review/index.ts";

/** `pacta import`. */
export const importSheet = command({
  args: {
    file: { type: "positional", required: true, description: "the spreadsheet as CSV, or - for standard input" },
    map: { type: "string", valueHint: "MAP.yaml", required: true, description: "which column holds what (docs/import.md)" },
    date: { type: "string", valueHint: "DAY", description: "the day by which the rows were known, where no column tells it (YYYY-MM-DD)" },
    "dry-run": { type: "boolean", description: "tell what the rows come to: no ledger is opened or written" },
    ...decisionArgs,
    json: { type: "boolean", description: 'as JSON: {"rows","added","undone","failed","told":[{"line","document","claims"}]}' },
  },
  examples: [
    'pacta import register.csv --map register.yaml --by Ada --why "our register of 2015"',
    "pacta import register.csv --map register.yaml --by Ada --dry-run",
  ],
  run: async (args, { env, out, err }) => {
    const importer = reviewerOf(args, env);
    const day = dayOption("date", args.date);
    const [{ appendRows, rowsOf, settingOf }, { loadDealKnowledge }] = await Promise.all([import("../import/index.ts"), import("../deal/index.ts")]);
    const setting = settingOf((await oneFile(args.map, "text/plain")).text, args.map, loadDealKnowledge().words.parties);
    const content = (await oneFile(args.file, "text/plain")).text;
    const sheet = { content, name: sheetName(args.file), source: args.file, ...(day === undefined ? {} : { day }) };
    const rows = rowsOf(sheet, setting);
    const done: (ToldRow | AppendedRow | FailedRow)[] = [];
    const take = async (row: ToldRow | AppendedRow | FailedRow): Promise<void> => {
      done.push(row);
      if (row.kind === "failure") await err.write(errorLine(row.error));
      else if (row.kind === "row" && args.json !== true) await out.write(rowLines(row));
    };
    if (args["dry-run"] === true) for (const row of rows) await take(row);
    else
      await withLedger(ledgerLocation(args.ledger, env), true, async (ledger) => {
        for await (const row of appendRows(ledger, rows, importer)) await take(row);
      });
    await out.write(args.json === true ? `${JSON.stringify(summaryOf(done))}\n` : summaryText(done, args["dry-run"] === true));
    return done.some(({ kind }) => kind === "failure") ? EXIT.failed : EXIT.ok;
  },
});

/** The file's name without its endings, as one word. */
function sheetName(file: string): string {
  const name = basename(file).replace(/\.(csv|txt|tsv)?(\.gz)?$/i, "");
  return name.replaceAll(/[\s#]+/g, "-");
}

function rowLines({ line, claims }: ToldRow): string {
  const told = claims.map(
    (claim) =>
      `  ${actText(claim)}: ${partiesText(claim)}${claim.time === undefined ? "" : ` [${claim.time.norm}]`}; ${oneLine(matterText(claim))}\n`,
  );
  return `line ${line}\n${told.join("")}`;
}

type Done = readonly (ToldRow | AppendedRow | FailedRow)[];

function summaryOf(done: Done): { rows: number; added: number; undone: number; failed: number; told: readonly object[] } {
  const appended = done.filter((row) => row.kind === "appended");
  const sum = (of: readonly number[]): number => of.reduce((total, count) => total + count, 0);
  return {
    rows: done.length,
    added: sum(appended.map(({ added }) => added)),
    undone: sum(appended.map(({ undone }) => undone)),
    failed: done.filter(({ kind }) => kind === "failure").length,
    told: done.flatMap((row): readonly object[] => {
      if (row.kind === "failure") return [];
      return [{ line: row.line, document: row.kind === "row" ? row.document.id : row.document, claims: row.claims }];
    }),
  };
}

function summaryText(done: Done, isDry: boolean): string {
  const { rows, added, undone, failed } = summaryOf(done);
  const claims = isDry ? "nothing was written" : `${counted(added, "claim")} added${undone === 0 ? "" : `, ${undone} of before taken back`}`;
  return `${counted(rows, "row")}: ${claims}${failed === 0 ? "" : `; ${counted(failed, "row")} failed`}\n`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
