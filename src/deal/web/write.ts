// Knots and placements as text and back: sets become sorted lists, so that the same knot is always written alike.
import type { Knot } from "../knot.ts";
import type { Placement } from "../link.ts";
import { emptyProfile } from "../profile.ts";
import type { Profile } from "../profile.ts";

const OF_ALL = ["known", "parties", "recipients"] as const;
const OF_SUBJECT = ["names", "initials", "acronyms", "designations", "itemWords", "topics", "nouns", "values"] as const;
const TEXTS = [...OF_ALL, ...OF_SUBJECT] as const;
const NUMBERS = ["years", "quantities"] as const;

/** A profile as plain data: words of the text around and how rare each is, one after the other; sets of which nothing is known are left out. */
type Written = Readonly<Partial<Record<(typeof TEXTS)[number], readonly string[]>>> &
  Readonly<Partial<Record<(typeof NUMBERS)[number], readonly number[]>>> & {
    readonly context?: readonly (string | number)[];
    readonly isNew?: boolean;
    readonly ended?: string;
    readonly begun?: string;
  };

/** The set of that name. */
const setOf = (profile: Profile, name: (typeof TEXTS)[number]): Set<string> =>
  name === "known" || name === "parties" || name === "recipients" ? profile[name] : profile.subject[name];

function plain(profile: Profile): Written {
  const { context, subject, isNew, ended, begun } = profile;
  const texts = TEXTS.map((name) => [name, [...setOf(profile, name)].sort()] as const);
  const numbers = NUMBERS.map((name) => [name, [...subject[name]].sort((a, b) => a - b)] as const);
  return {
    ...(context.size === 0 ? {} : { context: [...context].sort((a, b) => (a[0] < b[0] ? -1 : 1)).flat() }),
    ...Object.fromEntries([...texts, ...numbers].filter(([, values]) => values.length > 0)),
    ...(isNew ? { isNew } : {}),
    ...(ended === undefined ? {} : { ended }),
    ...(begun === undefined ? {} : { begun }),
  };
}

function profileFrom(written: Written): Profile {
  const profile = emptyProfile();
  const context = written.context ?? [];
  for (let at = 0; at < context.length; at += 2) profile.context.set(String(context[at]), Number(context[at + 1]));
  for (const name of TEXTS) for (const value of written[name] ?? []) setOf(profile, name).add(value);
  for (const name of NUMBERS) for (const value of written[name] ?? []) profile.subject[name].add(value);
  profile.isNew = written.isNew === true;
  if (written.ended !== undefined) profile.ended = written.ended;
  if (written.begun !== undefined) profile.begun = written.begun;
  return profile;
}

/** A knot as text, without its place. */
export function writeKnot(knot: Knot): string {
  const { key, document, family } = knot;
  return JSON.stringify([key, document, family, writeBody(knot)]);
}

/** What a knot holds beyond what its neighbours see of it, as text. */
export function writeBody({ known, isNews, begins, handsOver, older, profile, links, mentions, ties }: Knot): string {
  return JSON.stringify({ known, isNews, begins, handsOver, older, profile: plain(profile), links, mentions, ties });
}

/** The knot of this head with the body that `writeBody` wrote. */
export function readKnot({ key, document, family }: Pick<Knot, "key" | "document" | "family">, body: string): Knot {
  const { profile, ...rest } = JSON.parse(body) as Omit<Knot, "profile"> & { readonly profile: Written };
  return { ...rest, key, document, family, profile: profileFrom(profile) };
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
