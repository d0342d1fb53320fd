// The part that holds what is read and folded against timelines of others: SemEval-2015 TimeLine, and MEANTIME for which words tell one event. It has
// no bar: their stories are mostly about companies, their events are whatever happens, ours are acts between parties.
import { loadDealKnowledge } from "../../deal/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { share, table } from "../table.ts";
import { answersTo, awarenessIn, orderOf, standingOn } from "./answer.ts";
import type { Answered, Scope, Standing } from "./answer.ts";
import { sumOfAwareness } from "./awareness.ts";
import type { Awareness } from "./awareness.ts";
import { placesOf, storiesOf, timelineCorpora, timelinesOf } from "./corpus.ts";
import type { Story, Timeline } from "./corpus.ts";
import { loadLabels } from "./labels.ts";
import type { Labels } from "./labels.ts";
import { chainedBy, meantimeMentions } from "./meantime.ts";
import { toldEvents } from "./told.ts";
import type { ToldEvent } from "./told.ts";

/** A corpus with what we tell of its stories. */
interface Corpus {
  readonly name: string;
  readonly stories: ReadonlyMap<string, Story>;
  readonly timelines: readonly Timeline[];
  readonly told: readonly ToldEvent[];
  readonly standing: Standing;
}

const SCOPES: Readonly<Record<Scope, string>> = { all: "all events", acts: "acts of the guideline", between: "of these between countries" };

async function corporaOf({ shared, limit, openExplainer }: Bench): Promise<readonly Corpus[]> {
  const [explain, knowledge] = [await openExplainer(), loadDealKnowledge()];
  const corpora: Corpus[] = [];
  for (const name of timelineCorpora(shared)) {
    const stories = storiesOf(shared, name).slice(0, limit);
    const explanations = await explain(stories);
    const read = stories.flatMap((story, i) => {
      const explained = explanations[i];
      return explained === undefined ? [] : [{ story, explained }];
    });
    const [byId, told] = [new Map(stories.map((story) => [story.id, story])), toldEvents(read, knowledge)];
    corpora.push({ name, stories: byId, timelines: timelinesOf(shared, name), told, standing: standingOn(told, byId) });
  }
  return corpora;
}

const count = <T>(of: readonly T[], is: (one: T) => boolean): number => of.filter(is).length;
const part = (right: number, of: number): string => (of === 0 ? "–" : share(right / of));

/** Events, found, with the entity, and of those that both date the right day; pairs of found events in gold's order. */
function foundRow(label: string, timelines: readonly (readonly Answered[])[]): string[] {
  const answers = timelines.flat();
  const orders = timelines.map(orderOf);
  const dated = answers.filter(({ event, ofEntity }) => event.position > 0 && ofEntity !== undefined);
  const found = count(answers, ({ told }) => told !== undefined);
  const ofEntity = count(answers, (answer) => answer.ofEntity !== undefined);
  const right = count(dated, ({ event, ofEntity: own }) => own?.anchor === event.anchor);
  const sum = (key: "alike" | "tied" | "pairs"): number => orders.reduce((total, order) => total + order[key], 0);
  return [
    label,
    String(answers.length),
    part(found, answers.length),
    part(ofEntity, answers.length),
    `${right} of ${dated.length}`,
    `${sum("alike")} of ${sum("pairs")}`,
    String(sum("tied")),
  ];
}

function awarenessRow(label: string, { right, stated, found, wanted }: Awareness): string[] {
  const [p, r] = [stated === 0 ? 0 : right / stated, wanted === 0 ? 0 : found / wanted];
  return [label, share(p), String(stated), share(r), String(wanted), share(p + r === 0 ? 0 : (2 * p * r) / (p + r))];
}

