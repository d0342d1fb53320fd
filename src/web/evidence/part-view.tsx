// One part of a text, with what is marked in it.
import { memo } from "react";
import type { ReactNode } from "react";
import { shortLabel } from "./slot.ts";
import type { MarkedClaim } from "./marks.ts";
import type { Part } from "./part.ts";
import { segmentsOf } from "./segment.ts";
import type { Cover, Segment } from "./segment.ts";

/** What is shown of one part. Lists that say nothing are one and the same, so that a part is drawn again only where something of it changed. */
export interface PartShown {
  readonly part: Part;
  readonly words: string;
  readonly covers: readonly Cover[];
  /** What lies over claims: slots, abstentions, chosen words. */
  readonly over: readonly Cover[];
  readonly claims: ReadonlyMap<string, MarkedClaim>;
  /** The claim that is looked at. */
  readonly shown: string | undefined;
  readonly select: (id: string) => void;
}

/** A block of the text as what it is: a headline stands out, a tail steps back. */
export const PartView = memo(function PartView(shown: PartShown) {
  const { part, words, covers, over } = shown;
  const segments = segmentsOf(part, [...covers, ...over]);
  return (
    <div className="part" data-part={part.kind} dir="auto">
      {segments.map((segment) => (
        <SegmentView key={segment.start} {...shown} segment={segment} words={words.slice(segment.start - part.start, segment.end - part.start)} />
      ))}
    </div>
  );
});

function SegmentView({ segment, words, claims, shown, select }: PartShown & { readonly segment: Segment }) {
  const begun = segment.begins.flatMap((key) => claims.get(claimIn(key)) ?? []).filter(({ places }) => places[0]?.start === segment.start);
  const run: ReactNode = <span data-at={segment.start}>{words}</span>;
  return (
    <>
      {begun.map((claim) => (
        <Flag key={claim.id} claim={claim} isShown={claim.id === shown} select={select} />
      ))}
      {segment.covers.toReversed().reduce<ReactNode>((within, key) => drawn(key, within, segment, claims, shown), run)}
    </>
  );
}

/** Something marked around what lies within it. */
function drawn(key: string, within: ReactNode, segment: Segment, claims: PartShown["claims"], shown: string | undefined): ReactNode {
  const claim = claims.get(claimIn(key));
  if (claim !== undefined) {
    return (
      <span className="told" data-claim={claim.id} data-family={claim.family} data-level={claim.level} data-shown={claim.id === shown}>
        {within}
      </span>
    );
  }
  const [kind = "", path = ""] = key.split(" ");
  const label = kind.startsWith("slot") && segment.begins.includes(key) ? shortLabel(path) : undefined;
  return (
    <span className="over" data-over={kind} data-label={label}>
      {within}
    </span>
  );
}

/** The claim that a cover is of: another place that tells the same has the claim's id, and a number behind it. */
export function claimIn(key: string): string {
  return key.replace(/ \d+$/, "");
}

/** The claim's number before its first word: a button, so that every claim can be reached, however many lie over each other. */
function Flag({ claim, isShown, select }: { readonly claim: MarkedClaim; readonly isShown: boolean; readonly select: (id: string) => void }) {
  return (
    <button
      className="flag"
      data-family={claim.family}
      data-flag={claim.id}
      aria-pressed={isShown}
      aria-label={claim.title}
      title={claim.title}
      onClick={() => select(claim.id)}
    >
      {claim.number}
    </button>
  );
}
