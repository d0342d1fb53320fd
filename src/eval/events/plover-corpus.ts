// PLOVER's gold standard records: sentences of the CAMEO manual, each with one event.
import { z } from "zod";
import { PactaError } from "../../error.ts";
import { readCorpus } from "../language/index.ts";
import type { CodedActor, CodedText } from "./coded-text.ts";
import type { EventCodes } from "./mapping.ts";

const actor = z.object({ actorText: z.string(), code: z.string(), sector: z.string().optional() });
/** Nobody is an empty string; once it is a word that belongs to another field. */
const actors = z.union([z.array(actor), z.string().transform(() => [])]).default([]);
const record = z.object({ id: z.string(), event: z.string(), date: z.string(), text: z.string(), source: actors, target: actors });
/** The first record documents the file and has no text. */
const file = z.array(z.union([record, z.object({ event: z.literal("DOCUMENT") }).transform(() => undefined)]));

/** Organisations of states. */
const BODY = "IGO";
/** Codes that stand in a state's place: beside these, societies and movements that belong to none. */
const NO_STATE: ReadonlySet<string> = new Set([BODY, "NGO", "IMG"]);

/** The records of the corpus. Throws `PACTA_CORPUS_MISSING`, and as `ploverRecords` does. */
export function ploverTexts(shared: string, codes: EventCodes["plover"]): CodedText[] {
  return ploverRecords(readCorpus(shared, "plover", "PLOVER_GSR_CAMEO.json.gz"), codes);
}

/** The records of the file's text. Throws `PACTA_CORPUS_OTHER` where it is none. */
export function ploverRecords(json: string, { states, official }: EventCodes["plover"]): CodedText[] {
  const coded = ({ actorText, code, sector = "" }: z.infer<typeof actor>): CodedActor => ({
    ...(!NO_STATE.has(code) && { id: states[code] ?? code }),
    words: actorText,
    official: code === BODY || (!NO_STATE.has(code) && (sector === "" || official.includes(sector))),
  });
  const records = file.safeParse(JSON.parse(json));
  if (!records.success)
    throw new PactaError("PACTA_CORPUS_OTHER", z.prettifyError(records.error), "Use the release that corpora/README.md describes");
  return records.data.flatMap((one) => {
    if (one === undefined) return [];
    const { id, event, date, source, target } = one;
    const text = one.text.trim().replace(/^\{|\}$/g, "");
    return [{ id, date, text, events: [{ code: event, sources: source.map(coded), targets: target.map(coded) }] }];
  });
}
