// Paths to resources, one after the other and none held longer than it is looked at: a JSONL file of any length is read
// line by line, and a fault in one document is a value in its place.
import { PactaError } from "../error.ts";
import { fetchedAhead } from "./ahead.ts";
import { fileOf, readWacz, readWarc } from "./archive/index.ts";
import { collect, giveBack, inOne, lines, peek, tooLarge } from "./bytes.ts";
import type { Line } from "./bytes.ts";
import { charsetOfMark, decode, decoderOf } from "./charset.ts";
import { isContainer, openContainer, openMailbox, wholeResource } from "./container.ts";
import type { FetchResult } from "./fetch/index.ts";
import { foundAs, told } from "./fetched.ts";
import { gunzip, isGzip } from "./gzip.ts";
import type { SourceIo } from "./io.ts";
import { ARCHIVE_SNIFFED, archiveOf, mediaTypeOf, SNIFFED } from "./media-type.ts";
import { checkReadable } from "./readable.ts";
import { failure, LIMITS } from "./resource.ts";
import type { ContainerType, Failure, Limits, MediaType, Resource } from "./resource.ts";
import { walk } from "./walk.ts";

/** What the caller knows about the input. */
export interface SourceOptions {
  readonly limits?: Partial<Limits>;
  /** The format of every file, instead of its extension and first bytes. */
  readonly mediaType?: MediaType | ContainerType;
  /** A WHATWG charset label for every file without a byte order mark. */
  readonly charset?: string;
  /**
   * Hears, in a word or two, of each record of an archive that holds no page to read and of what hangs on a message and holds
   * no text: `request`, `image/png`, `status 404`, `attachment application/zip`.
   */
  readonly passed?: (what: string) => void;
  /** Hears of each address whose page is as it was when the caller last had it; without it that is a failure. */
  readonly unchanged?: (address: string) => void;
}

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Everything at the paths (a file, a folder, `-` for standard input, an address of the web), in their order. Never throws for
 * bad input.
 */
export async function* readSources(paths: Iterable<string>, io: SourceIo, options: SourceOptions = {}): AsyncGenerator<Resource | Failure> {
  for await (const { path, result } of fetchedAhead(paths, io)) {
    if (result !== undefined) yield* readFetched(path, result, options);
    else if (path === "-") yield* readStream("-", io.standardInput(), options);
    else yield* readPath(path, io, options);
  }
}

/** What fetching `path` came to, read: a page, or what a file, a feed or an archive holds. Never throws for bad input. */
export async function* readFetched(path: string, result: FetchResult, options: SourceOptions = {}): AsyncGenerator<Resource | Failure> {
  if (result.kind === "not-modified" && options.unchanged !== undefined) return options.unchanged(path);
  const found = foundAs(path, result);
  if (found.kind === "failure") return yield found;
  const { name, bytes, mediaType, charset } = found;
  const known = { ...(mediaType === undefined ? {} : { mediaType }), ...(charset === undefined ? {} : { charset }), ...options };
  let [held, alone]: [Resource | Failure | undefined, boolean] = [undefined, true];
  for await (const each of readStream(name, inOne(bytes), known)) {
    if (held !== undefined) yield told(held, path, found, false);
    alone = held === undefined;
    held = each;
  }
  if (held !== undefined) yield told(held, path, found, alone);
}

async function* readPath(path: string, io: SourceIo, options: SourceOptions): AsyncGenerator<Resource | Failure> {
  for await (const found of walk(path, io)) {
    if (found.kind === "failure") yield found;
    else if (options.mediaType === undefined && archiveOf(found.path, NOTHING) === "wacz") yield* readWaczAt(found.path, io, options);
    else yield* readStream(found.path, io.open(found.path), options);
  }
}

const NOTHING = new Uint8Array();

/** A WACZ that is known by its name is read from anywhere in it, however large it is. */
async function* readWaczAt(path: string, io: SourceIo, options: SourceOptions): AsyncGenerator<Resource | Failure> {
  try {
    const file = await io.file?.(path);
    if (file === undefined) yield* readStream(path, io.open(path), options);
    else yield* readWacz(path, file, { ...options, limits: limitsOf(options) });
  } catch (thrown) {
    yield failure(thrown, { source: path });
  }
}

