// Answers that hang on the chain and the book of deals alone are tagged by them: whoever has the answer of this head is told so before anything is
// looked up, and nothing is hashed. What else there is (settings) is tagged by a hash of the answer.
import type { MiddlewareHandler } from "hono";
import type { Carried } from "../access/index.ts";

function taggedBy(of: "chain" | "book"): MiddlewareHandler<Carried> {
  return async (c, next) => {
    const tag = await c.get("tagOf")(of);
    const headers = { etag: tag, "cache-control": "private, no-cache" };
    if (c.req.header("if-none-match")?.includes(tag) === true) return c.body(null, 304, headers);
    await next();
    if (c.res.status === 200) for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  };
}

/** For answers out of the ledger's entries. */
export const byChain = taggedBy("chain");

/** For answers out of the book of deals, whatever else they hold of the ledger. */
export const byBook = taggedBy("book");
