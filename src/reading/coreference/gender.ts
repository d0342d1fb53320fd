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

/** False only where a person's name shows the other gender. "Merkel" alone is known by the full name that the text gives elsewhere. */
export function fitsGender({ party }: PartyReference, pronoun: string, genders: ReadonlyMap<string, Gender>, scene: Scene): boolean {
  const asked = genderOf(pronoun);
  const name = party.via ?? party.name;
  const shown = asked === undefined ? undefined : (shownBy(name, genders) ?? shownBy(fullName(name, scene), genders));
  return shown === undefined || shown === asked;
}

function shownBy(name: string, genders: ReadonlyMap<string, Gender>): Gender | undefined {
  return name
    .split(/[\s.]+/)
    .map((word) => genders.get(word))
    .find((gender) => gender !== undefined);
}

function fullName(name: string, { analysis, text }: Scene): string {
  const names = analysis.sentences.flatMap((sentence) => sentence.names);
  const full = names.find(({ type, start, end }) => type === "PER" && end - start > name.length && text.slice(start, end).endsWith(` ${name}`));
  return full === undefined ? "" : text.slice(full.start, full.end);
}
