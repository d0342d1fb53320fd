// What is read and folded of the stories, as events of a timeline: an act with its later retellings in other stories is one event, as a deal's page
// shows it; a claim that is in no deal is one by itself.
import type { Span } from "../../document/index.ts";
import { chaptersOf, cluster, fold } from "../../deal/index.ts";
import type { Bounds, ClaimInText, DealKnowledge, DealReading, Step } from "../../deal/index.ts";
import type { Claim, Explanation } from "../../reading/index.ts";
import type { Story } from "./corpus.ts";

/** An event as we tell it: its claims with the stories that they were read from, its day in the corpus's form, and where its words stand. */
export interface ToldEvent {
  readonly claims: readonly Claim[];
  /** `2007-10-15`, `2007-10-XX`, `2007-XX-XX`; absent where no day, month or year is told. */
  readonly anchor?: string;
  readonly words: readonly (Span & { readonly story: string })[];
}

/** A story with its reading. */
export interface ReadStory {
  readonly story: Story;
  readonly explained: Explanation;
}

/** The events of all stories together. */
export function toldEvents(stories: readonly ReadStory[], knowledge: DealKnowledge): readonly ToldEvent[] {
  const readings = stories.map(({ story: { id, date, text }, explained: { reading } }): DealReading => {
    return { document: { id, text, published: date }, claims: reading.claims, abstained: [] };
  });
  const words = new Map(stories.flatMap(({ story, explained }) => wordsIn(story.id, explained)));
  const steps = cluster(readings, knowledge).deals.map((deal) => chaptersOf(fold(deal, knowledge).steps, knowledge));
  const chapters = steps.flat().filter(({ step }) => step.presumed !== true && step.lapsed !== true && step.attachment.part !== "touches");
  const told = chapters.map(({ step, again }) => eventOf([step, ...again].map(memberOf), step.when, words));
  const seen = new Set(told.flatMap(({ claims }) => claims.map(({ id }) => id)));
  const alone = readings.flatMap(({ document, claims }) => claims.filter(({ id }) => !seen.has(id)).map((claim) => ({ claim, document })));
  return [
    ...told,
    ...alone.map((member) => eventOf([member], member.claim.mode === "actual" ? { latest: member.document.published ?? "" } : {}, words)),
  ];
}

type Member = Pick<ClaimInText, "claim"> & { readonly document: { readonly id: string; readonly published?: string } };

const memberOf = ({ attachment: { member } }: Step): Member => member;

/** The words of each claim in an explained story: those that trigger it, and those that tell it again. */
function wordsIn(story: string, { sentences }: Explanation): readonly (readonly [string, ToldEvent["words"]])[] {
  const all = sentences.flatMap(({ candidates }) =>
    candidates.flatMap(({ end, trigger: { start, end: stop } }) =>
      end.kind === "dropped" || end.claim === undefined ? [] : [{ claim: end.claim, word: { story, start, end: stop } }],
    ),
  );
  return [...Map.groupBy(all, ({ claim }) => claim)].map(([claim, of]) => [claim, of.map(({ word }) => word)]);
}

function eventOf(members: readonly Member[], when: Bounds, words: ReadonlyMap<string, ToldEvent["words"]>): ToldEvent {
  const anchor = members.map(({ claim }) => anchorOf(claim, when)).find((one) => one !== undefined);
  const claims = members.map(({ claim }) => claim);
  return { claims, words: claims.flatMap(({ id }) => words.get(id) ?? []), ...(anchor === undefined ? {} : { anchor }) };
}

/** The day of an act in the corpus's form. What is done without a time has the day by which it was told; what is only planned has none then. */
export function anchorOf({ mode, time }: Pick<Claim, "mode" | "time">, when: Bounds): string | undefined {
  const norm = time?.norm;
  if (norm !== undefined && /^\d{4}(?:-\d{2}){0,2}$/.test(norm)) return [...norm.split("-"), "XX", "XX"].slice(0, 3).join("-");
  // A week or a season is no anchor of the corpus.
  return norm !== undefined || mode !== "actual" || when.latest === "" ? undefined : when.latest;
}
