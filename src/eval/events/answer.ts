// Whether a reading has a coded event: a claim of an act that the code reads as, by the same party, towards the same other.
import { overlaps, type Span } from "../../document/index.ts";
import type { Claim } from "../../reading/index.ts";
import type { CodedActor, CodedEvent, CodedText } from "./coded-text.ts";
import { readsAs, type EventCode } from "./mapping.ts";

/** How far a reading agrees with an event; each step holds only where the one before does. */
export interface Answer {
  /** A claim of such an act is there. */
  readonly act: boolean;
  /** One of the event's sources does it. */
  readonly source: boolean;
  /** One of its targets takes part too; where the event has none, every source. */
  readonly target: boolean;
}

/** The best answer that the claims give. */
export function answerTo(event: CodedEvent, { text }: Pick<CodedText, "text">, code: EventCode, claims: readonly Claim[]): Answer {
  const fitting = claims.filter((claim) => readsAs(code, claim)).map(sidesOf);
  const bySource = fitting.filter(({ from }) => event.sources.some((source) => isAmong(source, from, text)));
  return {
    act: fitting.length > 0,
    source: bySource.length > 0,
    target: bySource.some(({ from, to }) => {
      const takesPart = (one: CodedActor): boolean => isAmong(one, [...from, ...to], text);
      return event.targets.length > 0 ? event.targets.some(takesPart) : event.sources.every(takesPart);
    }),
  };
}

/** Somebody in a claim: an id where there is one, and where the words stand. */
interface Placed {
  readonly id?: string | undefined;
  readonly span: Span | undefined;
}

/** Who does it, and to whom. An act that is demanded has who asks among its sources, and who is asked as its actor. */
function sidesOf({ act, mode, actors, targets, sources, spans }: Claim): { readonly from: readonly Placed[]; readonly to: readonly Placed[] } {
  const placed = (slot: string, some: readonly { readonly id?: string | undefined }[]): Placed[] =>
    some.map(({ id }, i) => ({ id, span: spans[`${slot}.${i}`] }));
  const [by, on] = [placed("actors", actors), placed("targets", targets)];
  const asked = mode === "demanded" && act !== "demand";
  return asked
    ? {
        from: placed(
          "sources",
          sources.map(() => ({})),
        ),
        to: [...by, ...on],
      }
    : { from: by, to: on };
}

/** By its id, or by where its words stand. */
function isAmong({ id, words }: CodedActor, some: readonly Placed[], text: string): boolean {
  const named = words === undefined ? undefined : placeOf(words, text);
  return some.some((one) => (id !== undefined && one.id === id) || (named !== undefined && one.span !== undefined && overlaps(named, one.span)));
}

/** Of words with a gap ("U.S. ... negotiators") the first part. */
function placeOf(words: string, text: string): Span | undefined {
  const [part = ""] = words.split(/\s*\.\.\.\s*/);
  const start = part === "" ? -1 : text.indexOf(part);
  return start < 0 ? undefined : { start, end: start + part.length };
}
