// One request and its response over a line that goes only to the addresses that were checked. Plain node:http(s): its `lookup`
// is ours, so that no second look at the name can lead elsewhere, and it tells a body that ends early from a whole one.
import { request as overHttp } from "node:http";
import type { ClientRequest, IncomingHttpHeaders, RequestOptions } from "node:http";
import { request as overHttps } from "node:https";
import { isIP } from "node:net";
import { PactaError } from "../../error.ts";
import type { FetchLimits } from "./limits.ts";
import { lineError, stopped } from "./line-error.ts";
import { plainAddress } from "./public-address.ts";
import { unpacked } from "./unpack.ts";
import { Watch } from "./watch.ts";

/** Headers beyond this are no honest server's. */
const LONGEST_HEAD = 64 * 1024;

/** What to ask, and where. */
export interface Ask {
  readonly url: URL;
  /** The checked addresses of its host. */
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  /** Certificates (PEM) that are trusted instead of those that Node knows. */
  readonly ca?: string | undefined;
  readonly stop?: AbortSignal | undefined;
  /** Leave out what lies beyond the limit of bytes, instead of an error. */
  readonly cut?: boolean;
  /** What is posted, instead of asking for a page; of the answer the head alone is read. */
  readonly post?: Uint8Array;
}

/** What came. `bytes` are unpacked; those of a response that is no success are not read. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

/** Asks once. Throws the coded error of whatever went wrong with the line, the time or the body. */
export async function exchange(ask: Ask): Promise<Answer> {
  const watch = new Watch(ask.limits, ask.stop);
  let request: ClientRequest | undefined;
  try {
    if (ask.stop?.aborted === true) throw stopped();
    request = open(ask, watch);
    const response = await watch.head(request);
    const { statusCode: status = 0, headers } = response;
    if (status < 200 || status >= 300 || ask.post !== undefined) return { status, headers, bytes: new Uint8Array() };
    const bytes = await unpacked(watch.body(response), headers["content-encoding"] ?? "", ask);
    return { status, headers, bytes };
  } catch (thrown) {
    throw watch.fault ?? lineError(thrown);
  } finally {
    watch.end();
    request?.destroy();
  }
}

function open({ url, addresses, headers, ca, post }: Ask, watch: Watch): ClientRequest {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  const options: RequestOptions & { ca?: string } = {
    method: post === undefined ? "GET" : "POST",
    headers,
    agent: false,
    maxHeaderSize: LONGEST_HEAD,
    lookup: (_, { all: every }, found) => (every === true ? found(null, all) : found(null, all[0]?.address ?? "", all[0]?.family)),
    ...(ca === undefined ? {} : { ca }),
  };
  const request = (url.protocol === "https:" ? overHttps : overHttp)(url, options);
  // Not needed as long as `lookup` is obeyed; kept, because everything hangs on it.
  request.on("socket", (socket) =>
    socket.once("connect", () => {
      const at = plainAddress(socket.remoteAddress ?? "");
      if (at !== undefined && !addresses.includes(at))
        watch.give(new PactaError("PACTA_FETCH_PRIVATE", `the line went to ${at}, which was not checked`, "Report this"));
    }),
  );
  request.end(post);
  return request;
}
