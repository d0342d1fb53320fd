// The last step of every format: what was found becomes a document, with one id and one day of publication.
import { PactaError } from "../error.ts";
import { checkReadable } from "../source/index.ts";
import { webAddress } from "./address.ts";
import { callerDay, urlDay, webDay } from "./calendar.ts";
import type { Block, DateBasis, Document, DeclaredOrigin, Published } from "./document.ts";
import { identify } from "./identity.ts";
import { originOf, statedOrigin } from "./origin.ts";
import type { DocumentSetting, Given } from "./outcome.ts";

/** A day as it was found. `hour`: the hour of the day where it was told in UTC, which at the publisher may be the day before or after. */
export interface FoundDate extends Published {
  readonly hour?: number;
}

/** What a format found. Dates are in order of discovery; absent is unknown. */
export interface Draft {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly id?: string | undefined;
  /** Absolute, from `webAddress`. */
  readonly url?: string | undefined;
  readonly heading?: string | undefined;
  readonly dek?: string | undefined;
  readonly byline?: string | undefined;
  readonly captions?: readonly string[] | undefined;
  /** Where it says that it was first published, the most deliberate word first. */
  readonly origins?: readonly (DeclaredOrigin | undefined)[] | undefined;
  /** The language that the page declares, used where the words do not tell. */
  readonly language?: string | undefined;
  readonly dates?: readonly FoundDate[];
  /** The days of its last change. */
  readonly modified?: readonly Published[] | undefined;
  readonly sources?: readonly string[];
  readonly tags?: readonly string[];
}

const TRUST: readonly DateBasis[] = [
  "caller",
  "json-ld",
  "meta",
  "time-tag",
  "feed",
  "mail",
  "url",
  "dateline",
  "feed-updated",
  "pdf-info",
  "carrier",
  "http-header",
];

/** Days of what brought a text, which say nothing against a day of its own. */
const BROUGHT: ReadonlySet<DateBasis> = new Set(["carrier", "http-header"]);

/** The document of a draft. Throws `PACTA_INPUT_EMPTY`, `PACTA_INPUT_BINARY`, `PACTA_INPUT_TEXT` or `PACTA_INPUT_DATE`. */
export function makeDocument(draft: Draft, setting: DocumentSetting, given: Given): Document {
  checkReadable(draft.text);
  checkWellFormed(draft.text);
  const url = draft.url ?? (given.url === undefined ? undefined : webAddress(given.url));
  const { told = {} } = given;
  const id = draft.id ?? given.id ?? (url === undefined ? told.id : undefined);
  const [published, ...others] = datesOf(draft, url, given);
  const byline = told.byline ?? draft.byline;
  const stated = statedOrigin(draft.text, draft.blocks, byline, setting.furniture);
  return {
    id: identify({ text: draft.text, id, url }, setting.addresses),
    text: draft.text,
    blocks: draft.blocks,
    sources: draft.sources ?? told.sources ?? [],
    tags: draft.tags?.length ? draft.tags : (told.tags ?? []),
    ...present({
      url,
      published,
      modified: byTrust(draft.modified ?? [])[0],
      otherDates: differing(others, published),
      heading: told.heading ?? draft.heading,
      dek: draft.dek,
      byline,
      origin: originOf([...(draft.origins ?? []), stated], url, setting.addresses),
      captions: draft.captions?.length === 0 ? undefined : draft.captions,
      language: setting.detectLanguage(draft.text) ?? draft.language ?? told.language,
    }),
  };
}

/** All dates, the most trusted first: the caller's, then in the order of `DateBasis`; of equals the first found. */
function datesOf({ dates: found = [], modified = [] }: Draft, url: string | undefined, given: Given): Published[] {
  const said: Published[] = given.date === undefined ? [] : [{ day: callerDay(given.date), basis: "caller" }];
  const changed: Published[] = given.modified === undefined ? [] : [{ day: given.modified, basis: "http-header" }];
  const toldDay = given.told?.date === undefined ? undefined : webDay(given.told.date.written);
  const told: Published[] = given.told?.date === undefined || toldDay === undefined ? [] : [{ day: toldDay, basis: given.told.date.basis }];
  const inUrl = url === undefined ? undefined : urlDay(url);
  const dates = byTrust([...found, ...said, ...told, ...(inUrl === undefined ? [] : [{ day: inUrl, basis: "url" as const }]), ...changed]);
  const local = localDay(dates, modified);
  return (local === undefined ? dates : [local, ...dates]).map(({ day, basis }) => ({ day, basis }));
}

/** The publisher's own day where the most trusted date is told in UTC: another that can be the same moment; no report is changed before it is published. */
function localDay([first, ...others]: readonly FoundDate[], modified: readonly Published[]): Published | undefined {
  if (first?.hour === undefined) return undefined;
  const [earlier, later] = [first.hour < FARTHEST_WEST ? -1 : 0, first.hour >= 24 - FARTHEST_EAST ? 1 : 0];
  const near = others.filter((other) => {
    const days = daysBetween(first, other);
    return other.hour === undefined && !BROUGHT.has(other.basis) && days >= earlier && days <= later;
  });
  // A program may have cut a bare day in the metadata from the same moment; an address and a line are the publisher's.
  const told = near.find(({ basis }) => basis === "url" || basis === "dateline") ?? near[0];
  const changed = modified.find((other) => other.basis === "dateline" && earlier === -1 && daysBetween(first, other) === -1);
  const local = told ?? changed;
  return local?.day === first.day ? undefined : local;
}

/** Hours between UTC and the clocks farthest from it. */
const FARTHEST_WEST = 12;
const FARTHEST_EAST = 14;

function daysBetween(from: Published, to: Published): number {
  return Math.round((Date.parse(to.day) - Date.parse(from.day)) / 86_400_000);
}

function byTrust(dates: readonly FoundDate[]): FoundDate[] {
  return dates.toSorted((a, b) => TRUST.indexOf(a.basis) - TRUST.indexOf(b.basis));
}

/** The dates of other days, each once. When a server changed its file, or a message brought it, is no other word about the report. */
function differing(dates: readonly Published[], published: Published | undefined): readonly Published[] | undefined {
  const other = dates.filter(({ day, basis }) => day !== published?.day && !BROUGHT.has(basis));
  const single = [...new Map(other.map((date) => [`${date.basis} ${date.day}`, date])).values()];
  return single.length === 0 ? undefined : single;
}

/** Half a surrogate pair could not be stored and read back unchanged. */
function checkWellFormed(text: string): void {
  if (text.isWellFormed()) return;
  throw new PactaError("PACTA_INPUT_TEXT", "the text holds half of a surrogate pair", "Write the character in full, or leave it out");
}

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that have a value: unknown is absent. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}
