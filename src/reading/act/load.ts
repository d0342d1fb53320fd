// Loads the acts and their word classes, and indexes the frames by trigger lemma.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PactaError } from "../../error.ts";
import { readKnowledge } from "../../yaml.ts";
import type { Act } from "../claim.ts";
import { actFileSchema, BARE, frameSchema, type ActFile, type Frame } from "./frame.ts";

/** A frame with the act that it belongs to; `order` settles ties in favour of what stands first. */
export interface ActFrame extends Frame {
  readonly act: Act;
  readonly joint: boolean;
  readonly otherParty: boolean;
  readonly official: boolean;
  readonly foreign: ActFile["foreign"];
  readonly order: number;
}

/** Every act, its frames by trigger lemma, and the word classes that constraints name. */
export interface ActLexicon {
  readonly files: readonly ActFile[];
  readonly verbs: ReadonlyMap<string, readonly ActFrame[]>;
  readonly nouns: ReadonlyMap<string, readonly ActFrame[]>;
  readonly adjectives: ReadonlyMap<string, readonly ActFrame[]>;
  /** By act, a frame without triggers and roles: what is found by other means than a frame has this one. */
  readonly bare: ReadonlyMap<string, ActFrame>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a folder of act files and `classes.yaml`. Throws `PACTA_KNOWLEDGE_INVALID` with the file. */
export function loadActs(folder: string): ActLexicon {
  const classes = readClasses(join(folder, "classes.yaml"));
  const names = readdirSync(folder)
    .filter((f) => f.endsWith(".yaml") && f !== "classes.yaml")
    .sort();
  const files = names.map((name) => readActFile(join(folder, name), classes));
  const ordered = files.flatMap((file) => file.frames.map((frame) => withAct(frame, file))).map((f, order) => ({ ...f, order }));
  return {
    files,
    classes,
    bare: new Map(files.map((file) => [file.act, { ...withAct(bareFrame(file), file), order: ordered.length }])),
    verbs: byLemma(ordered, (f) => f.verb),
    nouns: byLemma(ordered, (f) => f.noun),
    adjectives: byLemma(ordered, (f) => f.adjective),
  };
}

/** True of what no frame gave, but the network. */
export function isBare({ id }: Pick<Frame, "id">): boolean {
  return id === BARE;
}

/** Sums beside an act are of the kind that its other frames give them, and it gives way to a complement as they do. */
function bareFrame({ frames }: ActFile): Frame {
  const money = frames.find((frame) => frame.money !== undefined)?.money;
  return frameSchema.parse({ id: BARE, yields: frames.some((frame) => frame.yields), ...(money && { money }) });
}

function withAct(frame: Frame, { act, reads, otherParty, official, foreign }: ActFile): Omit<ActFrame, "order"> {
  return { ...frame, act, joint: reads === "joint", otherParty, official, foreign };
}

function byLemma(frames: readonly ActFrame[], lemmas: (f: ActFrame) => readonly string[] | undefined): Map<string, ActFrame[]> {
  const index = new Map<string, ActFrame[]>();
  for (const frame of frames) for (const lemma of lemmas(frame) ?? []) index.set(lemma, [...(index.get(lemma) ?? []), frame]);
  return index;
}

function readActFile(file: string, classes: ReadonlyMap<string, ReadonlySet<string>>): ActFile {
  const act = readKnowledge(file, actFileSchema);
  for (const frame of act.frames) {
    for (const value of [...Object.values(frame.where), ...Object.values(frame.unless)]) {
      if (typeof value === "string" && value.startsWith("@") && !classes.has(value.slice(1)))
        throw new PactaError("PACTA_KNOWLEDGE_INVALID", `frame ${frame.id}: no word class ${value}`, "Correct the file", { source: file });
    }
  }
  return act;
}

function readClasses(file: string): Map<string, ReadonlySet<string>> {
  return new Map(Object.entries(readKnowledge(file, z.record(z.string(), z.array(z.string())))).map(([name, list]) => [name, new Set(list)]));
}
