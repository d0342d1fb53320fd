// Whether "he" or "she" can mean a person, as far as the given name or title tells. What tells nothing fits both.
import { join } from "node:path";
import { z } from "zod";
import { loadTable } from "../quantity/index.ts";
import type { Scene } from "../scene/index.ts";
import type { PartyReference } from "./party.ts";

/** A woman or a man, as English pronouns tell them apart. */
export type Gender = "f" | "m";

const row = z.strictObject({ name: z.string().min(1), gender: z.enum(["f", "m"]) });

/** Given names and titles with their gender, from `given-names.tsv`. Throws `PACTA_TABLE_MISSING` and `PACTA_TABLE_ROW`. */
export function loadGenders(folder: string): ReadonlyMap<string, Gender> {
  return new Map(loadTable(join(folder, "given-names.tsv"), row).map(({ name, gender }) => [name, gender]));
}

/** The gender that a pronoun shows. */
export function genderOf(pronoun: string): Gender | undefined {
  if (/^(?:he|him|his|himself)$/i.test(pronoun)) return "m";
  return /^(?:she|her|hers|herself)$/i.test(pronoun) ? "f" : undefined;
}

/** Tells the gender of a person by name, undefined where the name does not show it. */
export type GenderTeller = (name: string) => Gender | undefined;

/** A teller for one document: "Merkel" alone is known by the full names that the text gives elsewhere, where they agree. */
export function genderTeller(scene: Scene, genders: ReadonlyMap<string, Gender>): GenderTeller {
  let bySurname: ReadonlyMap<string, ReadonlySet<Gender>> | undefined;
  return (name) => {
    bySurname ??= surnames(scene, genders);
    const [gender, other] = bySurname.get(name) ?? [];
    return shownBy(name, genders) ?? (other === undefined ? gender : undefined);
  };
}

function surnames({ analysis, text }: Scene, genders: ReadonlyMap<string, Gender>): ReadonlyMap<string, ReadonlySet<Gender>> {
  const found = new Map<string, Set<Gender>>();
  for (const { type, start, end } of analysis.sentences.flatMap(({ names }) => names)) {
    const whole = text.slice(start, end);
    const gender = type === "PER" ? shownBy(whole, genders) : undefined;
    const surname = whole.slice(whole.lastIndexOf(" ") + 1);
    if (gender !== undefined) found.set(surname, (found.get(surname) ?? new Set()).add(gender));
  }
  return found;
}

/** False only where a person's name shows the other gender. */
export function fitsGender({ party }: PartyReference, pronoun: string, tell: GenderTeller): boolean {
  const asked = genderOf(pronoun);
  const shown = asked === undefined ? undefined : tell(party.via ?? party.name);
  return shown === undefined || shown === asked;
}

function shownBy(name: string, genders: ReadonlyMap<string, Gender>): Gender | undefined {
  return name
    .split(/[\s.]+/)
    .map((word) => genders.get(word))
    .find((gender) => gender !== undefined);
}
