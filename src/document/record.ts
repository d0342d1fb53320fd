// A JSON record to a document. The text is kept exactly as given, because offsets that others computed point into it.
import { z } from "zod";
import { PactaError } from "../error.ts";
import { webAddress } from "./address.ts";
import { callerDay } from "./calendar.ts";
import type { Document } from "./document.ts";
import { checkNesting } from "./json-elements.ts";
import { layout } from "./layout.ts";
import { makeDocument } from "./make-document.ts";
import type { DocumentSetting, Given } from "./outcome.ts";
import { bylineIn, datesIn } from "./stated.ts";
import { unitsOf } from "./units.ts";

const words = z.string().nullish();

/** The fields that are read; null is absent, other fields are left alone. */
export const recordSchema = z.object({
  id: z.union([z.string().min(1), z.int()]).nullish(),
  url: words,
  date: words,
  title: words,
  heading: words,
  text: z.string(),
  sources: z.array(z.string()).nullish(),
  tags: z.array(z.string()).nullish(),
});

type DocumentRecord = z.infer<typeof recordSchema>;

/** Parses one record. Throws `PACTA_INPUT_JSON` (with its line) or `PACTA_INPUT_FIELDS`. */
export function parseRecord(json: string): DocumentRecord {
  const record = recordSchema.safeParse(parseJson(json));
  if (record.success) return record.data;
  const issues = record.error.issues.map((issue) => `${issue.path.join(".") || "the record"}: ${issue.message}`).join("; ");
  throw new PactaError("PACTA_INPUT_FIELDS", issues, "Give {id?, url?, date?, title?, heading?, text, sources?, tags?}");
}

/** The document of a record. Throws as `makeDocument` does, and `PACTA_INPUT_FIELDS` for an address that is none. */
export function recordDocument(record: DocumentRecord, setting: DocumentSetting, given: Given = {}): Document {
  const { text } = record;
  const blocks = layout(text, unitsOf(text), setting.furniture);
  const draft = {
    text,
    blocks,
    id: record.id?.toString(),
    url: addressOf(record),
    heading: stated(record.heading) ?? stated(record.title),
    byline: bylineIn(text, blocks),
    dates: [...dateOf(record), ...datesIn(text, blocks, setting.furniture)],
    sources: record.sources ?? [],
    tags: record.tags ?? [],
  };
  return makeDocument(draft, setting, given);
}

function addressOf(record: DocumentRecord): string | undefined {
  const written = stated(record.url);
  const address = written === undefined ? undefined : webAddress(written);
  if (written === undefined || address !== undefined) return address;
  throw new PactaError("PACTA_INPUT_FIELDS", `url: "${written.slice(0, 80)}" is no web address`, "Give an http or https address, or leave url out");
}

function dateOf(record: DocumentRecord): { day: string; basis: "caller" }[] {
  const written = stated(record.date);
  return written === undefined ? [] : [{ day: callerDay(written), basis: "caller" }];
}

/** Empty strings say as little as null. */
function stated(field: string | null | undefined): string | undefined {
  return field === null || field === undefined || field.trim() === "" ? undefined : field;
}

function parseJson(json: string): unknown {
  checkNesting(json);
  try {
    return JSON.parse(json);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const offset = /at position (\d+)/.exec(message)?.[1];
    const place = offset === undefined ? {} : { offset: Number(offset) };
    throw new PactaError("PACTA_INPUT_JSON", `this is not JSON: ${message.slice(0, 200)}`, "Give one JSON object", place, thrown);
  }
}
