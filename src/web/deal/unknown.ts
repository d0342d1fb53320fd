// What is not known of a deal at a pair of days, said as plainly as what is: a dossier that leaves this out says too much.
import { slotText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { counted, dayText } from "../piece/index.ts";
import { deliveriesOf } from "./delivery.ts";

type Deal = Forms["Deal"];

/** The days of a dossier. */
interface FixedDays {
  readonly asOf: string;
  readonly known: string;
}

const said = (isSo: boolean, text: string): readonly string[] => (isSo ? [text] : []);

/** Sentences on what is left open. `whole` is the deal by all that is told, `deal` the same at the days. */
export function unknownsOf(deal: Deal, whole: Deal, days: FixedDays): readonly string[] {
  const { goods, uncounted } = deliveriesOf(deal);
  const { earliest, latest } = deal.since;
  return [
    ...leftOut(deal, whole, days),
    ...said(deal.state === "none", "No claim says that it was agreed."),
    ...said(
      deal.state !== "none" && (earliest === undefined || latest === undefined),
      `On which day it came to be ${deal.state.replaceAll("-", " ")} is not told, only ${latest === undefined ? (earliest === undefined ? "that it did" : "after which day") : "by which day"}.`,
    ),
    ...deal.conflicts.map(({ slot }) => `Reports contradict each other: ${slotText(slot)}. Which of them is right is not decided here.`),
    ...steps(deal),
    ...said(
      deal.life.every(({ money }) => money.length === 0),
      "No sum is told.",
    ),
    ...said(deal.kind === "transfer" && goods.every(({ ordered }) => ordered.length === 0), "The quantity ordered is not told."),
    ...said(uncounted.length > 0, `${counted(uncounted.length, "delivery is", "deliveries are")} told without a quantity.`),
    ...said(deal.validity.length === 0, "How long it holds is not told."),
  ];
}

/** What the days leave out of all that is told. */
function leftOut(deal: Deal, whole: Deal, { asOf, known }: FixedDays): readonly string[] {
  const own = new Set(deal.life.map(({ claim }) => claim));
  const missing = [...new Map(whole.life.filter(({ claim }) => !own.has(claim)).map((row) => [row.claim, row])).values()];
  const count = (isSo: (row: Deal["life"][number]) => boolean): number => missing.filter(isSo).length;
  const undated = count(({ document }) => document.published === undefined);
  const later = count(({ document }) => document.published !== undefined && document.published > known);
  const dated = missing.filter(({ document }) => document.published !== undefined && document.published <= known);
  const [after, never] = [dated.filter(({ when }) => when.latest !== undefined).length, dated.filter(({ when }) => when.latest === undefined).length];
  return [
    ...said(undated > 0, `${counted(undated, "claim")} of reports without a day left out: when they were known cannot be shown.`),
    ...said(later > 0, `${counted(later, "claim")} of reports published after ${dayText(known)} left out.`),
    ...said(after > 0, `${counted(after, "claim")} left out, which by ${dayText(asOf)} need not have been so.`),
    ...said(never > 0, `${counted(never, "claim")} left out, of which no day is told.`),
  ];
}

/** Steps that no claim tells. */
function steps({ life }: Deal): readonly string[] {
  const count = (isSo: (row: Deal["life"][number]) => boolean): number => life.filter(isSo).length;
  const [presumed, lapsed, hints] = [
    count((row) => row.presumed === true),
    count((row) => row.lapsed === true),
    count((row) => row.part === "hints" && row.moved),
  ];
  return [
    ...said(presumed > 0, `${counted(presumed, "step is", "steps are")} presumed by later ones, and told by nobody.`),
    ...said(lapsed > 0, "That its time is over follows from the end that was told; nobody tells it."),
    ...said(hints > 0, `${counted(hints, "step rests", "steps rest")} on words that name nobody, of which no claim was made.`),
  ];
}