/** Rows for each corpus, and for both, in each scope. */
function rowsBy<Value>(
  corpora: readonly Corpus[],
  labels: Labels,
  valueOf: (timeline: Timeline, scope: Scope, corpus: Corpus, labels: Labels) => Value,
  row: (label: string, values: readonly Value[]) => string[],
): string[][] {
  return (Object.keys(SCOPES) as Scope[]).flatMap((scope) => {
    const each = corpora.map((corpus) => corpus.timelines.map((timeline) => valueOf(timeline, scope, corpus, labels)));
    return [
      ...corpora.map(({ name }, i) => row(`${name.replace("_", " ")}, ${SCOPES[scope]}`, each[i] ?? [])),
      row(`both, ${SCOPES[scope]}`, each.flat()),
    ];
  });
}

const ABOUT = `Printed by \`npm run eval -- timelines\`. SemEval-2015 task 4 asks for the timeline of a target entity: every event that it takes part in, with its day and in order, from raw text. What fits and what does not: docs/decisions/0027. An event is *found* where a word by which we tell a claim stands on one of its words, and *with the entity* where the entity is a party of the claim, its goods or in its object; days are compared as the corpus writes them (day, month or year), over events that gold orders; pairs are found events that gold orders, \`tied\` where we have both on one day. Which events are acts of the guideline is coded by a language model (src/eval/timelines/labels.yaml). Nothing was tuned on these texts.`;

const RELATIONS =
  "Relations as the task counts them (temporal awareness, micro over timelines), in their smallest form: each event at its day, the first of each day before the first of the next; events that are not ordered are in none. By our own counting, the task's script is not here. The best of the four teams had an F1 of .079 on all three of its corpora, of which two are here.";

function countsText(corpora: readonly Corpus[]): string {
  const mentions = corpora.flatMap(({ timelines, stories }) =>
    timelines.flatMap(({ events }) => events.flatMap((event) => event.mentions.map((one) => ({ one, stories })))),
  );
  const unplaced = count(mentions, ({ one, stories }) => placesOf(one, stories.get(one.story)).length === 0);
  const told = corpora.flatMap((corpus) => corpus.told);
  const hit = corpora.flatMap(({ timelines, standing }) => timelines.flatMap(({ events }) => events.flatMap(standing)));
  const stories = corpora.reduce((sum, corpus) => sum + corpus.stories.size, 0);
  return `${stories} stories; ${corpora.flatMap(({ timelines }) => timelines).length} timelines with ${mentions.length} words of events, ${unplaced} of which do not stand where the corpus says. We tell ${told.length} events in these stories, of which ${new Set(hit).size} stand on a word of a timeline.`;
}

function meantimeText(shared: string, corpora: readonly Corpus[]): string {
  const each = corpora.map(({ stories, told }) => {
    const mentions = meantimeMentions(shared, stories);
    return { mentions: mentions.length, ...chainedBy(mentions, told) };
  });
  const sum = (key: "mentions" | "pairs" | "across" | "told" | "one"): number => each.reduce((total, one) => total + one[key], 0);
  return `MEANTIME as it lies beside us has ${sum("mentions")} mentions of events in these stories and ${sum("pairs")} pairs of mentions of one event, ${sum("across")} of them in two stories, too few to measure clustering across texts. Of ${sum("told")} pairs whose words both tell a claim of ours, ${sum("one")} are one event to us.`;
}

async function run(bench: Bench): Promise<Section> {
  const corpora = await corporaOf(bench);
  const labels = loadLabels();
  const answers = rowsBy(corpora, labels, (timeline, scope, { standing }) => answersTo(timeline, scope, labels, standing), foundRow);
  const relations = rowsBy(
    corpora,
    labels,
    (timeline, scope, { told, standing }) => awarenessIn(timeline, scope, labels, told, standing),
    (label, values) => awarenessRow(label, sumOfAwareness(values)),
  );
  const body = [
    "## Timelines",
    ABOUT,
    countsText(corpora),
    table(["events", "n", "found", "with the entity", "day right", "pairs in order", "tied"], answers),
    RELATIONS,
    table(["relations", "P", "ours", "R", "gold's", "F1"], relations),
    meantimeText(bench.shared, corpora),
  ].join("\n\n");
  bench.print(body);
  return { name: "timelines", body };
}

/** `npm run eval -- timelines`. */
export const timelines: Part = { what: "events, days and order against SemEval-2015 TimeLine and MEANTIME", run };
