// MEANTIME: mentions of events in the same stories that are one event. The release that lies beside us has a part of them, hardly any across stories.
import { z } from "zod";
import { overlaps } from "../../document/index.ts";
import type { Span } from "../../document/index.ts";
import { readCorpus } from "../language/index.ts";
import type { Story } from "./corpus.ts";
import type { ToldEvent } from "./told.ts";

const mention = z.object({ doc_id: z.string(), sent_id: z.int(), tokens_number: z.array(z.int()).min(1), coref_chain: z.string() });

/** A mention in one of the stories. */
export interface ChainedMention extends Span {
  readonly story: string;
  readonly chain: string;
}

/** The mentions whose words are in one of the stories. Throws `PACTA_CORPUS_MISSING`. */
export function meantimeMentions(shared: string, stories: ReadonlyMap<string, Story>): readonly ChainedMention[] {
  return mentionsIn(readCorpus(shared, "meantime", "event_mentions.json.gz"), stories);
}

/** The mentions of the file's text whose words are in one of the stories. */
export function mentionsIn(json: string, stories: ReadonlyMap<string, Story>): readonly ChainedMention[] {
  return z
    .array(mention)
    .parse(JSON.parse(json))
    .flatMap(({ doc_id, sent_id, tokens_number, coref_chain: chain }) => {
      const story = doc_id.split("_", 1)[0] ?? "";
      const tokens = stories.get(story)?.sentences.get(sent_id);
      const [first, last] = [tokens?.[tokens_number[0] ?? -1], tokens?.[tokens_number.at(-1) ?? -1]];
      return first === undefined || last === undefined ? [] : [{ story, chain, start: first.start, end: last.end }];
    });
}

/** Pairs of mentions of one event: how many there are, across stories, with both told by us, and told as one event. */
export interface Chained {
  readonly pairs: number;
  readonly across: number;
  readonly told: number;
  readonly one: number;
}

/** What we tell of pairs of mentions of one event. */
export function chainedBy(mentions: readonly ChainedMention[], told: readonly ToldEvent[]): Chained {
  const eventsAt = (at: ChainedMention): readonly ToldEvent[] =>
    told.filter(({ words }) => words.some((word) => word.story === at.story && overlaps(word, at)));
  const pairs = [...Map.groupBy(mentions, ({ chain }) => chain).values()].flatMap((of) =>
    of.flatMap((one, i) => of.slice(i + 1).map((other) => ({ one, other }))),
  );
  const both = pairs
    .map(({ one, other }) => ({ ours: eventsAt(one), others: eventsAt(other) }))
    .filter(({ ours, others }) => ours.length * others.length > 0);
  return {
    pairs: pairs.length,
    across: pairs.filter(({ one, other }) => one.story !== other.story).length,
    told: both.length,
    one: both.filter(({ ours, others }) => ours.some((event) => others.includes(event))).length,
  };
}