function limitsOf(options: SourceOptions): Limits {
  const limits = { ...LIMITS, ...options.limits };
  return { ...limits, text: Math.min(limits.text, limits.file) };
}

/** The resources in one stream of bytes: one, or one a line. `name` tells the format where the options do not. */
export async function* readStream(name: string, stream: Chunks, options: SourceOptions = {}): AsyncGenerator<Resource | Failure> {
  const bytes = stream[Symbol.asyncIterator]();
  try {
    yield* readBytes(name, { [Symbol.asyncIterator]: () => bytes }, options);
  } catch (thrown) {
    yield failure(thrown, { source: name });
  } finally {
    // Not awaited: a pipe that gives nothing more would hold up the files after it. What went wrong was reported above.
    bytes.return?.().catch(() => undefined);
  }
}

async function* readBytes(name: string, stream: Chunks, options: SourceOptions): AsyncGenerator<Resource | Failure> {
  const limits = limitsOf(options);
  const raw = await peek(stream, ARCHIVE_SNIFFED);
  const archive = options.mediaType === undefined ? archiveOf(name, raw.head) : undefined;
  if (archive === "warc") return yield* readWarc(name, raw.chunks, { ...options, limits });
  if (archive === "wacz") return yield* readWacz(name, fileOf(await collect(raw.chunks, limits.file)), { ...options, limits });
  const { head, chunks } = await peek(isGzip(raw.head) ? gunzip(raw.chunks, limits) : raw.chunks, SNIFFED);
  const mediaType = options.mediaType ?? mediaTypeOf(name, head);
  if (mediaType === "application/x-ndjson") yield* readLines(name, utf8Of(chunks, head, options), limits);
  else if (mediaType === "application/mbox") yield* openMailbox(name, chunks, options.passed);
  else if (isContainer(mediaType)) yield* openContainer(name, await collect(chunks, limits.file), mediaType, options.charset, options.passed);
  else {
    const most = mediaType === "application/json" ? limits.file : limits.text;
    yield wholeText(name, await collect(chunks, most), mediaType, options.charset);
  }
}

/** As `wholeResource`, of bytes that nobody else has. */
function wholeText(name: string, bytes: Uint8Array, mediaType: MediaType, charset: string | undefined): Resource {
  try {
    return wholeResource(name, bytes, mediaType, charset);
  } finally {
    giveBack(bytes);
  }
}

/** JSONL in another charset is turned into UTF-8 first, because a line end is one byte only there. */
async function* utf8Of(chunks: Chunks, head: Uint8Array, options: SourceOptions): AsyncGenerator<Uint8Array> {
  const label = charsetOfMark(head) ?? options.charset;
  if (label === undefined) return yield* chunks;
  const decoder = decoderOf(label);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

async function* readLines(name: string, chunks: Chunks, limits: Limits): AsyncGenerator<Resource | Failure> {
  let last = 0;
  let any = false;
  try {
    for await (const line of lines(chunks, limits.line)) {
      last = line.number;
      const each = readLine(name, line, limits);
      if (each !== undefined) yield each;
      any ||= each !== undefined;
    }
  } catch (thrown) {
    yield failure(thrown, { source: name, line: last + 1 });
    return;
  }
  if (!any) yield failure(new PactaError("PACTA_INPUT_EMPTY", "the file holds no line", "Give one JSON object a line"), { source: name });
}

/** One line's resource or failure; undefined for a blank line. */
function readLine(name: string, line: Line, limits: Limits): Resource | Failure | undefined {
  const place = { source: name, line: line.number };
  try {
    if (line.bytes === undefined) throw tooLarge("the line", limits.line);
    const decoded = decode(line.bytes, "application/x-ndjson");
    if (decoded.text.trim() === "") return undefined;
    checkReadable(decoded.text);
    return { kind: "resource", name, mediaType: "application/x-ndjson", ...decoded, line: line.number };
  } catch (thrown) {
    return failure(thrown, place);
  }
}
