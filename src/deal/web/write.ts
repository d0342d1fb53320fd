// Knots and placements as text and back: sets become sorted lists, so that the same knot is always written alike.
import type { Knot } from "../knot.ts";
import type { Placed, Placement } from "../link.ts";
import { emptyProfile } from "../profile.ts";
import type { Profile } from "../profile.ts";

const SETS = ["names", "initials", "acronyms", "designations", "itemWords", "topics", "nouns", "values"] as const;

/** A profile as plain data. */
type PlainProfile = Readonly<Record<string, unknown>>;

const sorted = (set: ReadonlySet<string>): readonly string[] => [...set].sort();
const numbers = (set: ReadonlySet<number>): readonly number[] => [...set].sort((a, b) => a - b);

function plain({ context, known, parties, recipients, subject, isNew, ended, begun }: Profile): PlainProfile {
  return {
    context: [...context].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    known: sorted(known),
    parties: sorted(parties),
    recipients: sorted(recipients),
    ...Object.fromEntries(SETS.map((key) => [key, sorted(subject[key])])),
    years: numbers(subject.years),
    quantities: numbers(subject.quantities),
    isNew,
    ...(ended === undefined ? {} : { ended }),
    ...(begun === undefined ? {} : { begun }),
  };
}

type Written = Readonly<Record<(typeof SETS)[number] | "known" | "parties" | "recipients", readonly string[]>> & {
  readonly context: readonly (readonly [string, number])[];
  readonly years: readonly number[];
  readonly quantities: readonly number[];
  readonly isNew: boolean;
  readonly ended?: string;
  readonly begun?: string;
};

function profileFrom(written: Written): Profile {
  const profile = emptyProfile();
  for (const [word, rarity] of written.context) profile.context.set(word, rarity);
  for (const key of ["known", "parties", "recipients"] as const) for (const value of written[key]) profile[key].add(value);
  for (const key of SETS) for (const value of written[key]) profile.subject[key].add(value);
  for (const year of written.years) profile.subject.years.add(year);
  for (const quantity of written.quantities) profile.subject.quantities.add(quantity);
  profile.isNew = written.isNew;
  if (written.ended !== undefined) profile.ended = written.ended;
  if (written.begun !== undefined) profile.begun = written.begun;
  return profile;
}

/** A knot as text, without its place. */
export function writeKnot({ key, document, family, known, isNews, begins, handsOver, older, profile, links, mentions, ties }: Knot): string {
  return JSON.stringify({ key, document, family, known, isNews, begins, handsOver, older, profile: plain(profile), links, mentions, ties });
}

/** The knot that `writeKnot` wrote. */
export function readKnot(text: string): Knot {
  const { profile, ...rest } = JSON.parse(text) as Omit<Knot, "profile"> & { readonly profile: Written };
  return { ...rest, profile: profileFrom(profile) };
}

/** A placed knot of which those who stand near it see the head and the placement; the rest is read when it is first asked for. */
export function placedFrom(head: Pick<Placed, "key" | "document" | "family" | "placement">, body: string): Placed {
  let knot: Knot | undefined;
  const rest = (): Knot => (knot ??= readKnot(body));
  const placed = {
    ...head,
    get known() {
      return rest().known;
    },
    get isNews() {
      return rest().isNews;
    },
    get begins() {
      return rest().begins;
    },
    get handsOver() {
      return rest().handsOver;
    },
    get older() {
      return rest().older;
    },
    get profile() {
      return rest().profile;
    },
    get links() {
      return rest().links;
    },
    get mentions() {
      return rest().mentions;
    },
    get ties() {
      return rest().ties;
    },
  };
  // What a knot does not have is undefined here, and left out where it is written.
  return placed as Placed;
}

/** A placement as text. */
export function writePlacement({ profile, ...rest }: Placement): string {
  return JSON.stringify({ ...rest, profile: plain(profile) });
}

/** The placement that `writePlacement` wrote. */
export function readPlacement(text: string): Placement {
  const { profile, ...rest } = JSON.parse(text) as Omit<Placement, "profile"> & { readonly profile: Written };
  return { ...rest, profile: profileFrom(profile) };
}
