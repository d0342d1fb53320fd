// The part that holds readings against events that others coded: PLOVER's gold standard records and PETRARCH-2's unit sentences,
// through a written mapping of codes. It has no bar: other guidelines, invented sentences, one event for each sentence.
import type { Reading } from "../../reading/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part, ReadGold } from "../part.ts";
import { share, table } from "../table.ts";
import { answerTo, type Answer } from "./answer.ts";
import { isBetweenParties, type CodedText } from "./coded-text.ts";
import { loadEventCodes, type EventCode } from "./mapping.ts";
import { petrarchTexts } from "./petrarch-corpus.ts";
import { ploverTexts } from "./plover-corpus.ts";

/** Texts with what was read from each. */
interface ReadText {
  readonly coded: CodedText;
  readonly reading: Reading | undefined;
}

interface Codes {
  readonly codes: Readonly<Record<string, EventCode>>;
}

interface Corpus {
  readonly title: string;
  readonly about: string;
  readonly codes: Codes;
}

async function readTexts(texts: readonly CodedText[], read: ReadGold): Promise<ReadText[]> {
  const readings = await read(texts.map(({ id, date, text }) => ({ id, date, text, sources: [], claims: [] })));
  return texts.map((coded, i) => ({ coded, reading: readings[i] }));
}

interface Answered extends Answer {
  readonly code: string;
}

/** Every event that the mapping reads, between two parties, with how the reading answers it. */
function answersIn(texts: readonly ReadText[], { codes }: Codes): Answered[] {
  return texts.flatMap(({ coded, reading }) =>
    coded.events.flatMap((event) => {
      const code = codes[event.code];
      if (code === undefined || !isBetweenParties(event)) return [];
      return [{ code: event.code, ...answerTo(event, coded, code, reading?.claims ?? []) }];
    }),
  );
}

function recallRow(label: string, answers: readonly Answered[]): string[] {
  const part = (holds: (answer: Answer) => boolean): string => (answers.length === 0 ? "–" : share(answers.filter(holds).length / answers.length));
  return [label, part(({ act }) => act), part(({ source }) => source), part(({ target }) => target), String(answers.length)];
}

/** Recall by code, with what each code means. */
export function recallTable(answers: readonly Answered[], { codes }: Codes): string {
  const rows = Object.entries(codes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, { means }]) => {
      const own = answers.filter(({ code }) => code === name);
      return own.length === 0 ? [] : [recallRow(`${name} (${means})`, own)];
    });
  return table(["code", "act", "and source", "and target", "n"], [...rows, recallRow("all", answers)]);
}

/** Of the texts whose events are all such as no claim is made of, those without a claim. */
function silenceText(texts: readonly ReadText[], { codes }: Codes): string {
  const outside = texts.filter(({ coded }) => coded.events.every((event) => codes[event.code] === undefined));
  const silent = outside.filter(({ reading }) => (reading?.claims.length ?? 0) === 0);
  return `Of ${outside.length} sentences whose event has a code outside of the guideline, ${silent.length} are read without a claim.`;
}

function corpusText({ title, about, codes }: Corpus, texts: readonly ReadText[]): string {
  const events = texts.reduce((sum, { coded }) => sum + coded.events.length, 0);
  const answers = answersIn(texts, codes);
  const count = `${texts.length} sentences with ${events} events; ${answers.length} of them are between two parties and of a code that the guideline covers.`;
  return [`### ${title}`, about, count, recallTable(answers, codes)].join("\n\n");
}

const ABOUT = `Printed by \`npm run eval -- plover\`.

Events that others coded by other guidelines, through the mapping of src/eval/events/event-codes.yaml: recall of the act alone, of the act done by a source of the event, and with a target taking part too (where the event has none, every source). These figures have no bar: a code and an act seldom mean the same, and where a record codes the foremost event alone, other claims of its sentence are not wrong, so that there is no precision.`;

const PLOVER =
  "Sentences of the CAMEO manual with one event each. Two different states or organisations must take part, by whoever acts for them; what goes on within one state is no claim.";
const PETRARCH =
  "Unit tests of a coder's grammar: a few sentences in many variants, some of them nonsense. Invented states are read under the names of real ones.";

async function run(bench: Bench): Promise<Section> {
  const codes = loadEventCodes();
  const read = await bench.openReader();
  const ofPlover = await readTexts(ploverTexts(bench.shared, codes.plover).slice(0, bench.limit), read);
  const ofPetrarch = await readTexts(petrarchTexts(bench.shared, codes.petrarch).slice(0, bench.limit), read);
  const body = [
    "## Events that others coded",
    ABOUT,
    corpusText({ title: "PLOVER gold standard records", about: PLOVER, codes: codes.plover }, ofPlover),
    silenceText(ofPlover, codes.plover),
    corpusText({ title: "PETRARCH-2 unit sentences", about: PETRARCH, codes: codes.petrarch }, ofPetrarch),
  ].join("\n\n");
  bench.print(body);
  return { name: "plover", body };
}

/** `npm run eval -- plover`. */
export const plover: Part = { what: "claims against PLOVER's records and PETRARCH-2's unit sentences", run };
