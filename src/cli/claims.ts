// `pacta claims`: the claims of the ledger, as they were read.
import { actOf } from "./act.ts";
import { command, ledgerArg } from "./command.ts";
import { EXIT } from "./exit.ts";
import { wrap } from "./layout.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { inkOf } from "./output.ts";
import type { Ink } from "./output.ts";
import { actText, idText, matterText, oneLine, partiesText, sourcesText, wordsText } from "../phrasing/index.ts";
import type { Review, StoredClaim } from "../ledger/index.ts";

/** `pacta claims`. */
export const claims = command({
  args: {
    ledger: ledgerArg,
    act: { type: "string", valueHint: "ACT", description: "only this act (sign, deliver, sanction ...)" },
    party: { type: "string", valueHint: "PARTY", description: "only with this actor or target: an id (RUS, UN), or the name of a party without one" },
    document: { type: "string", valueHint: "ID", description: "only of this document" },
    jsonl: { type: "boolean", description: 'one JSON object a line: {"document","version","day"?,"reader","seq","claim","review"?,"redacted"?}' },
  },
  examples: ["pacta claims --party IRN --act cancel", "pacta claims --document brief-7 --jsonl"],
  run: async ({ act, party, document, jsonl, ledger: named }, { env, out }) => {
    const filter = {
      ...(act === undefined ? {} : { act: await actOf(act) }),
      ...(party === undefined ? {} : { party }),
      ...(document === undefined ? {} : { document }),
    };
    return withLedger(ledgerLocation(named, env), false, async (ledger) => {
      const ink = inkOf(out);
      const { allClaims } = await import("../ledger/index.ts");
      let count = 0;
      for await (const stored of allClaims(ledger, filter)) {
        count += 1;
        await out.write(jsonl === true ? `${JSON.stringify(stored)}\n` : claimText(stored, Math.min(out.columns, 110), ink));
      }
      if (jsonl !== true) await out.write(`${count === 0 ? "no claims" : ink.faint(`${count} claim${count === 1 ? "" : "s"}`)}\n`);
      return EXIT.ok;
    });
  },
});

function claimText({ claim, document, day, review }: StoredClaim, width: number, ink: Ink): string {
  const time = claim.time === undefined ? "" : ` [${claim.time.norm}]`;
  const [matter, said] = [matterText(claim), sourcesText(claim.sources)];
  const lines = [
    `${ink.strong(`${actText(claim)}: ${partiesText(claim)}`)}${time}`,
    ...(matter === "" ? [] : [`  ${wrap(oneLine(matter), width - 2, "  ")}`]),
    `  ${wrap(wordsText(claim.evidence.quote), width - 2, "  ")}`,
    `  ${ink.faint(`${said === "" ? "" : `${said}, in `}${idText(document)}, ${day ?? "day unknown"}; ${claim.rule}, ${claim.confidence.toFixed(2)}`)}`,
    `  ${ink.faint(`${claim.id}${review === undefined ? "" : `; ${reviewText(review)}`}`)}`,
  ];
  return `${lines.join("\n")}\n\n`;
}

/** `added, confirmed, corrected in object and money, by decisions 12 and 14`. */
function reviewText({ origin, confirmed, corrected, decisions }: Review): string {
  const parts = [
    ...(origin === "read" ? [] : [origin]),
    ...(confirmed ? ["confirmed"] : []),
    ...(corrected.length === 0 ? [] : [`corrected in ${corrected.join(" and ")}`]),
  ];
  return `${parts.map((part) => `${part}, `).join("")}by decision${decisions.length === 1 ? "" : "s"} ${decisions.join(" and ")}`;
}
