// The desk's pages: files that were built for the browser, held in memory, and handed out to anybody, since what they show is asked of the API.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** A file as it is handed out. */
interface Served {
  readonly type: string;
  readonly tag: string;
  readonly plain: Buffer<ArrayBuffer>;
  readonly zipped: () => Promise<Buffer<ArrayBuffer>>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json",
  webmanifest: "application/manifest+json",
  png: "image/png",
  woff2: "font/woff2",
};

const SELF = ["'self'"];
const NONE = ["'none'"];

/** Only files of this server run, show or are asked; nothing inline runs, so that no text of a report can become a script. */
const POLICY = {
  defaultSrc: NONE,
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: [...SELF, "data:", "blob:"],
  fontSrc: SELF,
  connectSrc: SELF,
  manifestSrc: SELF,
  workerSrc: SELF,
  frameAncestors: NONE,
  baseUri: NONE,
  formAction: NONE,
  requireTrustedTypesFor: ["'script'"],
};

const zip = promisify(gzip);

/**
 * Hands out the files of a folder, and its index.html for every other address that a browser opens as a page. Without the folder it says how the
 * pages are built. Whatever it does not know goes on to the routes behind it.
 */
export function pages(folder: string): MiddlewareHandler {
  const files = filesIn(folder);
  const secure = secureHeaders({ strictTransportSecurity: false, contentSecurityPolicy: POLICY, referrerPolicy: "no-referrer" });
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const path = c.req.path.slice(1);
    const file = files.get(path) ?? (isPage(c) ? files.get("index.html") : undefined);
    if (file === undefined) return isPage(c) ? c.text("The desk is not built here: npm run build:web", 404) : next();
    await secure(c, async () => undefined);
    return answered(c, file, path.startsWith("assets/"));
  };
}

/** Whether a browser opens a page: the API, its document and what machines ask for are none. */
function isPage({ req }: Context): boolean {
  return req.header("accept")?.includes("text/html") === true && !/^\/(?:api\/|openapi\.json$|healthz$|metrics$|assets\/)/.test(req.path);
}

async function answered(c: Context, { type, tag, plain, zipped }: Served, isNamedByContent: boolean): Promise<Response> {
  c.header("content-type", type);
  c.header("etag", tag);
  c.header("vary", "accept-encoding, accept");
  c.header("cache-control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
  if (c.req.header("if-none-match")?.includes(tag) === true) return c.body(null, 304);
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(c.req.header("accept-encoding") ?? "")) return c.body(plain);
  c.header("content-encoding", "gzip");
  return c.body(await zipped());
}

function filesIn(folder: string): ReadonlyMap<string, Served> {
  const found = new Map<string, Served>();
  for (const entry of listed(folder)) {
    const plain = readFileSync(join(entry.parentPath, entry.name));
    const path = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/");
    const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ""] ?? "application/octet-stream";
    let made: Promise<Buffer<ArrayBuffer>> | undefined;
    found.set(path, {
      type,
      tag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
      plain,
      zipped: async () => {
        // What failed once may go well the next time.
        made ??= zip(plain).catch((thrown: unknown) => {
          made = undefined;
          throw thrown;
        });
        return made;
      },
    });
  }
  return found;
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes("/.vite"));
  } catch (thrown) {
    // A checkout whose pages were not built yet. What is there and cannot be read is another matter.
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
    throw thrown;
  }
}
