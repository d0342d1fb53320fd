// The examples of knowledge/acts as documents, and what a reading of one lacks. An act's examples stand beside its frames,
// so that whoever corrects a frame sees at once what it was for.
import { loadDocumentSetting, recordDocument, type Document } from "../../document/index.ts";
import { resource } from "../../resources.ts";
import type { Act, Claim, Party, Reading } from "../claim.ts";
import type { ActFile, Example } from "./frame.ts";

/** An example with its act and its document. */
export interface Case {
  readonly act: Act;
  readonly example: Example;
  readonly document: Document;
}

/** The day of a document whose example gives none. */
const DAY = "2015-01-20";

/** Every example of every act, in the order of the files. */
export function casesOf(files: readonly ActFile[]): Case[] {
  const setting = loadDocumentSetting(resource("knowledge/document"));
  return files.flatMap(({ act, examples }) =>
    examples.map((example, i) => {
      const record = { id: `${act}-${i}`, text: example.text, date: example.day ?? DAY };
      return { act, example, document: recordDocument(record, setting) };
    }),
  );
}

/** What the reading of an example lacks, or has too much; empty where it is as the example says. */
export function complaintsAbout({ act, example }: Case, { claims }: Reading): string[] {
  const found = claims.filter((claim) => claim.act === act);
  if (example.claim === undefined) return found.map((claim) => `not wanted (${example.none ?? ""}): ${told(claim)}`);
  const wanted = example.claim;
  const differences = found.map((claim) => differencesFrom(wanted, claim));
  if (differences.some((list) => list.length === 0)) return [];
  if (found.length === 0) return [`no claim of ${act}; found: ${claims.map((claim) => `${claim.act} ${told(claim)}`).join(" | ") || "nothing"}`];
  return found.map((claim, i) => `${told(claim)}: ${differences[i]?.join(", ") ?? ""}`);
}

/** Slots that an example leaves out may be anything, but an act is actual and not negated unless it says otherwise. */
function differencesFrom(wanted: NonNullable<Example["claim"]>, claim: Claim): string[] {
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ["actors", listed(wanted.actors), listed(wanted.actors && namesOf(claim.actors))],
    ["targets", listed(wanted.targets), listed(wanted.targets && namesOf(claim.targets))],
    ["mode", wanted.mode ?? "actual", claim.mode],
    ["negated", wanted.negated ?? false, claim.negated],
    ["object", wanted.object, wanted.object && claim.object],
    ["reason", wanted.reason, wanted.reason && claim.reason],
    ["money", wanted.money, wanted.money && claim.money.map((m) => m.amount).find((amount) => amount === wanted.money)],
  ];
  return rows.filter(([, want, have]) => want !== have).map(([slot, want, have]) => `${slot} should be ${String(want)}, is ${String(have)}`);
}

function namesOf(parties: readonly Party[]): string[] {
  return parties.map((party) => party.id ?? party.name);
}

function listed(names: readonly string[] | undefined): string | undefined {
  return names && [...names].sort().join(", ");
}

function told({ actors, mode, negated, targets, rule }: Claim): string {
  return `${listed(namesOf(actors)) ?? ""} > ${listed(namesOf(targets)) ?? ""} ${mode}${negated ? " negated" : ""} (${rule})`;
}
