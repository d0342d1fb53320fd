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
  return JSON.stringify([key, document, family, writeTold(knot), writeBody(knot)]);
}

/** The claims that a knot brings to a deal and where it speaks of one, as text. */
export function writeTold({ links, mentions }: Told): string {
  return JSON.stringify({ links, mentions });
}

/** What `writeTold` wrote. */
export function readTold(text: string): Told {
  return JSON.parse(text) as Told;
}

/** What a knot tells. */
export type Told = Pick<Knot, "links" | "mentions">;

/** What a knot holds beyond its head and what it tells, as text. */
export function writeBody({ known, isNews, begins, handsOver, older, profile, ties }: Knot): string {
  return JSON.stringify({ known, isNews, begins, handsOver, older, profile: plain(profile), ties });
}

/** The knot of this head that tells this, with the body that `writeBody` wrote. */
export function readKnot({ key, document, family }: Pick<Knot, "key" | "document" | "family">, told: Told, body: string): Knot {
  const { profile, ...rest } = JSON.parse(body) as Omit<Knot, "profile"> & { readonly profile: Written };
  return { ...rest, key, document, family, ...told, profile: profileFrom(profile) };
}

/** A place and what holds a knot there, without what is known there. */
export type Stand = Omit<Placement, "profile">;

/** A placement as text, all of it. */
export function writePlacement({ profile, ...stand }: Placement): string {
  return JSON.stringify([writeStand(stand), writeProfile(profile)]);
}

/** A place as text. */
export function writeStand({ root, elders, ground, unsure }: Stand): string {
  return JSON.stringify({ root, elders, ground, unsure });
}

/** The place that `writeStand` wrote. */
export function readStand(text: string): Stand {
  return JSON.parse(text) as Stand;
}

/** A profile as text. */
export function writeProfile(profile: Profile): string {
  return JSON.stringify(plain(profile));
}

/** The profile that `writeProfile` wrote. */
export function readProfile(text: string): Profile {
  return profileFrom(JSON.parse(text) as Written);
}
